package io.github.tokenpreflight.render;

/// Text from elsewhere inside GitHub's Markdown, on one line.
///
/// Nothing in it becomes HTML, a heading, a mention or an image. Names in backticks stay code.
public final class Markdown {
  private static final String SPECIAL = "\\`*_{}[]#~!";

  /// An invisible character that keeps GitHub from seeing a mention or a link.
  private static final String GAP = "&#8203;";

  private final String text;
  private final boolean foreign;
  private final StringBuilder out = new StringBuilder();

  private Markdown(String text, boolean foreign) {
    this.text = Printable.line(text);
    this.foreign = foreign;
  }

  /// Our own words: addresses become links.
  static String own(String text) {
    return new Markdown(text, false).escaped();
  }

  /// Words of a server or a file: addresses stay text.
  public static String foreign(String text) {
    return new Markdown(text, true).escaped();
  }

  /// Our own words inside an element of HTML, where GitHub reads no Markdown.
  static String html(String text) {
    StringBuilder out = new StringBuilder();
    boolean code = false;
    for (String part : Printable.line(text).split("`", -1)) {
      String escaped = part.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
      String still = escaped.replaceAll("(?<=@)(?=\\w)|(?<=:)(?=//)|(?<=#)(?=\\d)", GAP);
      out.append(code ? "<code>" + escaped + "</code>" : still);
      code = !code;
    }
    return out.toString();
  }

  /// An address or another value between quotation marks of HTML.
  static String attribute(String text) {
    return Printable.line(text).replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
  }

  /// All of it as code.
  static String code(String text) {
    String line = Printable.line(text);
    if (line.isEmpty()) {
      return "";
    }
    String fence = "`";
    while (line.contains(fence)) {
      fence += "`";
    }
    String pad = fence.length() > 1 ? " " : "";
    return fence + pad + line + pad + fence;
  }

  /// Markdown made to stand in a cell of a table.
  public static String cell(String markdown) {
    return markdown.replace("|", "\\|");
  }

  private String escaped() {
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('`', at);
      int close = open < 0 ? -1 : text.indexOf('`', open + 1);
      if (close <= open + 1) {
        int end = open < 0 || close < 0 ? text.length() : close + 1;
        plain(at, end);
        at = end;
      } else {
        plain(at, open);
        out.append(code(text.substring(open + 1, close)));
        at = close + 1;
      }
    }
    return out.toString();
  }

  private void plain(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '@' || (foreign && (text.startsWith("://", i) || isIssue(i)))) {
        out.append(c).append(GAP);
      } else if (text.startsWith("https://", i)) {
        i = link(i, to) - 1;
      } else if (foreign && text.startsWith("www.", i)) {
        out.append("www").append(GAP);
        i += 2;
      } else {
        character(c);
      }
    }
  }

  private void character(char c) {
    switch (c) {
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '&' -> out.append("&amp;");
      default -> {
        if (SPECIAL.indexOf(c) >= 0) {
          out.append('\\');
        }
        out.append(c);
      }
    }
  }

  private boolean isIssue(int i) {
    return text.charAt(i) == '#' && i + 1 < text.length() && Character.isDigit(text.charAt(i + 1));
  }

  /// Writes the address that starts here, and returns where it ends.
  private int link(int from, int to) {
    if (foreign) {
      out.append("https");
      return from + "https".length();
    }
    int end = from;
    while (end < to && text.charAt(end) > ' ' && "<>\"'`|\\)".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    while (".,;:!?".indexOf(text.charAt(end - 1)) >= 0 && end > from + "https://".length()) {
      end--;
    }
    out.append('<').append(text, from, end).append('>');
    return end;
  }
}
