package io.github.tokenpreflight.audit;

import io.github.tokenpreflight.finding.Phrases;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// How many different names there are, and the first few of them in the order of the alphabet.
///
/// Names are told apart by a hash of 64 bits, so that a hundred thousand cost little memory.
public final class Names {
  private final Set<Long> seen = new HashSet<>();
  private final TreeSet<String> first = new TreeSet<>();

  void add(String name) {
    if (seen.add(hash(name))) {
      first.add(name);
      if (first.size() > TokenEntry.MOST) {
        first.pollLast();
      }
    }
  }

  void addUnlessEmpty(String name) {
    if (!name.isEmpty()) {
      add(name);
    }
  }

  /// The first of all, empty when there is none.
  String first() {
    return first.isEmpty() ? "" : first.getFirst();
  }

  public int count() {
    return seen.size();
  }

  /// At most eight of them.
  public List<String> examples() {
    return List.copyOf(first);
  }

  /// The examples in backticks, then how many more there are.
  public String words() {
    String shown = Phrases.names(examples());
    int more = count() - first.size();
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  /// FNV-1a of 64 bits over UTF-16 units.
  private static long hash(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
