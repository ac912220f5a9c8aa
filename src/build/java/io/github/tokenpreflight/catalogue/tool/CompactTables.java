package io.github.tokenpreflight.catalogue.tool;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// The collected data as the text tables that ship; file name to content.
final class CompactTables {
  private final Sources sources;

  CompactTables(Sources sources) {
    this.sources = sources;
  }

  Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("scopes.tsv", scopes());
    files.put("permissions.tsv", permissions());
    files.put("endpoints.tsv", endpoints());
    files.put("integer-parameters.tsv", integers());
    return files;
  }

  private String scopes() {
    List<String> rows = new ArrayList<>();
    for (JsonNode scope : sources.scopes().path("scopes")) {
      List<String> within = new ArrayList<>();
      List<String> onPublic = new ArrayList<>();
      for (String other : words(scope.path("alsoWithin"))) {
        (other.equals("public_repo") ? onPublic : within).add(other);
      }
      rows.add(
          String.join(
              "\t",
              scope.path("scope").asText(),
              scope.path("parent").asText(""),
              String.join(",", within),
              String.join(",", onPublic),
              scope.path("evidence").asText(),
              scope.path("description").asText()));
    }
    return table(
        "GitHub Docs, Scopes for OAuth apps; the cell evidence tells what is known from elsewhere",
        sources.scopes().path("meta").path("captured").asText(),
        "scope, parent, also within, also within on public repositories, evidence, description",
        rows);
  }

  private String permissions() {
    Map<String, String> rows = new TreeMap<>();
    for (var entry : sources.permissions().path("permissions").properties()) {
      rows.put(entry.getKey(), permission(entry.getKey(), entry.getValue()));
    }
    return table(
        "GitHub Docs, permissions required for fine-grained personal access tokens and GitHub Apps",
        sources.tablesCaptured(),
        "name, label, target, levels, holders, creation page levels, workflow key, workflow levels,"
            + " name for apps",
        List.copyOf(rows.values()));
  }

  private static String permission(String name, JsonNode permission) {
    List<String> holders = new ArrayList<>();
    for (String holder : List.of("pat", "app")) {
      if (permission.path(holder).asBoolean()) {
        holders.add(holder);
      }
    }
    JsonNode workflow = permission.path("workflow");
    return String.join(
        "\t",
        name,
        permission.path("title").asText(),
        permission.path("scope").asText(),
        levels(
            permission.path("levelsUsed"), permission.path("urlLevels"), workflow.path("levels")),
        String.join(",", holders),
        levels(permission.path("urlLevels")),
        workflow.path("name").asText(""),
        levels(workflow.path("levels")),
        permission.path("appName").asText(""));
  }

  private String endpoints() {
    Map<String, String> rows = new TreeMap<>();
    for (var entry : sources.permissions().path("endpoints").properties()) {
      JsonNode recorded = sources.recorded().path("endpoints").path(entry.getKey());
      rows.put(
          entry.getKey(),
          EndpointLine.of(entry.getKey(), entry.getValue(), recorded)
              + "\t"
              + sources.operations().cell(entry.getKey()));
    }
    return table(
        "GitHub Docs, permission tables and endpoint lists; OpenAPI description; recorded headers",
        sources.tablesCaptured(),
        "endpoint, operation id, category, flags, fine-grained, app, sets, app sets, combination,"
            + " certainty, classic scopes, recorded scopes, recorded permissions, callers",
        List.copyOf(rows.values()));
  }

  private String integers() {
    return table(
        "npm @octokit/openapi (MIT), made from github/rest-api-description (MIT)",
        sources.operations().captured(),
        "path parameter that is an integer wherever it stands",
        List.of(sources.operations().integers().split(",", -1)));
  }

  private String table(String source, String captured, String columns, List<String> rows) {
    StringBuilder text = new StringBuilder();
    text.append("# source: ").append(source).append('\n');
    text.append("# captured: ").append(captured).append('\n');
    text.append("# api-version: ").append(sources.apiVersion()).append('\n');
    text.append("# licence: facts converted from GitHub Docs (CC BY 4.0) and github/")
        .append("rest-api-description (MIT), both by GitHub, Inc.\n");
    text.append("# generated: by CatalogueGenerator, do not edit by hand\n");
    text.append("# columns: ").append(columns).append('\n');
    for (String row : rows) {
      text.append(row.stripTrailing()).append('\n');
    }
    return text.toString();
  }

  static List<String> words(JsonNode array) {
    List<String> words = new ArrayList<>();
    array.forEach(word -> words.add(word.asText()));
    return words;
  }

  private static String levels(JsonNode... lists) {
    TreeSet<String> named = new TreeSet<>();
    for (JsonNode list : lists) {
      named.addAll(words(list));
    }
    return String.join(
        ",", List.of("read", "write", "admin").stream().filter(named::contains).toList());
  }
}
