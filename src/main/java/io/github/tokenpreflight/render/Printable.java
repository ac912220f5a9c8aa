package io.github.tokenpreflight.render;

import java.util.List;

/// Text from elsewhere without what would steer a terminal or turn the order of its letters.
public final class Printable {
  private static final char REPLACEMENT = '\uFFFD';

  private Printable() {}

  /// One line; line ends become blanks.
  public static String line(String text) {
    return String.join(" ", lines(text)).strip();
  }

  /// The lines of a text, at least one.
  static List<String> lines(String text) {
    List<String> lines = text.lines().map(Printable::visible).toList();
    return lines.isEmpty() ? List.of("") : lines;
  }

  /// Tabs stay.
  static String visible(String line) {
    StringBuilder out = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean steers = Character.isISOControl(c) && c != '\t';
      out.append(steers || turns(c) ? REPLACEMENT : c);
    }
    return out.toString();
  }

  /// The explicit marks of the Unicode bidirectional algorithm.
  private static boolean turns(char c) {
    return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
  }
}
