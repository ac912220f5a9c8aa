package io.github.tokenpreflight.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The known words closest to a misspelt one.
public final class Nearest {
  private static final int MOST = 3;

  private Nearest() {}

  /// At most three known words, the closest first; none rather than a wild guess.
  ///
  /// Case and the difference between `-`, `_`, `:` and a blank do not count. A word is near when at
  /// most a third of its letters (and at least one, at most three) must change.
  public static List<String> to(String word, Collection<String> known) {
    String wanted = folded(word);
    if (wanted.isEmpty()) {
      return List.of();
    }
    int reach = Math.clamp(wanted.length() / 3, 1, 3);
    return known.stream()
        .filter(candidate -> Math.abs(candidate.length() - wanted.length()) <= reach)
        .map(candidate -> new Near(candidate, distance(wanted, folded(candidate))))
        .filter(near -> near.distance <= reach && near.distance < near.word.length())
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::word))
        .limit(MOST)
        .map(Near::word)
        .toList();
  }

  private record Near(String word, int distance) {}

  private static String folded(String word) {
    return word.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_').replace(':', '_');
  }

  /// Edits needed, where swapping two neighbours counts as one (optimal string alignment).
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
        best = Math.min(best, cost[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          best = Math.min(best, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = best;
      }
    }
    return cost[a.length()][b.length()];
  }
}
