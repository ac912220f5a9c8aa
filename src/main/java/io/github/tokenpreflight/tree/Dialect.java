package io.github.tokenpreflight.tree;

/// The part of YAML that a file may use.
public enum Dialect {
  /// A requirements file: no anchors, no aliases, no tags.
  REQUIREMENTS(16, "a requirements file needs seven at most"),

  /// A workflow or an action, as GitHub reads it: with anchors, aliases and tags, without merge
  /// keys.
  ///
  /// - Source: actions/runner issue 1182 (anchors since August 2025) and the limit of one hundred
  ///   levels in the template reader of actions/runner, read 2026-11.
  WORKFLOW(100, "GitHub reads a hundred at most");

  private final int deepest;
  private final String help;

  Dialect(int deepest, String help) {
    this.deepest = deepest;
    this.help = help;
  }

  /// How many mappings and lists may stand inside one another.
  int deepest() {
    return deepest;
  }

  /// How many levels are enough, for the message about too many.
  String help() {
    return help;
  }
}
