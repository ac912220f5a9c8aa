package io.github.tokenpreflight.requirements;

/// The first line of a requirements file, by which editors find its schema.
public final class SchemaLine {
  /// The comment that language servers for YAML read.
  private static final String TEXT =
      "# yaml-language-server: $schema="
          + "https://raw.githubusercontent.com/token-preflight/token-preflight/main"
          + "/docs/schema/token-requirements.schema.json\n";

  private SchemaLine() {}

  /// The whole line, with its end.
  public static String text() {
    return TEXT;
  }
}
