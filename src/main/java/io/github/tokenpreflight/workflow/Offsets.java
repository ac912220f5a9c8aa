package io.github.tokenpreflight.workflow;

import io.github.tokenpreflight.source.Place;
import io.github.tokenpreflight.source.Span;
import io.github.tokenpreflight.tree.Node.Style;
import io.github.tokenpreflight.tree.Ruler;
import java.util.List;

/// Places of words inside one text: from offsets in the value to lines and columns of the file.
///
/// Where folded lines or escapes move the words, they are looked for from the first line on; where
/// they cannot be found at all, the place is that of the whole text.
public final class Offsets {
  private final Text text;
  private final Ruler ruler;
  private final List<String> lines;
  private final boolean block;

  public Offsets(Text text) {
    this.text = text;
    this.ruler = new Ruler(text.text());
    this.lines = text.text().lines().toList();
    this.block = text.scalar().style() == Style.BLOCK;
  }

  /// The place of some words.
  ///
  /// @param offset where they start in the value
  /// @param words without a line break
  public Place place(int offset, String words) {
    if (words.isEmpty()) {
      return text.place();
    }
    Span inside = ruler.span(offset, offset + words.length());
    Span whole = text.scalar().span();
    int line = whole.line() + inside.line() - 1 + (block ? 1 : 0);
    int column = inside.column() - 1 + indentation(line, inside);
    return source(line).startsWith(words, column)
        ? at(line, column, words)
        : searched(words, whole);
  }

  /// What stands before the value in a line of the file.
  private int indentation(int line, Span inside) {
    Span whole = text.scalar().span();
    if (block) {
      return source(line).length() - lines.get(inside.line() - 1).length();
    }
    boolean quoted = text.scalar().style() == Style.QUOTED;
    return inside.line() > 1 ? 0 : whole.column() - 1 + (quoted ? 1 : 0);
  }

  private Place searched(String words, Span whole) {
    int from = block ? 0 : whole.column() - 1;
    for (int line = whole.line() + (block ? 1 : 0); text.file().line(line).isPresent(); line++) {
      int column = source(line).indexOf(words, from);
      if (column >= 0) {
        return at(line, column, words);
      }
      from = 0;
    }
    return text.place();
  }

  private Place at(int line, int column, String words) {
    return text.file().at(new Span(line, column + 1, words.length()));
  }

  private String source(int line) {
    return text.file().line(line).orElse("");
  }
}
