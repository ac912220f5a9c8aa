package io.github.tokenpreflight.catalogue.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// What the collected data adds up to.
final class Counts {
  private Counts() {}

  static ObjectNode of(JsonNode collected) {
    JsonNode endpoints = collected.path("endpoints");
    ObjectNode counts = JsonNodeFactory.instance.objectNode();
    counts.put("classic", count(endpoints, one -> one.has("classicScopes")));
    counts.put("endpoints", endpoints.size());
    counts.put("ghec_only", count(endpoints, one -> is(one, "plan", "ghec")));
    counts.put("inferred", count(endpoints, one -> is(one, "ev", "inferred")));
    counts.put("installation", count(endpoints, one -> holds(one, "installation")));
    counts.put("pat_no", count(endpoints, one -> is(one, "pat", "no")));
    counts.put("pat_permissionless", count(endpoints, Counts::permissionless));
    counts.put("pat_unknown", count(endpoints, one -> is(one, "pat", "unknown")));
    counts.put("pat_yes", count(endpoints, one -> is(one, "pat", "yes")));
    counts.put("permissions", collected.path("permissions").size());
    counts.put("recorded_permissions_agree", count(endpoints, one -> is(one, "ev", "recorded")));
    counts.put("recorded_scopes", count(endpoints, one -> one.has("recScopes")));
    return counts;
  }

  /// The levels of each permission that some endpoint asks for.
  static Map<String, Set<String>> levels(JsonNode endpoints) {
    Map<String, Set<String>> levels = new TreeMap<>();
    for (JsonNode endpoint : endpoints) {
      for (String field : new String[] {"fg", "appPerms"}) {
        for (JsonNode set : endpoint.path(field)) {
          set.properties()
              .forEach(need ->
                  levels
                      .computeIfAbsent(need.getKey(), _ -> new TreeSet<>())
                      .add(need.getValue().asText()));
        }
      }
    }
    return levels;
  }

  private static int count(JsonNode endpoints, Predicate<JsonNode> counted) {
    int count = 0;
    for (JsonNode endpoint : endpoints) {
      count += counted.test(endpoint) ? 1 : 0;
    }
    return count;
  }

  private static boolean is(JsonNode endpoint, String field, String value) {
    return endpoint.path(field).asText("").equals(value);
  }

  private static boolean holds(JsonNode endpoint, String kind) {
    return CompactTables.words(endpoint.path("app")).contains(kind);
  }

  private static boolean permissionless(JsonNode endpoint) {
    return PermissionSets.header(endpoint.path("fg")).equals(PermissionSets.NOTHING);
  }
}
