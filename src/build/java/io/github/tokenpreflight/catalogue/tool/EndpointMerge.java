package io.github.tokenpreflight.catalogue.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tokenpreflight.catalogue.tool.GitHubTables.Row;
import java.util.List;
import java.util.Map;

/// One endpoint: what we know of it, brought up to date with GitHub's tables.
///
/// What the tables cannot tell is kept: how permissions combine, how that is known, classic scopes
/// and recordings. A combination that is new to us is marked `unverified`.
final class EndpointMerge {
  private final GitHubTables tables;
  private final Map<String, String> aliases;

  /// @param aliases the names for apps of permissions that are called otherwise elsewhere
  EndpointMerge(GitHubTables tables, Map<String, String> aliases) {
    this.tables = tables;
    this.aliases = aliases;
  }

  ObjectNode merge(String key, ObjectNode known) {
    ObjectNode merged = known.deepCopy();
    merged.remove("plan");
    fineGrained(merged, key);
    appSets(merged, key);
    apps(merged, key);
    return ordered(merged);
  }

  private void fineGrained(ObjectNode endpoint, String key) {
    List<Row> rows = tables.rows(tables.fineGrained(), key);
    if (!rows.isEmpty()) {
      endpoint.put("pat", "yes");
      resolve(endpoint, "fg", Footprint.ofRows(rows, aliases));
    } else if (tables.lists().fineGrained().containsKey(key)) {
      endpoint.put("pat", "yes");
      if (!endpoint.has("fg")) {
        endpoint.putArray("fg").addObject();
        endpoint.put("ev", "inferred");
      }
    } else if (!keptWithoutListing(endpoint)) {
      endpoint.put("pat", endpoint.path("pat").asText("").equals("unknown") ? "unknown" : "no");
      withoutFineGrained(endpoint, key);
    }
  }

  /// The sets are not forgotten where apps still need the same.
  private void withoutFineGrained(ObjectNode endpoint, String key) {
    JsonNode sets = endpoint.path("fg");
    Footprint listed = Footprint.ofRows(tables.rows(tables.apps(), key), aliases);
    if (endpoint.has("appPerms") || sets.isMissingNode()) {
      endpoint.remove("fg");
    } else if (listed.sameNeeds(Footprint.ofSets(sets))) {
      endpoint.set("appPerms", sets);
      endpoint.remove("fg");
    } else {
      endpoint.remove(List.of("fg", "sem", "ev"));
    }
  }

  /// GitHub's list leaves out endpoints that need no permission, and we know some by other means.
  private static boolean keptWithoutListing(ObjectNode endpoint) {
    return endpoint.path("pat").asText().equals("yes") && endpoint.has("ev");
  }

  private void appSets(ObjectNode endpoint, String key) {
    List<Row> rows = tables.rows(tables.apps(), key);
    if (rows.isEmpty()) {
      return;
    }
    Footprint listed = Footprint.ofRows(rows, aliases);
    boolean asFineGrained = listed.sameNeeds(Footprint.ofSets(endpoint.path("fg")));
    if (!asFineGrained) {
      resolve(endpoint, "appPerms", listed);
    } else if (!listed.sameNeeds(Footprint.ofSets(endpoint.path("appPerms")))) {
      endpoint.remove("appPerms");
    }
  }

  /// Keeps the known sets of a field while the tables list the same permissions for it. How they
  /// combine is noted once for an endpoint: by `fg`, or by `appPerms` where there is no `fg`.
  private static void resolve(ObjectNode endpoint, String field, Footprint listed) {
    boolean known = listed.sameNeeds(Footprint.ofSets(endpoint.path(field)));
    if (!known) {
      endpoint.set(field, listed.asOneSet());
      if (field.equals("fg") || !endpoint.has("fg")) {
        endpoint.remove(List.of("sem", "ev"));
      }
    }
    boolean settled = endpoint.has("sem") || endpoint.path("ev").asText("").equals("recorded");
    if (listed.doubtful() && !settled) {
      endpoint.put("sem", "unverified");
      endpoint.put("ev", "inferred");
    }
  }

  private void apps(ObjectNode endpoint, String key) {
    List<Row> rows = tables.rows(tables.apps(), key);
    ArrayNode app = JsonNodeFactory.instance.arrayNode();
    if (tables.lists().installation().containsKey(key)
        || rows.stream().anyMatch(Row::installation)) {
      app.add("installation");
    }
    if (tables.lists().user().containsKey(key) || rows.stream().anyMatch(Row::user)) {
      app.add("user");
    }
    endpoint.remove("app");
    if (!app.isEmpty()) {
      endpoint.set("app", app);
    }
  }

  /// The fields in the order of the collected file, so that its lines differ only where facts do.
  private static ObjectNode ordered(ObjectNode endpoint) {
    ObjectNode ordered = JsonNodeFactory.instance.objectNode();
    for (String field :
        List.of(
            "op", "cat", "plan", "deprecated", "disputed", "pat", "fg", "sem", "app", "appPerms")) {
      if (endpoint.has(field)) {
        ordered.set(field, endpoint.get(field));
      }
    }
    ordered.setAll(endpoint);
    return ordered;
  }
}
