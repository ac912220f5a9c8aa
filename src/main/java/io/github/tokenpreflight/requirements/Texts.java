package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.tree.Node.Scalar;
import io.github.tokenpreflight.tree.Quote;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Texts that people read later: short, on one line, without characters that move a terminal.
final class Texts {
  private static final String SPACE = " \t\r\n";

  private Texts() {}

  /// The text of a field, without white space at its end.
  ///
  /// @param most the most characters it may have
  static Optional<String> text(Field field, int most) {
    return field.scalar("...").flatMap(scalar -> text(field, scalar, most));
  }

  /// The text of a scalar somewhere below a field.
  static Optional<String> text(Field field, Scalar scalar, int most) {
    String text = stripped(scalar.text());
    if (text.isEmpty()) {
      return refused(field, scalar, "is an empty text", "write something, or remove the key");
    }
    if (scalar.text().codePointCount(0, scalar.text().length()) > most) {
      return refused(field, scalar, "is longer than " + most + " characters", "shorten it");
    }
    if (!text.codePoints().allMatch(Texts::isQuiet)) {
      return refused(
          field,
          scalar,
          "has a line break or a control character",
          "write it on one line, or fold it with `>`");
    }
    return Optional.of(text);
  }

  private static Optional<String> refused(
      Field field, Scalar scalar, String complaint, String help) {
    field.wrong(scalar.span(), Quote.of(field.name()) + " " + complaint, help);
    return Optional.empty();
  }

  private static String stripped(String text) {
    int end = text.length();
    while (end > 0 && SPACE.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }

  /// Neither a control character nor one that turns the direction of writing.
  private static boolean isQuiet(int c) {
    boolean control = c < ' ' || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029;
    boolean turning = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    boolean half = c >= 0xD800 && c <= 0xDFFF;
    return !control && !turning && !half;
  }

  /// Names every item that stands in a list before.
  ///
  /// @param folded what makes two items the same
  static void onlyOnce(Field field, List<Scalar> items, UnaryOperator<String> folded) {
    Map<String, Scalar> seen = new HashMap<>();
    for (Scalar item : items) {
      Scalar first = seen.putIfAbsent(folded.apply(item.text()), item);
      if (first != null) {
        field.wrong(
            item.span(),
            Quote.of(item.text()) + " stands twice in " + Quote.of(field.name()),
            "remove it here or at " + field.errors().link(first.span()));
      }
    }
  }
}
