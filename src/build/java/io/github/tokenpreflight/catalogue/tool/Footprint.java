package io.github.tokenpreflight.catalogue.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tokenpreflight.catalogue.tool.GitHubTables.Row;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The permissions that an endpoint knows, however they combine: what GitHub's tables can tell.
///
/// @param needs `contents=write`, sorted; without `metadata=read` beside others, as in the tables
/// @param doubtful whether the tables leave open how they combine
record Footprint(Set<String> needs, boolean doubtful) {
  private static final String METADATA = "metadata=read";

  static Footprint ofRows(List<Row> rows, Map<String, String> aliases) {
    TreeSet<String> needs = new TreeSet<>();
    for (Row row : rows) {
      String name = row.need().permission();
      needs.add(aliases.getOrDefault(name, name) + "=" + row.need().level());
    }
    boolean more = rows.stream().anyMatch(Row::more);
    return new Footprint(withoutMetadata(needs), more || needs.size() > 1);
  }

  static Footprint ofSets(JsonNode sets) {
    TreeSet<String> needs = new TreeSet<>();
    for (JsonNode set : sets) {
      set.properties().forEach(need -> needs.add(need.getKey() + "=" + need.getValue().asText()));
    }
    return new Footprint(withoutMetadata(needs), false);
  }

  boolean sameNeeds(Footprint other) {
    return needs.equals(other.needs);
  }

  /// One set with all needs, which suffices however they combine.
  ArrayNode asOneSet() {
    ArrayNode sets = JsonNodeFactory.instance.arrayNode();
    ObjectNode set = sets.addObject();
    for (String need : needs) {
      int equals = need.indexOf('=');
      set.put(need.substring(0, equals), need.substring(equals + 1));
    }
    return sets;
  }

  private static Set<String> withoutMetadata(TreeSet<String> needs) {
    if (needs.size() > 1) {
      needs.remove(METADATA);
    }
    return needs;
  }
}
