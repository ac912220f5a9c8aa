package io.github.tokenpreflight.collect;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The files of a repository that an audit reads.
final class RepositoryFiles {
  static final List<String> REQUIREMENTS =
      List.of(
          ".github/token-requirements.yml",
          ".github/token-requirements.yaml",
          ".github/token-requirements.json");

  static final String WORKFLOWS = ".github/workflows";

  /// The alias of the query for each requirements file.
  static final Map<String, String> ALIASES =
      Map.of("yml", REQUIREMENTS.get(0), "yaml", REQUIREMENTS.get(1), "json", REQUIREMENTS.get(2));

  /// What each alias asks Git for: the file on the default branch.
  static final Map<String, String> EXPRESSIONS = expressions();

  private RepositoryFiles() {}

  /// Whether GitHub takes a file of that name, in the folder of workflows, for one.
  static boolean isWorkflow(String name) {
    return name.endsWith(".yml") || name.endsWith(".yaml");
  }

  private static Map<String, String> expressions() {
    Map<String, String> expressions = new TreeMap<>(Map.of("workflows", "HEAD:" + WORKFLOWS));
    ALIASES.forEach((alias, path) -> expressions.put(alias, "HEAD:" + path));
    return Map.copyOf(expressions);
  }
}
