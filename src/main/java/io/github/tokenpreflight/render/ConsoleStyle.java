package io.github.tokenpreflight.render;

import java.util.ArrayList;
import java.util.List;

/// How the text for the console looks.
///
/// @param colours whether to send ANSI colours
/// @param discreet whether anyone may read along: leaves out login, held scopes and expiry date
/// @param action whether the runner reads along and would obey commands in foreign text
/// @param guide where to send the reader
/// @param columns the cells of a line at a terminal, 0 where lines are wrapped by others or never
public record ConsoleStyle(
    boolean colours, boolean discreet, boolean action, Guide guide, int columns) {
  private static final int BOLD = 1;
  private static final int GREEN = 32;

  /// The most of a line of a file that is shown.
  static final int WIDTH = 100;

  /// What stands before and behind a line of a file.
  private static final int MARGIN = 12;

  private static final int LEAST = 40;

  String bold(String text) {
    return coloured(text, BOLD);
  }

  String good(String text) {
    return coloured(text, GREEN);
  }

  /// The text in bold letters of a colour of its own.
  String loud(String text, int colour) {
    return colours ? coloured(coloured(text, colour), BOLD) : text;
  }

  /// The cells that a line of a file may take.
  int width() {
    return columns == 0 ? WIDTH : Math.clamp(columns - MARGIN, LEAST, WIDTH);
  }

  /// The lines of a text, at a terminal broken at blanks. A word, such as an address, is never
  /// broken.
  ///
  /// @param indent the cells before each line
  List<String> wrapped(String text, int indent) {
    List<String> lines = Printable.lines(text);
    return columns == 0
        ? lines
        : lines.stream()
            .flatMap(line -> broken(line, Math.max(LEAST, columns - indent)).stream())
            .toList();
  }

  private static List<String> broken(String line, int room) {
    List<String> lines = new ArrayList<>();
    String rest = line;
    while (Cells.of(rest) > room && rest.strip().indexOf(' ') > 0) {
      int cut = rest.lastIndexOf(' ', Math.min(room, rest.length() - 1));
      cut = cut <= 0 || rest.substring(0, cut).isBlank() ? rest.indexOf(' ', room) : cut;
      if (cut < 0) {
        break;
      }
      lines.add(rest.substring(0, cut));
      rest = rest.substring(cut + 1);
    }
    lines.add(rest);
    return lines;
  }

  private String coloured(String text, int code) {
    return colours ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }
}
