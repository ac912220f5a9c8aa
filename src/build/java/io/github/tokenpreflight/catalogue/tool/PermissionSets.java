package io.github.tokenpreflight.catalogue.tool;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Permission sets in the two forms of the inputs: JSON objects and the text of GitHub's header.
final class PermissionSets {
  static final String NOTHING = "none";

  private PermissionSets() {}

  /// Any-of sets, `contents=write;contents=write,workflows=write`; `none` is the empty set.
  static String header(JsonNode sets) {
    List<String> written = new ArrayList<>();
    for (JsonNode set : sets) {
      TreeSet<String> entries = new TreeSet<>();
      set.properties()
          .forEach(entry -> entries.add(entry.getKey() + "=" + entry.getValue().asText()));
      written.add(entries.isEmpty() ? NOTHING : String.join(",", entries));
    }
    return String.join(";", written);
  }

  /// The sets of one `X-Accepted-GitHub-Permissions` value.
  static List<String> ofHeader(String value) {
    List<String> sets = new ArrayList<>();
    for (String set : value.split(";", -1)) {
      TreeSet<String> entries = new TreeSet<>();
      for (String entry : set.split(",", -1)) {
        entries.add(entry.strip());
      }
      entries.remove("allows_permissionless_access=true");
      sets.add(entries.isEmpty() ? NOTHING : String.join(",", entries));
    }
    return sets;
  }
}
