package io.github.tokenpreflight.token;

/// A flaw of a value that should be a token, seen from outside.
public enum Blemish {
  /// White space or a line end before or after the token; many tools trim it, some do not.
  SURROUNDING_SPACE("has white space or a line end around the token", false),
  /// Quotation marks that became part of the value.
  QUOTES("is wrapped in quotation marks", true),
  /// `Bearer ` or `token ` copied from an `Authorization` header.
  SCHEME_PREFIX("starts with the scheme of an `Authorization` header", true),
  /// A line break in the middle.
  LINE_BREAK("has a line break inside", true),
  /// Characters that no token has.
  UNSENDABLE("has characters that no token has", true),
  /// Shorter or longer than every token of its form that was ever seen, or with a wrong checksum.
  CUT_SHORT("looks cut short or mistyped", false);

  private final String words;
  private final boolean fatal;

  Blemish(String words, boolean fatal) {
    this.words = words;
    this.fatal = fatal;
  }

  /// What is wrong, as the end of a sentence that starts with the value.
  public String words() {
    return words;
  }

  /// Whether no tool can use the value as it stands. The others are a warning at most.
  public boolean fatal() {
    return fatal;
  }
}
