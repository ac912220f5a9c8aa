package io.github.tokenpreflight.catalogue.tool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tokenpreflight.catalogue.ClassicScopes;
import io.github.tokenpreflight.catalogue.ClassicScopes.Tokens;
import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Endpoint.Combination;
import io.github.tokenpreflight.catalogue.Endpoint.Support;
import io.github.tokenpreflight.catalogue.PermissionSet;
import java.util.List;
import java.util.Locale;

/// A shipped endpoint, written again as the collected data writes it.
final class EndpointNode {
  private EndpointNode() {}

  static ObjectNode of(Endpoint endpoint) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    endpoint.listing().operationId().ifPresent(op -> node.put("op", op));
    endpoint.listing().category().ifPresent(category -> node.put("cat", category));
    if (endpoint.listing().enterpriseCloudOnly()) {
      node.put("plan", "ghec");
    }
    if (endpoint.listing().deprecated()) {
      node.put("deprecated", true);
    }
    if (endpoint.listing().disputed()) {
      node.put("disputed", true);
    }
    grants(node, endpoint.grants());
    endpoint.classicScopes().ifPresent(scopes -> node.set("classicScopes", classic(scopes)));
    endpoint.recorded().scopes().ifPresent(scopes -> words(node.putArray("recScopes"), scopes));
    return node;
  }

  private static void grants(ObjectNode node, Endpoint.Grants grants) {
    node.put("pat", grants.fineGrained().name().toLowerCase(Locale.ROOT));
    sets(node, "fg", grants.sets());
    if (!grants.appSets().equals(grants.sets())) {
      sets(node, "appPerms", grants.appSets());
    }
    if (grants.installation() == Support.YES) {
      node.withArray("/app").add("installation");
    }
    if (grants.appUser() == Support.YES) {
      node.withArray("/app").add("user");
    }
    String combination = combination(grants.basis().combination());
    if (!combination.isEmpty()) {
      node.put("sem", combination);
    }
    if (grants.basis().certainty() != Endpoint.Certainty.LISTED) {
      node.put("ev", grants.basis().certainty().name().toLowerCase(Locale.ROOT));
    }
  }

  private static String combination(Combination combination) {
    return switch (combination) {
      case AS_LISTED -> "";
      case ANY_OF -> "anyOf";
      case ALL_OF -> "allOf";
      case UNVERIFIED -> "unverified";
    };
  }

  private static void sets(ObjectNode node, String field, List<PermissionSet> sets) {
    for (PermissionSet set : sets) {
      ObjectNode needs = node.withArray("/" + field).addObject();
      set.levels().forEach((name, level) -> needs.put(name, level.wireName()));
    }
  }

  private static ObjectNode classic(ClassicScopes scopes) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    scopeSets(node, "any", scopes.anywhere());
    scopeSets(node, "public", scopes.onPublic());
    scopeSets(node, "private", scopes.onPrivate());
    scopeSets(node, "optional", scopes.optional());
    for (ClassicScopes.Extra extra : scopes.also()) {
      ObjectNode also = node.withArray("/also").addObject().put("when", extra.when());
      words(also.putArray("scopes"), extra.scopes());
    }
    if (scopes.tokens() == Tokens.NEITHER) {
      node.put("none", true);
    }
    if (scopes.tokens() == Tokens.CLASSIC_ONLY) {
      node.put("patOnly", true);
    }
    return node;
  }

  private static void scopeSets(ObjectNode node, String field, List<List<String>> sets) {
    sets.forEach(set -> words(node.withArray("/" + field).addArray(), set));
  }

  private static void words(ArrayNode array, List<String> words) {
    words.forEach(array::add);
  }
}
