package io.github.tokenpreflight.catalogue.tool;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What an update changed, in words for a pull request.
final class Changes {
  private final Map<String, List<String>> sections = new LinkedHashMap<>();

  Changes() {
    for (String title :
        List.of(
            "Added endpoints",
            "Changed endpoints",
            "Removed endpoints",
            "No longer in GitHub's tables, kept for what else we know",
            "To settle by hand: how do these permissions combine?",
            "Added permissions",
            "Changed permissions")) {
      sections.put(title, new ArrayList<>());
    }
  }

  void endpoint(String key, JsonNode before, JsonNode after) {
    if (before.isEmpty()) {
      add("Added endpoints", "`" + key + "`: " + needs(after));
    } else if (!before.equals(after)) {
      add("Changed endpoints", "`" + key + "`: " + difference(before, after));
    }
    if (!before.equals(after) && after.path("sem").asText("").equals("unverified")) {
      add("To settle by hand: how do these permissions combine?", "`" + key + "`: " + needs(after));
    }
  }

  void unlisted(String key, boolean kept) {
    add(
        kept ? "No longer in GitHub's tables, kept for what else we know" : "Removed endpoints",
        "`" + key + "`");
  }

  void permission(String name, JsonNode before, JsonNode after) {
    if (before.isMissingNode()) {
      add(
          "Added permissions",
          "`" + name + "` (" + after.path("scope").asText() + ", " + after.path("title") + ")");
    } else if (!before.equals(after)) {
      add("Changed permissions", "`" + name + "`: " + difference(before, after));
    }
  }

  boolean isEmpty() {
    return sections.values().stream().allMatch(List::isEmpty);
  }

  /// Markdown: one section for each sort of change that happened.
  String summary() {
    if (isEmpty()) {
      return "GitHub's tables say what the catalogue says.\n";
    }
    StringBuilder text = new StringBuilder();
    sections.forEach((title, lines) -> {
      if (!lines.isEmpty()) {
        text.append("## ").append(title).append(" (").append(lines.size()).append(")\n\n");
        lines.forEach(line -> text.append("- ").append(line).append('\n'));
        text.append('\n');
      }
    });
    return text.toString();
  }

  private void add(String section, String line) {
    sections.getOrDefault(section, new ArrayList<>()).add(line);
  }

  private static String needs(JsonNode endpoint) {
    return value(endpoint, "fg")
        + (endpoint.has("appPerms") ? ", apps " + value(endpoint, "appPerms") : "");
  }

  private static String difference(JsonNode before, JsonNode after) {
    TreeSet<String> fields = new TreeSet<>();
    before.fieldNames().forEachRemaining(fields::add);
    after.fieldNames().forEachRemaining(fields::add);
    List<String> parts = new ArrayList<>();
    for (String field : fields) {
      if (!before.path(field).equals(after.path(field))) {
        parts.add(field + " " + value(before, field) + " → " + value(after, field));
      }
    }
    return String.join("; ", parts);
  }

  private static String value(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode()) {
      return "nothing";
    }
    boolean sets = field.equals("fg") || field.equals("appPerms");
    return "`" + (sets ? PermissionSets.header(value) : value) + "`";
  }
}
