package io.github.tokenpreflight.redact;

import io.github.tokenpreflight.redact.Needles.Hit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds every stretch of some secrets that is long enough to tell, in any case, in one walk.
///
/// What repeats a secret may cut it, split it or fold it into lines. The time grows with the text,
/// not with the number of secrets.
final class Stretches {
  /// So many characters of a secret in a row are no accident.
  static final int TELLING = 12;

  private static final int RADIX = 31;
  private static final int LEAST_BITS = 1 << 12;

  private final Set<String> all = new HashSet<>();
  private final BitSet hashes;
  private final int bits;
  private final int drop;

  /// @param secrets texts of which no telling stretch may stand anywhere
  Stretches(List<String> secrets) {
    for (String secret : secrets) {
      String folded = folded(secret);
      for (int at = 0; at + TELLING <= folded.length(); at++) {
        if (isVaried(folded, at)) {
          all.add(folded.substring(at, at + TELLING));
        }
      }
    }
    bits = Math.max(LEAST_BITS, Integer.highestOneBit(Math.max(1, all.size())) << 5);
    hashes = new BitSet(bits);
    all.forEach(stretch -> hashes.set(stretch.hashCode() & (bits - 1)));
    int power = 1;
    for (int i = 1; i < TELLING; i++) {
      power *= RADIX;
    }
    drop = power;
  }

  /// Everything that stretches cover, in order; those that overlap make one hit.
  List<Hit> in(String text) {
    List<Hit> hits = new ArrayList<>();
    if (all.isEmpty() || text.length() < TELLING) {
      return hits;
    }
    int hash = 0;
    for (int end = 1; end <= text.length(); end++) {
      int gone = end > TELLING ? fold(text.charAt(end - 1 - TELLING)) * drop : 0;
      hash = (hash - gone) * RADIX + fold(text.charAt(end - 1));
      int start = end - TELLING;
      if (start >= 0
          && hashes.get(hash & (bits - 1))
          && all.contains(folded(text.substring(start, end)))) {
        Needles.add(hits, new Hit(start, end));
      }
    }
    return hits;
  }

  /// Random text has many letters; twelve zeros may stand anywhere.
  private static boolean isVaried(String text, int from) {
    long letters = 0;
    for (int at = from; at < from + TELLING; at++) {
      letters |= 1L << text.charAt(at);
    }
    return Long.bitCount(letters) >= TELLING / 3;
  }

  private static String folded(String text) {
    StringBuilder folded = new StringBuilder(text);
    for (int at = 0; at < folded.length(); at++) {
      folded.setCharAt(at, fold(folded.charAt(at)));
    }
    return folded.toString();
  }

  private static char fold(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }
}
