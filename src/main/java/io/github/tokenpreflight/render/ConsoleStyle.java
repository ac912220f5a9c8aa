package io.github.tokenpreflight.render;

/// How the console is spoken to.
///
/// @param colours whether to send ANSI colours
/// @param discreet whether anyone may read along: leaves out login, held scopes and expiry date
/// @param guide where to send the reader
/// @param action whether the runner reads along and would obey commands in foreign text
public record ConsoleStyle(boolean colours, boolean discreet, boolean action, Guide guide) {
  private static final int BOLD = 1;
  private static final int GREEN = 32;

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

  private String coloured(String text, int code) {
    return colours ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }
}
