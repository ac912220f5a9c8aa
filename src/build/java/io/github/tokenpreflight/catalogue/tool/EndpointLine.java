package io.github.tokenpreflight.catalogue.tool;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// One endpoint of the collected data as a line of the shipped table.
final class EndpointLine {
  private EndpointLine() {}

  static String of(String key, JsonNode endpoint, JsonNode recorded) {
    return String.join(
        "\t",
        key,
        endpoint.path("op").asText(""),
        endpoint.path("cat").asText(""),
        flags(endpoint),
        endpoint.path("pat").asText(),
        app(endpoint),
        PermissionSets.header(endpoint.path("fg")),
        PermissionSets.header(endpoint.path("appPerms")),
        endpoint.path("sem").asText(""),
        endpoint.path("ev").asText(""),
        classicScopes(endpoint.path("classicScopes")),
        recordedScopes(endpoint.path("recScopes")),
        recordedPermissions(recorded.path("permissions")));
  }

  private static String flags(JsonNode endpoint) {
    List<String> flags = new ArrayList<>();
    if (endpoint.path("plan").asText("").equals("ghec")) {
      flags.add("ghec");
    }
    for (String flag : List.of("deprecated", "disputed")) {
      if (endpoint.path(flag).asBoolean()) {
        flags.add(flag);
      }
    }
    return String.join(",", flags);
  }

  /// No word about apps means no only where fine-grained tokens are refused as well: GitHub's lists
  /// leave out Enterprise Cloud rows and a few others, about which nothing is known.
  private static String app(JsonNode endpoint) {
    if (endpoint.has("app")) {
      return String.join(",", CompactTables.words(endpoint.path("app")));
    }
    return endpoint.path("pat").asText().equals("no") ? "" : "?";
  }

  /// The texts' unusable scope names (`prose`) stay behind.
  private static String classicScopes(JsonNode scopes) {
    List<String> parts = new ArrayList<>();
    for (String key : List.of("any", "public", "private", "optional")) {
      if (scopes.has(key)) {
        parts.add(key + "=" + sets(scopes.path(key)));
      }
    }
    for (JsonNode extra : scopes.path("also")) {
      parts.add(
          "when "
              + extra.path("when").asText()
              + "="
              + String.join(",", CompactTables.words(extra.path("scopes"))));
    }
    if (scopes.path("none").asBoolean()) {
      parts.add("for=nobody");
    }
    if (scopes.path("patOnly").asBoolean()) {
      parts.add("for=classic");
    }
    return String.join(";", parts);
  }

  private static String sets(JsonNode sets) {
    List<String> alternatives = new ArrayList<>();
    sets.forEach(set -> alternatives.add(String.join(",", CompactTables.words(set))));
    return String.join("|", alternatives);
  }

  private static String recordedScopes(JsonNode scopes) {
    if (scopes.isMissingNode()) {
      return "";
    }
    return scopes.isEmpty() ? "any" : String.join(",", CompactTables.words(scopes));
  }

  /// All recorded header values, taken as one any-of list.
  private static String recordedPermissions(JsonNode values) {
    TreeSet<String> sets = new TreeSet<>();
    values.fieldNames().forEachRemaining(value -> sets.addAll(PermissionSets.ofHeader(value)));
    return String.join(";", sets);
  }
}
