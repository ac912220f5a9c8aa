package io.github.tokenpreflight.github;

import java.util.regex.Pattern;

/// Text from outside, made fit to stand in a line of a report.
final class OneLine {
  private static final int LONGEST = 600;
  private static final Pattern GAPS = Pattern.compile("[\\s\\p{Cntrl}]+");

  private OneLine() {}

  /// Line breaks, tabs and control characters become one space; a long text is cut and says so.
  static String of(String text) {
    String head = text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text;
    String line = GAPS.matcher(head).replaceAll(" ").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }
}
