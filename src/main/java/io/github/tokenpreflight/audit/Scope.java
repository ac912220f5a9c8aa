package io.github.tokenpreflight.audit;

/// What is audited.
///
/// @param kind organization, user, or a folder of checkouts
/// @param name the login, or the folder as it was given
public record Scope(Kind kind, String name) {
  /// Where repositories come from.
  public enum Kind {
    ORGANIZATION("organization"),
    USER("user"),
    CHECKOUTS("checkouts");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
