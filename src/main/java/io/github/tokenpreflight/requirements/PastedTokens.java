package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.source.Span;
import io.github.tokenpreflight.token.TokenForm;
import io.github.tokenpreflight.tree.Ruler;
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

  /// What follows the prefix of most kinds of token.
  private static final int USUAL_LENGTH = 36;

  static PastedTokens in(SourceFile file) {
    StringBuilder text = new StringBuilder(file.text());
    List<Range> ranges = new ArrayList<>();
    for (TokenForm form : TokenForm.values()) {
      if (!form.prefix().isEmpty()) {
        mask(text, form, ranges);
      }
    }
    if (ranges.isEmpty()) {
      return new PastedTokens(file, List.of());
    }
    SourceFile masked = new SourceFile(file.path(), text.toString());
    Ruler ruler = new Ruler(masked.text());
    return new PastedTokens(
        masked, ranges.stream().map(range -> ruler.span(range.from, range.to)).toList());
  }

  /// Offsets of a token, the second behind it.
  private record Range(int from, int to) {}

  private static void mask(StringBuilder text, TokenForm form, List<Range> ranges) {
    String prefix = form.prefix();
    int end;
    for (int at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, end)) {
      int from = at + prefix.length();
      end = end(text, from, form == TokenForm.INSTALLATION);
      if (looksRandom(text, from, end)) {
        ranges.add(new Range(at, end));
        for (int secret = from; secret < end; secret++) {
          text.setCharAt(secret, '*');
        }
      }
    }
  }

  void refuse(Errors errors) {
    for (Span span : spans) {
      errors.alone(
          Rule.WRONG_VALUE,
          span,
          "a token itself seems to stand in the file",
          "revoke the token, and declare only the name of the variable that holds it");
    }
  }

  /// @param dotted whether the token may have parts divided by dots, as a JWT has
  private static int end(CharSequence text, int from, boolean dotted) {
    int end = from;
    while (end < text.length() && (isPart(text.charAt(end)) || dotted && isDot(text, end))) {
      end++;
    }
    return end;
  }

  private static boolean isDot(CharSequence text, int at) {
    return text.charAt(at) == '.' && at + 1 < text.length() && isPart(text.charAt(at + 1));
  }

  private static boolean isPart(char c) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || isDigit(c) || c == '_' || c == '-';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /// A token has exactly its length; random text has digits in it, the name of a variable such as
  /// `github_pat_of_the_bot` has not.
  private static boolean looksRandom(CharSequence text, int from, int end) {
    CharSequence rest = text.subSequence(from, end);
    boolean exact =
        rest.length() == USUAL_LENGTH && rest.chars().allMatch(Character::isLetterOrDigit);
    return exact
        || end - from >= LEAST_LENGTH
            && text.subSequence(from, end).chars().filter(PastedTokens::isDigit).count()
                >= LEAST_DIGITS;
  }
}
