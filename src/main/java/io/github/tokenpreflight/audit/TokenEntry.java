package io.github.tokenpreflight.audit;

import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// All that an organization declares and uses under one name of a token.
public final class TokenEntry {
  /// So many names of each sort are kept as examples; the counts are of all.
  static final int MOST = 8;

  private final String name;
  private final Names declaredIn = new Names();
  private final Names usedIn = new Names();
  private final Names owners = new Names();
  private final Names reasons = new Names();
  private final Names kinds = new Names();
  private final TreeSet<String> scopes = new TreeSet<>();
  private final Map<String, String> permissions = new TreeMap<>();
  private final Map<String, Variant> variants = new TreeMap<>();
  private long strictestAtMostHours;
  private int places;

  TokenEntry(String name) {
    this.name = name;
  }

  /// One way to declare the token.
  private static final class Variant {
    private final Names repositories = new Names();
    private Spot first = Spot.NOWHERE;

    void add(String repository, int line) {
      repositories.add(repository);
      if (repositories.first().equals(repository)) {
        first = new Spot(repository, "", line, 1, 0);
      }
    }
  }

  void declare(String repository, DeclaredToken token) {
    declaredIn.add(repository);
    owners.addUnlessEmpty(token.purpose().owner());
    reasons.addUnlessEmpty(token.purpose().why());
    token.power().kinds().forEach(kinds::add);
    scopes.addAll(token.power().scopes());
    token
        .power()
        .permissions()
        .forEach((permission, level) ->
            permissions.merge(
                permission,
                level,
                (one, other) -> Needs.level(one).includes(Needs.level(other)) ? one : other));
    long atMost = token.limits().atMostHours();
    if (atMost > 0 && (strictestAtMostHours == 0 || atMost < strictestAtMostHours)) {
      strictestAtMostHours = atMost;
    }
    variants.computeIfAbsent(Signature.of(token), _ -> new Variant()).add(repository, token.line());
  }

  void use(String repository, SecretUse use) {
    if (!use.secret().isEmpty()) {
      usedIn.add(repository);
      places++;
    }
  }

  public String name() {
    return name;
  }

  /// Repositories that declare it.
  public Names declaredIn() {
    return declaredIn;
  }

  /// Repositories whose workflows read a secret of that name.
  public Names usedIn() {
    return usedIn;
  }

  public Names owners() {
    return owners;
  }

  public Names reasons() {
    return reasons;
  }

  public Names kinds() {
    return kinds;
  }

  public List<String> scopes() {
    return List.copyOf(scopes);
  }

  /// The highest declared level of each permission.
  public Map<String, String> permissions() {
    return permissions;
  }

  /// The shortest `at-most` that any repository declares, in hours; 0 for none.
  public long strictestAtMostHours() {
    return strictestAtMostHours;
  }

  /// Places in workflows that read it.
  public int places() {
    return places;
  }

  /// That repositories declare it differently, if they do.
  Optional<AuditFinding> divergence() {
    if (variants.size() < 2) {
      return Optional.empty();
    }
    List<Variant> ways = new ArrayList<>(variants.values());
    ways.sort((a, b) -> a.first.repository().compareTo(b.first.repository()));
    List<String> seen = new ArrayList<>();
    for (Variant way : ways.subList(0, Math.min(MOST, ways.size()))) {
      seen.add("one way in " + way.repositories.words());
    }
    return Optional.of(
        AuditFinding.of(
                Rule.DIVERGING_DECLARATIONS,
                Severity.WARNING,
                Spot.of(ways.getFirst().first.repository()),
                name,
                "repositories declare "
                    + Phrases.name(name)
                    + " in "
                    + variants.size()
                    + " different ways")
            .seen(seen.toArray(String[]::new))
            .help(
                "declare it alike where it is one secret of the organization",
                "give each token a name of its own where the repositories keep secrets apart"));
  }
}
