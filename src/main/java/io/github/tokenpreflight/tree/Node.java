package io.github.tokenpreflight.tree;

import io.github.tokenpreflight.source.Span;
import java.util.List;

/// One value of a YAML or JSON text, as written, with its place.
public sealed interface Node {
  /// The written text of a scalar; of a list or mapping the first thing in it that shows.
  Span span();

  /// What it is, for the sentence "`scopes` is a mapping".
  String kind();

  /// Keys and values in the order of the text; no key stands in it twice.
  record Mapping(List<Entry> entries, Span span) implements Node {
    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public String kind() {
      return "a mapping";
    }
  }

  /// A key and its value. The span of an empty value is that of its key.
  record Entry(Scalar key, Node value) {}

  /// A list.
  record Sequence(List<Node> items, Span span) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /// A text, number, truth value or nothing: the text is what was written, never a coerced value.
  ///
  /// @param text without quotation marks, with escapes resolved
  record Scalar(String text, Style style, Span span) implements Node {
    /// Whether there is no value: `key:`, `~` or `null`.
    public boolean isNothing() {
      return style == Style.PLAIN
          && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
    }

    /// Whether it is a whole number in plain decimal digits, without sign or leading zeros.
    public boolean isCount() {
      return style == Style.PLAIN
          && !text.isEmpty()
          && text.chars().allMatch(c -> c >= '0' && c <= '9')
          && (text.length() == 1 || text.charAt(0) != '0');
    }

    @Override
    public String kind() {
      return isNothing() ? "empty" : isCount() ? "a number" : "a text";
    }
  }

  /// How a scalar was written.
  enum Style {
    /// Bare; in JSON a number, `true`, `false` or `null`.
    PLAIN,
    /// In single or double quotes.
    QUOTED,
    /// After `|` or `>`.
    BLOCK
  }
}
