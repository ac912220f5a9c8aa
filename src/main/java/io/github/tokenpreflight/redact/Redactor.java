package io.github.tokenpreflight.redact;

import io.github.tokenpreflight.redact.Needles.Hit;
import io.github.tokenpreflight.token.Token;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/// Replaces every disguise of some tokens in a text by [#STARS].
public final class Redactor {
  /// What stands in the place of a secret.
  public static final String STARS = "***";

  private static final Redactor NONE = new Redactor(List.of());

  private final List<String> disguises;
  private final Needles needles;

  private Redactor(List<String> disguises) {
    this.disguises = disguises;
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

  /// How much of a text can be spoken whatever follows: the rest may be the start of a secret.
  int settled(String text) {
    int open = needles.openIn(text);
    for (Hit hit : needles.in(text)) {
      if (hit.start() < open && open < hit.end()) {
        open = hit.start();
      }
    }
    return open;
  }

  /// The same for single lines of UTF-8 in which each byte is read as one character.
  Redactor forBytes() {
    return new Redactor(
        disguises.stream()
            .filter(disguise -> disguise.indexOf('\n') < 0)
            .map(disguise -> disguise.getBytes(StandardCharsets.UTF_8))
            .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
            .toList());
  }
}
