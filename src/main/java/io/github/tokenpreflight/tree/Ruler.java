package io.github.tokenpreflight.tree;

import io.github.tokenpreflight.source.Span;
import java.util.Arrays;

/// Measures a text: from offsets in UTF-16 units to lines and columns.
///
/// Lines end where [String#lines] ends them: at LF, CR or CR LF, and nowhere else.
public final class Ruler {
  private final String text;
  private int[] starts = new int[64];
  private int lines = 1;

  public Ruler(String text) {
    this.text = text;
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) == '\n' || (text.charAt(at) == '\r' && !text.startsWith("\n", at + 1))) {
        starts = lines == starts.length ? Arrays.copyOf(starts, lines * 2) : starts;
        starts[lines++] = at + 1;
      }
    }
  }

  /// The span from one offset to another, cut off at the end of its first line.
  ///
  /// An offset at a line end or at the end of the text moves back to the last thing that shows.
  public Span span(int from, int to) {
    int start = visible(from);
    int end = start;
    while (end < Math.min(to, text.length()) && !isLineEnd(end)) {
      end++;
    }
    while (end > start + 1 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int line = Arrays.binarySearch(starts, 0, lines, start);
    int row = line >= 0 ? line : -line - 2;
    return new Span(row + 1, start - starts[row] + 1, Math.max(1, end - start));
  }

  /// The nearest offset at or before this one where something shows.
  int visible(int offset) {
    int at = Math.clamp(offset, 0, Math.max(0, text.length() - 1));
    if (offset < text.length() && !isLineEnd(at)) {
      return at;
    }
    while (at > 0 && Character.isWhitespace(text.charAt(at))) {
      at--;
    }
    return at;
  }

  private boolean isLineEnd(int offset) {
    return text.charAt(offset) == '\n' || text.charAt(offset) == '\r';
  }
}
