package io.github.tokenpreflight.redact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds many strings in one text in one walk, by a rolling hash of their first characters.
///
/// The time grows with the text, not with the number of needles: at most places the hash settles
/// that none of them starts there.
final class Needles {
  private static final int HEAD = Disguises.SHORTEST;
  private static final int RADIX = 31;
  private static final int BITS = 1 << 12;

  private final Map<Integer, List<String>> byHead = new HashMap<>();
  private final BitSet heads = new BitSet(BITS);
  private final int drop;

  /// Needles of at least eight characters each.
  Needles(List<String> needles) {
    for (String needle : needles.stream().sorted(Disguises.LONGEST_FIRST).toList()) {
      int hash = needle.substring(0, HEAD).hashCode();
      byHead.computeIfAbsent(hash, _ -> new ArrayList<>()).add(needle);
      heads.set(hash & (BITS - 1));
    }
    int power = 1;
    for (int i = 1; i < HEAD; i++) {
      power *= RADIX;
    }
    this.drop = power;
  }

  /// A stretch of text that needles cover, the end excluded.
  record Hit(int start, int end) {}

  /// Everything that a needle covers, in order; needles that overlap make one hit.
  List<Hit> in(String text) {
    List<Hit> hits = new ArrayList<>();
    if (byHead.isEmpty() || text.length() < HEAD) {
      return hits;
    }
    int hash = text.substring(0, HEAD).hashCode();
    for (int at = 0; at + HEAD <= text.length(); at++) {
      int end = heads.get(hash & (BITS - 1)) ? endAt(text, at, hash) : 0;
      if (end > 0) {
        add(hits, new Hit(at, end));
      }
      if (at + HEAD < text.length()) {
        hash = (hash - text.charAt(at) * drop) * RADIX + text.charAt(at + HEAD);
      }
    }
    return hits;
  }

  /// The end of the longest needle that starts here, 0 when none does.
  private int endAt(String text, int at, int hash) {
    for (String needle : byHead.getOrDefault(hash, List.of())) {
      if (text.startsWith(needle, at)) {
        return at + needle.length();
      }
    }
    return 0;
  }

  /// Adds a hit that does not start before the last one.
  static void add(List<Hit> hits, Hit hit) {
    if (!hits.isEmpty() && hits.getLast().end > hit.start) {
      Hit before = hits.removeLast();
      hits.add(new Hit(before.start, Math.max(before.end, hit.end)));
    } else {
      hits.add(hit);
    }
  }
}
