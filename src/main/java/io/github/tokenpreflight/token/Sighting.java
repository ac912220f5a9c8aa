package io.github.tokenpreflight.token;

import java.util.ArrayList;
import java.util.List;

/// A stretch of a text that looks like a GitHub token, whatever stands around it.
///
/// The only place that decides so: a known prefix, and behind it so many letters and digits in a
/// row as no name has. A token that was cut shorter is not recognised. The time grows with the text
/// alone.
///
/// @param start the offset of the prefix
/// @param secret the offset behind the prefix
/// @param end the offset behind the token
public record Sighting(int start, int secret, int end) {
  /// So long is a run in every token, cut ones apart; only random text has digits in it, too.
  private static final int LEAST_RUN = 20;

  private static final int LEAST_DIGITS = 3;

  /// A run so long needs no digits. One random body in twenty has fewer than three.
  private static final int SURE_RUN = 36;

  /// All of them, in the order of the text; none overlaps another.
  public static List<Sighting> in(CharSequence text) {
    List<Sighting> found = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      TokenForm form = text.charAt(at) == 'g' ? formAt(text, at) : TokenForm.OTHER;
      if (form == TokenForm.OTHER) {
        at++;
      } else {
        int secret = at + form.prefix().length();
        int end = end(text, secret, form == TokenForm.INSTALLATION);
        if (looksRandom(text, secret, end)) {
          found.add(new Sighting(at, secret, end));
        }
        // What starts inside of it ends with it, and looks no more random.
        at = end;
      }
    }
    return found;
  }

  /// The form whose prefix starts here, unless it is the end of a longer word.
  private static TokenForm formAt(CharSequence text, int at) {
    if (at == 0 || !isAlphanumeric(text.charAt(at - 1))) {
      for (TokenForm form : TokenForm.values()) {
        if (!form.prefix().isEmpty() && startsWith(text, at, form.prefix())) {
          return form;
        }
      }
    }
    return TokenForm.OTHER;
  }

  private static boolean startsWith(CharSequence text, int at, String prefix) {
    return text.length() - at >= prefix.length()
        && CharSequence.compare(text.subSequence(at, at + prefix.length()), prefix) == 0;
  }

  /// @param jwt whether the token may hold parts divided by dots, as a JWT does
  private static int end(CharSequence text, int from, boolean jwt) {
    int end = from;
    while (end < text.length() && (isWord(text.charAt(end)) || jwt && joins(text, end))) {
      end++;
    }
    return end;
  }

  private static boolean joins(CharSequence text, int at) {
    char c = text.charAt(at);
    return c == '-' || (c == '.' && at + 1 < text.length() && isWord(text.charAt(at + 1)));
  }

  private static boolean looksRandom(CharSequence text, int from, int end) {
    int run = 0;
    int longest = 0;
    int digits = 0;
    for (int at = from; at < end; at++) {
      char c = text.charAt(at);
      run = isAlphanumeric(c) ? run + 1 : 0;
      longest = Math.max(longest, run);
      digits += c >= '0' && c <= '9' ? 1 : 0;
    }
    return longest >= SURE_RUN || (longest >= LEAST_RUN && digits >= LEAST_DIGITS);
  }

  private static boolean isWord(char c) {
    return c == '_' || isAlphanumeric(c);
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
