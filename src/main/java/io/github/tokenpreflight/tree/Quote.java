package io.github.tokenpreflight.tree;

/// Words of a file as they may stand in a sentence.
public final class Quote {
  private static final int MOST = 40;
  private static final int MOST_BRIEF = 20;

  private Quote() {}

  /// In backticks, on one line, forty characters at most, and never a token.
  public static String of(String text) {
    return quote(text, MOST);
  }

  /// As [#of], twenty characters at most, for a sentence with two of them.
  public static String brief(String text) {
    return quote(text, MOST_BRIEF);
  }

  private static String quote(String text, int most) {
    return text.isEmpty() ? "an empty text" : "`" + shown(text, most) + "`";
  }

  private static String shown(String text, int most) {
    StringBuilder shown = new StringBuilder();
    for (int at = 0; at < text.length() && shown.length() < most; ) {
      int c = text.codePointAt(at);
      shown.appendCodePoint(isShowable(c) ? c : '?');
      at += Character.charCount(c);
    }
    return text.length() > shown.length() ? shown + "..." : shown.toString();
  }

  private static boolean isShowable(int c) {
    int type = Character.getType(c);
    return c != '`'
        && type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }
}
