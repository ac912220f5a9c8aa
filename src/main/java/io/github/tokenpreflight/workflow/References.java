package io.github.tokenpreflight.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the references in the expressions of a text.
///
/// An expression stands in `${{ }}`; a text in single quotes inside it is no reference.
final class References {
  private static final String START = "${{";

  private final Offsets offsets;
  private final String all;
  private final List<Reference> found = new ArrayList<>();
  private int at;

  private References(Text text) {
    this.offsets = new Offsets(text);
    this.all = text.text();
  }

  static List<Reference> in(Text text) {
    if (!text.isComputed()) {
      return List.of();
    }
    References references = new References(text);
    for (int start = text.text().indexOf(START); start >= 0; ) {
      references.at = start + START.length();
      references.expression();
      start = text.text().indexOf(START, references.at);
    }
    return List.copyOf(references.found);
  }

  /// Finds the references of a text that is an expression as a whole, as that of `if:`.
  static List<Reference> inCondition(Text text) {
    if (text.isComputed()) {
      return in(text);
    }
    References references = new References(text);
    references.expression();
    return List.copyOf(references.found);
  }

  private void expression() {
    while (at < all.length() && !all.startsWith("}}", at)) {
      char c = all.charAt(at);
      if (c == '\'') {
        literal();
      } else if (isNameStart(c)) {
        reference();
      } else if (Character.isDigit(c)) {
        name();
      } else {
        at++;
      }
    }
  }

  /// A call such as `toJSON(...)` and a word such as `true` are no references.
  private void reference() {
    int start = at;
    List<String> path = new ArrayList<>(List.of(name()));
    for (Optional<String> next = next(); next.isPresent(); next = next()) {
      path.add(next.get());
    }
    boolean call = at < all.length() && all.charAt(at) == '(';
    if (!call && (path.size() > 1 || path.getFirst().equalsIgnoreCase("secrets"))) {
      String words = all.substring(start, at).lines().findFirst().orElseThrow();
      found.add(new Reference(path, offsets.place(start, words)));
    }
  }

  /// The next name of a path: `.x`, `.*`, `['x']` or, computed, `[x]`.
  private Optional<String> next() {
    if (at + 1 < all.length() && all.charAt(at) == '.') {
      at++;
      if (all.charAt(at) == '*') {
        at++;
        return Optional.of(Reference.ANY);
      }
      return Optional.of(name());
    }
    if (at < all.length() && all.charAt(at) == '[') {
      return Optional.of(index());
    }
    return Optional.empty();
  }

  private String index() {
    at++;
    int start = at;
    int depth = 1;
    int before = found.size();
    while (at < all.length() && !all.startsWith("}}", at) && depth > 0) {
      char c = all.charAt(at);
      if (c == '\'') {
        literal();
      } else if (isNameStart(c)) {
        reference();
      } else {
        depth += c == '[' ? 1 : c == ']' ? -1 : 0;
        at++;
      }
    }
    String inside = all.substring(start, Math.max(start, at - 1)).strip();
    boolean plain = found.size() == before && inside.matches("'[^']*'");
    return plain ? inside.substring(1, inside.length() - 1) : Reference.ANY;
  }

  private void literal() {
    int end = all.indexOf('\'', at + 1);
    at = end < 0 ? all.length() : end + 1;
  }

  private String name() {
    int start = at;
    while (at < all.length() && (isNameStart(all.charAt(at)) || isNamePart(all.charAt(at)))) {
      at++;
    }
    return all.substring(start, at);
  }

  private static boolean isNameStart(char c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isNamePart(char c) {
    return c == '-' || (c >= '0' && c <= '9');
  }
}
