package io.github.tokenpreflight.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The classic scopes and which one includes which.
///
/// GitHub leaves implied children out of `X-OAuth-Scopes` (GitHub Docs, "Scopes for OAuth apps",
/// captured 2026-08-22), so the names a token lists are never compared as they stand. A scope that
/// this table does not know is kept and covers only itself.
public final class Scopes {
  private final Map<String, Scope> byName;

  private Scopes(Map<String, Scope> byName) {
    this.byName = byName;
  }

  /// The table of this build, loaded on first use.
  public static Scopes standard() {
    return Standard.SCOPES;
  }

  static Scopes from(Collection<Scope> scopes) {
    Map<String, Scope> byName = new LinkedHashMap<>();
    scopes.forEach(scope -> byName.put(scope.name(), scope));
    return new Scopes(byName);
  }

  public Optional<Scope> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /// All known names; a parent stands before its children.
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /// Every scope that contains this one wherever it applies, the nearest first.
  ///
  /// - `repo` contains `admin:repo_hook`, although it is not its parent.
  /// - `public_repo` contains it on public repositories only, so it is not named here: see
  ///   [#coversOnPublic].
  public List<String> ancestorsOf(String name) {
    return List.copyOf(ancestors(name, false));
  }

  /// Every scope that this one contains wherever it applies.
  public List<String> descendantsOf(String name) {
    return byName.keySet().stream()
        .filter(other -> ancestors(other, false).contains(name))
        .toList();
  }

  /// Whether the held scopes grant the wanted one on every repository, private ones included.
  public boolean covers(Collection<String> held, String wanted) {
    return grants(held, wanted, false);
  }

  /// As [#covers], for a token that is only used on public repositories.
  public boolean coversOnPublic(Collection<String> held, String wanted) {
    return grants(held, wanted, true);
  }

  /// The held scopes that grant more than the declared ones, unknown scopes among them.
  ///
  /// The parent of a declared scope is excess too. Each is named once, in the order held.
  public List<String> excess(Collection<String> held, Collection<String> declared) {
    return held.stream().distinct().filter(scope -> !covers(declared, scope)).toList();
  }

  /// The fewest of the wanted scopes that still grant all of them, in the order wanted.
  public List<String> smallestCovering(Collection<String> wanted) {
    return wanted.stream()
        .distinct()
        .filter(scope -> ancestors(scope, false).stream().noneMatch(wanted::contains))
        .toList();
  }

  private boolean grants(Collection<String> held, String wanted, boolean onPublic) {
    return held.contains(wanted) || ancestors(wanted, onPublic).stream().anyMatch(held::contains);
  }

  private Set<String> ancestors(String name, boolean onPublic) {
    Set<String> found = new LinkedHashSet<>();
    List<String> open = new ArrayList<>(containersOf(name, onPublic));
    while (!open.isEmpty()) {
      String next = open.removeFirst();
      if (found.add(next)) {
        open.addAll(containersOf(next, onPublic));
      }
    }
    return found;
  }

  private List<String> containersOf(String name, boolean onPublic) {
    Scope scope = byName.get(name);
    if (scope == null) {
      return List.of();
    }
    List<String> containers = new ArrayList<>();
    scope.parent().ifPresent(containers::add);
    containers.addAll(scope.alsoWithin());
    if (onPublic) {
      containers.addAll(scope.alsoWithinOnPublic());
    }
    return containers;
  }

  private static final class Standard {
    static final Scopes SCOPES = from(read());

    private static List<Scope> read() {
      List<Scope> scopes = new ArrayList<>();
      for (List<String> row : Catalogue.rows(Catalogue.text("scopes.tsv"), 6)) {
        scopes.add(scope(row));
      }
      return scopes;
    }

    private static Scope scope(List<String> row) {
      return new Scope(
          row.get(0),
          row.get(5),
          Optional.of(row.get(1)).filter(parent -> !parent.isEmpty()),
          Catalogue.words(row.get(2)),
          Catalogue.words(row.get(3)),
          row.get(4));
    }
  }
}
