package io.github.tokenpreflight.redact;

import io.github.tokenpreflight.redact.Needles.Hit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Replaces every disguise of some tokens in a text by [#STARS]. The time grows with the text.
public final class Redactor {
  /// What stands in the place of a secret.
  public static final String STARS = "***";

  private static final Redactor NONE = new Redactor(List.of());

  private final Needles needles;
  private final Stretches stretches;

  private Redactor(Collection<Disguises> disguises) {
    this.needles =
        new Needles(disguises.stream().flatMap(one -> one.all().stream()).distinct().toList());
    this.stretches =
        new Stretches(disguises.stream().flatMap(one -> one.telling().stream()).toList());
  }

  /// Hides nothing, because there is no token.
  public static Redactor none() {
    return NONE;
  }

  /// Hides all these disguises.
  public static Redactor of(Collection<Disguises> disguises) {
    return new Redactor(disguises);
  }

  /// The text without secrets. Disguises that overlap become one [#STARS].
  public String redacted(String text) {
    List<Hit> hits = merged(needles.in(text), stretches.in(text));
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

  /// Two lists in order as one.
  private static List<Hit> merged(List<Hit> some, List<Hit> others) {
    if (some.isEmpty() || others.isEmpty()) {
      return some.isEmpty() ? others : some;
    }
    List<Hit> merged = new ArrayList<>();
    int next = 0;
    for (Hit hit : some) {
      while (next < others.size() && others.get(next).start() < hit.start()) {
        Needles.add(merged, others.get(next++));
      }
      Needles.add(merged, hit);
    }
    others.subList(next, others.size()).forEach(hit -> Needles.add(merged, hit));
    return merged;
  }
}
