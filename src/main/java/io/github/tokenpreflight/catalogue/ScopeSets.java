package io.github.tokenpreflight.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Any-of lists of scope sets, and what is left of them when weaker sets make stronger ones idle.
final class ScopeSets {
  private final boolean onPublic;

  private ScopeSets(boolean onPublic) {
    this.onPublic = onPublic;
  }

  static ScopeSets on(boolean publicRepositories) {
    return new ScopeSets(publicRepositories);
  }

  /// The sets that satisfy both lists.
  List<List<String>> both(List<List<String>> some, List<List<String>> others) {
    List<List<String>> both = new ArrayList<>();
    for (List<String> one : some) {
      for (List<String> other : others) {
        TreeSet<String> joined = new TreeSet<>(one);
        joined.addAll(other);
        both.add(smallest(List.copyOf(joined)));
      }
    }
    return weakest(both);
  }

  /// The sets that satisfy one of the lists.
  List<List<String>> either(List<List<String>> some, List<List<String>> others) {
    List<List<String>> either = new ArrayList<>(some);
    either.addAll(others);
    return weakest(either);
  }

  /// Without each set that grants all that another one does.
  private List<List<String>> weakest(List<List<String>> sets) {
    List<List<String>> distinct = sets.stream().distinct().toList();
    return distinct.stream()
        .filter(
            set -> distinct.stream().noneMatch(other -> !other.equals(set) && grants(set, other)))
        .toList();
  }

  private List<String> smallest(List<String> set) {
    return set.stream()
        .filter(scope ->
            set.stream()
                .noneMatch(other -> !other.equals(scope) && grants(List.of(other), List.of(scope))))
        .toList();
  }

  private boolean grants(List<String> held, List<String> wanted) {
    Scopes scopes = Scopes.standard();
    return wanted.stream()
        .allMatch(
            scope -> onPublic ? scopes.coversOnPublic(held, scope) : scopes.covers(held, scope));
  }
}
