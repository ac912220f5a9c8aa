package io.github.tokenpreflight.catalogue.tool;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// GitHub's own tables, as the source of its documentation holds them.
///
/// - Source: `github/docs`, `src/github-apps/data/fpt-<api version>/`: two files of permissions
///   with the endpoints each one opens, and three plain lists of endpoints by kind of token.
/// - `additional-permissions` says that an endpoint knows more than one permission, not whether all
///   or any of them are needed.
/// - Where an endpoint needs another permission, its row under `metadata` is left out.
///
/// @param fineGrained the permission table of fine-grained tokens
/// @param apps the permission table of GitHub Apps
/// @param lists endpoint to category, for each kind of token
record GitHubTables(Table fineGrained, Table apps, Lists lists) {
  /// @param permissions by GitHub's name
  /// @param rows by endpoint, for example `GET /user`
  record Table(Map<String, Listed> permissions, Map<String, List<Row>> rows) {}

  /// A permission as its table introduces it.
  record Listed(String title, String target) {}

  /// One endpoint under one permission.
  record Row(Need need, String category, boolean more, boolean user, boolean installation) {}

  record Need(String permission, String level) {}

  record Lists(
      Map<String, String> fineGrained,
      Map<String, String> installation,
      Map<String, String> user) {}

  /// Reads the five files of a checkout of `github/docs`.
  static GitHubTables read(Path checkout, String apiVersion) throws IOException {
    Path data = checkout.resolve("src/github-apps/data/fpt-" + apiVersion);
    return new GitHubTables(
        table(Sources.json(data.resolve("fine-grained-pat-permissions.json"))),
        table(Sources.json(data.resolve("server-to-server-permissions.json"))),
        new Lists(
            list(Sources.json(data.resolve("fine-grained-pat.json"))),
            list(Sources.json(data.resolve("server-to-server-rest.json"))),
            list(Sources.json(data.resolve("user-to-server-rest.json")))));
  }

  List<Row> rows(Table table, String endpoint) {
    return table.rows().getOrDefault(endpoint, List.of());
  }

  /// Every endpoint that some file names, with its category.
  Map<String, String> endpoints() {
    Map<String, String> all = new TreeMap<>();
    all.putAll(lists.user());
    all.putAll(lists.installation());
    all.putAll(lists.fineGrained());
    for (Table table : List.of(apps, fineGrained)) {
      table.rows().forEach((endpoint, rows) -> all.put(endpoint, rows.getFirst().category()));
    }
    return all;
  }

  private static Table table(JsonNode file) {
    Map<String, Listed> permissions = new TreeMap<>();
    Map<String, List<Row>> rows = new TreeMap<>();
    for (var entry : file.properties()) {
      JsonNode permission = entry.getValue();
      permissions.put(entry.getKey(), new Listed(text(permission, "title"), target(permission)));
      for (JsonNode row : permission.path("permissions")) {
        rows.computeIfAbsent(endpoint(row), _ -> new ArrayList<>()).add(row(entry.getKey(), row));
      }
    }
    return new Table(permissions, rows);
  }

  private static Row row(String permission, JsonNode row) {
    return new Row(
        new Need(permission, text(row, "access")),
        text(row, "category"),
        row.path("additional-permissions").asBoolean(),
        row.path("user-to-server").asBoolean(),
        row.path("server-to-server").asBoolean());
  }

  private static Map<String, String> list(JsonNode file) {
    Map<String, String> list = new TreeMap<>();
    for (var category : file.properties()) {
      category.getValue().forEach(row -> list.put(endpoint(row), category.getKey()));
    }
    return list;
  }

  private static String endpoint(JsonNode row) {
    return text(row, "verb").toUpperCase(Locale.ROOT) + " " + text(row, "requestPath");
  }

  /// The first word of `Organization permissions for "Members"`.
  private static String target(JsonNode permission) {
    return text(permission, "displayTitle").split(" ", -1)[0].toLowerCase(Locale.ROOT);
  }

  private static String text(JsonNode node, String field) {
    String text = node.path(field).asText("");
    if (text.isEmpty()) {
      throw new IllegalArgumentException("GitHub's format changed: no `" + field + "` in " + node);
    }
    return text;
  }
}
