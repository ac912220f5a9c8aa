package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.source.Span;
import io.github.tokenpreflight.token.TokenForm;
import java.util.ArrayList;
import java.util.List;

/// Tokens that somebody wrote into the file itself, in a value, a key or a comment.
///
/// They are masked before anything else reads the text, so that no sentence or excerpt shows them.
///
/// @param masked the file with asterisks in place of each secret; nothing else moves
/// @param spans where they stand
record PastedTokens(SourceFile masked, List<Span> spans) {
  private static final int LEAST_LENGTH = 30;
  private static final int LEAST_DIGITS = 3;

  static PastedTokens in(SourceFile file) {
    StringBuilder text = new StringBuilder(file.text());
    List<Span> spans = new ArrayList<>();
    for (TokenForm form : TokenForm.values()) {
      String prefix = form.prefix();
      int at = prefix.isEmpty() ? -1 : text.indexOf(prefix);
      for (; at >= 0; at = text.indexOf(prefix, at + 1)) {
        int from = at + prefix.length();
        int end = end(text, from);
        if (looksRandom(text, from, end)) {
          spans.add(span(text, at, end));
          text.replace(from, end, "*".repeat(end - from));
        }
      }
    }
    return spans.isEmpty()
        ? new PastedTokens(file, spans)
        : new PastedTokens(new SourceFile(file.path(), text.toString()), spans);
  }

  void refuse(Faults faults) {
    for (Span span : spans) {
      faults.alone(
          Rule.WRONG_VALUE,
          span,
          "a token itself seems to stand in the file",
          "revoke the token, and declare only the name of the variable that holds it");
    }
  }

  private static int end(CharSequence text, int from) {
    int end = from;
    while (end < text.length() && isPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isPart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '-' || isDigit(c);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /// Random text has digits in it, the name of a variable such as `github_pat_of_the_bot` has not.
  private static boolean looksRandom(CharSequence text, int from, int end) {
    return end - from >= LEAST_LENGTH
        && text.subSequence(from, end).chars().filter(PastedTokens::isDigit).count()
            >= LEAST_DIGITS;
  }

  private static Span span(StringBuilder text, int from, int end) {
    String before = text.substring(0, from).replace("\r\n", "\n").replace('\r', '\n');
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return new Span(line, before.length() - before.lastIndexOf('\n'), end - from);
  }
}
