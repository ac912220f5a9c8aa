package io.github.tokenpreflight.catalogue;

import java.util.Optional;

/// A level of a permission; a higher one includes every lower one.
///
/// - Source: GitHub Docs, "Permissions required for fine-grained personal access tokens" (write
///   includes read, admin includes write), captured 2026-08-22.
public enum Level {
  NONE("none"),
  READ("read"),
  WRITE("write"),
  ADMIN("admin");

  private final String wireName;

  Level(String wireName) {
    this.wireName = wireName;
  }

  /// The word GitHub uses in tables, headers, links and workflow files.
  public String wireName() {
    return wireName;
  }

  /// The level of that word, lower case as GitHub writes it; absent for any other text.
  public static Optional<Level> parse(String word) {
    return switch (word) {
      case "none" -> Optional.of(NONE);
      case "read" -> Optional.of(READ);
      case "write" -> Optional.of(WRITE);
      case "admin" -> Optional.of(ADMIN);
      default -> Optional.empty();
    };
  }

  /// Whether a grant of this level suffices where the other is asked for.
  public boolean includes(Level other) {
    return compareTo(other) >= 0;
  }
}
