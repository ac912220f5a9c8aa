package io.github.tokenpreflight.requirements;

/// Errors that a JSON Schema cannot express, so that only the reader finds them.
enum BeyondSchema {
  /// The text is not YAML or JSON at all, so no schema is ever asked.
  NOTATION,
  /// Anchors, aliases, tags, merge keys, a second document: gone before a schema is asked.
  YAML_FEATURE,
  /// A key that stands twice: gone before a schema is asked.
  DUPLICATE_KEY,
  /// Two names that differ only in case, or in `-` and `_`.
  SAME_NAME,
  /// Two requirements that cannot both come true.
  CONTRADICTION,
  /// A call of the right form that GitHub does not document.
  UNKNOWN_ENDPOINT,
  /// A number that is right but not in plain decimal digits, such as `1.0` or `0x10`.
  NUMBER_NOTATION,
  /// A token itself, which may stand in a comment too.
  PASTED_TOKEN,
  /// An expression of a workflow, which may stand in the middle of a text.
  EXPRESSION,
  /// A call of a documented form, at a place that cannot be one.
  STRANGE_PLACE
}
