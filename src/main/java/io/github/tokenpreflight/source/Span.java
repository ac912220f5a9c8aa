package io.github.tokenpreflight.source;

/// A piece of one line of a text.
///
/// - Unit: lines and columns count from 1, columns and length in UTF-16 units as editors do.
/// - Errors: a span below 1:1 or without length is a programming error.
public record Span(int line, int column, int length) {
  public Span {
    if (line < 1 || column < 1 || length < 1) {
      throw new IllegalArgumentException("a span starts at 1:1 and covers text");
    }
  }

  /// The column of the last character of the span.
  public int endColumn() {
    return column + length - 1;
  }
}
