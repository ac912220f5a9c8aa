package io.github.tokenpreflight.render;

/// A line as a terminal shows it: how many cells its characters take.
///
/// Source: Unicode Standard Annex 11, "East Asian Width", the blocks in common use.
final class Cells {
  private static final int TAB = 4;
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xA000, 0xA4CF,
    0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE4F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x1F300,
    0x1F64F, 0x1F680, 0x1F6FF, 0x1F900, 0x1F9FF, 0x20000, 0x3FFFD
  };

  private Cells() {}

  /// The line with a fixed number of blanks for each tab.
  static String expanded(String line) {
    return line.replace("\t", " ".repeat(TAB));
  }

  /// The cells that an expanded text takes.
  static int of(String text) {
    return text.codePoints().map(Cells::of).sum();
  }

  /// As much of an expanded text as stands in the cells `from` to `to`, the last one excluded.
  static String window(String text, int from, int to) {
    StringBuilder out = new StringBuilder();
    int cell = 0;
    for (int i = 0; i < text.length() && cell < to; ) {
      int character = text.codePointAt(i);
      int width = of(character);
      if (cell >= from && cell + width <= to) {
        out.appendCodePoint(character);
      } else if (cell + width > from) {
        out.append(" ".repeat(Math.min(cell + width, to) - Math.max(cell, from)));
      }
      cell += width;
      i += Character.charCount(character);
    }
    return out.toString();
  }

  private static int of(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    for (int i = 0; i < WIDE.length; i += 2) {
      if (character >= WIDE[i] && character <= WIDE[i + 1]) {
        return 2;
      }
    }
    return 1;
  }
}
