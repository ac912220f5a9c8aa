package io.github.tokenpreflight.redact;

import io.github.tokenpreflight.redact.Needles.Hit;
import io.github.tokenpreflight.token.Token;
import java.util.Collection;
import java.util.List;

/// Replaces every disguise of some tokens in a text by [#STARS].
public final class Redactor {
  /// What stands in the place of a secret.
  public static final String STARS = "***";

  private static final Redactor NONE = new Redactor(List.of());

  private final Needles needles;

  private Redactor(List<String> disguises) {
    this.needles = new Needles(disguises);
  }

  /// Hides nothing, because there is no token.
  public static Redactor none() {
    return NONE;
  }

  /// Hides all disguises of these tokens.
  public static Redactor of(Collection<Token> tokens) {
    return new Redactor(
        tokens.stream().flatMap(token -> Disguises.of(token).all().stream()).distinct().toList());
  }

  /// The text without secrets. Disguises that overlap become one [#STARS].
  public String redacted(String text) {
    List<Hit> hits = needles.in(text);
    if (hits.isEmpty()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    for (Hit hit : hits) {
      out.append(text, from, hit.start()).append(STARS);
      from = hit.end();
    }
    return out.append(text, from, text.length()).toString();
  }
}
