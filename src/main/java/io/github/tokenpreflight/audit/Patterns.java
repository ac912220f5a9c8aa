package io.github.tokenpreflight.audit;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Patterns for names, in which `*` stands for any text. Case does not count.
public final class Patterns {
  private Patterns() {}

  /// Whether the name fits one of them; every name fits no patterns at all.
  public static boolean match(List<String> patterns, String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> fits(pattern, folded));
  }

  private static boolean fits(String pattern, String name) {
    String[] parts = pattern.toLowerCase(Locale.ROOT).split("\\*", -1);
    StringBuilder regex = new StringBuilder(Pattern.quote(parts[0]));
    for (int i = 1; i < parts.length; i++) {
      regex.append(".*").append(Pattern.quote(parts[i]));
    }
    return name.matches(regex.toString());
  }
}
