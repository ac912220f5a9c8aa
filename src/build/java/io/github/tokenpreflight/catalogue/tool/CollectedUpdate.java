package io.github.tokenpreflight.catalogue.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The collected permissions and endpoints, brought up to date with GitHub's tables.
///
/// - Enterprise Cloud rows stay as they are: the tables are those of github.com.
/// - An endpoint that the tables no longer name is removed, unless we know something of it that the
///   tables do not say; then it is kept and reported.
/// - Permissions are added and completed, never removed.
final class CollectedUpdate {
  private static final Comparator<String> BY_PATH =
      Comparator.comparing((String key) -> key.substring(key.indexOf(' ') + 1))
          .thenComparing(Comparator.naturalOrder());

  private final ObjectNode before;
  private final GitHubTables tables;
  private final Map<String, String> listed;
  private final Changes changes = new Changes();

  CollectedUpdate(JsonNode before, GitHubTables tables) {
    this.before = before.deepCopy();
    this.tables = tables;
    this.listed = tables.endpoints();
  }

  /// The new content of `permissions.json`.
  ObjectNode merged(LocalDate captured) {
    ObjectNode after = JsonNodeFactory.instance.objectNode();
    ObjectNode meta = after.putObject("meta").setAll((ObjectNode) before.path("meta").deepCopy());
    ObjectNode endpoints = endpoints();
    after.set("permissions", permissions(endpoints));
    after.set("endpoints", endpoints);
    meta.put("built", captured.toString());
    meta.withObject("/captured").put("tables", captured.toString());
    meta.set("counts", Counts.of(after));
    return after;
  }

  /// What [#merged] changed.
  Changes changes() {
    return changes;
  }

  private ObjectNode endpoints() {
    JsonNode known = before.path("endpoints");
    TreeSet<String> keys = new TreeSet<>(BY_PATH);
    known.fieldNames().forEachRemaining(keys::add);
    keys.addAll(listed.keySet());
    EndpointMerge merge = new EndpointMerge(tables, aliases());
    ObjectNode endpoints = JsonNodeFactory.instance.objectNode();
    for (String key : keys) {
      if (listed.containsKey(key)) {
        ObjectNode old = known.path(key).isObject() ? (ObjectNode) known.get(key) : none();
        ObjectNode now = merge.merge(key, old.deepCopy().put("cat", listed.get(key)));
        changes.endpoint(key, old, now);
        endpoints.set(key, now.equals(old) ? old : now);
      } else if (kept(key, known.path(key))) {
        endpoints.set(key, known.path(key));
      }
    }
    return endpoints;
  }

  private boolean kept(String key, JsonNode endpoint) {
    boolean fromTables = endpoint.has("cat");
    if (!fromTables || endpoint.has("plan")) {
      return true;
    }
    boolean knowledge =
        List.of("ev", "sem", "classicScopes", "recScopes").stream().anyMatch(endpoint::has);
    changes.unlisted(key, knowledge);
    return knowledge;
  }

  private ObjectNode permissions(ObjectNode endpoints) {
    Map<String, ObjectNode> all = new TreeMap<>();
    before
        .path("permissions")
        .properties()
        .forEach(entry -> all.put(entry.getKey(), entry.getValue().deepCopy()));
    list(all, tables.fineGrained(), "pat");
    list(all, tables.apps(), "app");
    Map<String, Set<String>> used = Counts.levels(endpoints);
    ObjectNode permissions = JsonNodeFactory.instance.objectNode();
    all.forEach((name, permission) -> {
      PermissionNode.use(permission, used.getOrDefault(name, Set.of()));
      changes.permission(name, before.path("permissions").path(name), permission);
      permissions.set(name, permission);
    });
    return permissions;
  }

  private void list(Map<String, ObjectNode> all, GitHubTables.Table table, String holder) {
    table
        .permissions()
        .forEach((listedName, listed) -> {
          String name = aliases().getOrDefault(listedName, listedName);
          ObjectNode permission = all.computeIfAbsent(name, _ -> PermissionNode.of(listed));
          permission.put(holder, true);
        });
  }

  private Map<String, String> aliases() {
    Map<String, String> aliases = new HashMap<>();
    for (var entry : before.path("permissions").properties()) {
      if (entry.getValue().has("appName")) {
        aliases.put(entry.getValue().path("appName").asText(), entry.getKey());
      }
    }
    return aliases;
  }

  private static ObjectNode none() {
    return JsonNodeFactory.instance.objectNode();
  }
}
