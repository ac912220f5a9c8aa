package io.github.tokenpreflight.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// The path of an endpoint, cut at its slashes; a segment in braces takes any value.
record Route(List<String> segments) {
  /// Literals after which the last placeholder takes slashes too: Git references and ranges
  /// (inferred: such names contain slashes, and GitHub answers them unescaped).
  private static final Set<String> BEFORE_LONG_VALUES =
      Set.of("ref", "refs", "matching-refs", "tarball", "zipball", "compare");

  /// More typing mistakes than this make a guess wild.
  static final int MOST_TYPOS = 2;

  Route {
    segments = List.copyOf(segments);
  }

  static Route of(String path) {
    return new Route(List.of(path.split("/", -1)));
  }

  /// Whether that text could be a path: a leading slash, no trailing one, no empty segment, no
  /// query.
  static boolean wellFormed(String path) {
    if (path.equals("/")) {
      return true;
    }
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '?' || c == '#' || c <= ' ') {
        return false;
      }
    }
    return path.startsWith("/") && !path.endsWith("/") && !path.contains("//");
  }

  /// The same path as far as it can be read as one, for a search of near ones.
  static String mended(String path) {
    String mended = path.split("[?#]", 2)[0].strip().replaceAll("/+", "/");
    if (!mended.startsWith("/")) {
      mended = "/" + mended;
    }
    return mended.length() > 1 && mended.endsWith("/")
        ? mended.substring(0, mended.length() - 1)
        : mended;
  }

  /// Whether this template stands for that path, which may itself hold placeholders of any name.
  boolean accepts(Route path) {
    int size = segments.size();
    if (path.segments.size() != size && !(takesSlashes() && path.segments.size() > size)) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (!placeholder(segments.get(i)) && !segments.get(i).equals(path.segments.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// The template without the names of its placeholders. Among templates that accept the same path,
  /// the least in order is the one that is literal first: a brace comes after every letter.
  String shape() {
    List<String> shape = new ArrayList<>();
    segments.forEach(segment -> shape.add(placeholder(segment) ? "{}" : segment));
    return String.join("/", shape);
  }

  /// The typing mistakes between this template and that path; absent where there are more than two,
  /// or where one segment would have to change by more than a third.
  OptionalInt typos(Route path) {
    if (path.segments.size() != segments.size()) {
      return OptionalInt.empty();
    }
    int sum = 0;
    for (int i = 0; i < segments.size(); i++) {
      String want = segments.get(i);
      String have = path.segments.get(i);
      int typos = placeholder(want) ? 0 : distance(want, have);
      sum += typos;
      if (sum > MOST_TYPOS || typos * 3 > Math.max(want.length(), have.length())) {
        return OptionalInt.empty();
      }
    }
    return OptionalInt.of(sum);
  }

  private boolean takesSlashes() {
    int last = segments.size() - 1;
    return placeholder(segments.get(last))
        && (segments.get(last).equals("{path}")
            || BEFORE_LONG_VALUES.contains(segments.get(last - 1)));
  }

  private static boolean placeholder(String segment) {
    return segment.startsWith("{");
  }

  /// Inserted, deleted and replaced characters, by Levenshtein's rule.
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
