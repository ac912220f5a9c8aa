package io.github.tokenpreflight.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Writes to something that cannot exist, so that nothing can come of them.
///
/// - Every part of the path but the place (`{owner}`, `{repo}`, `{org}`) is filled with a value
///   that nothing can have. One part that a real thing could have, and there is no such write.
/// - Never a PUT by name, which may create what it names.
/// - What an answer shows: 422, or 404 with a sentence of its own, comes from behind the
///   authorization (recorded); that a token without the permission is refused before is inferred. A
///   plain 404 shows nothing. The refusal that names the permission refutes it.
public final class ImpossibleTargets {
  private static final Set<String> WRITES = Set.of("DELETE", "PATCH", "POST", "PUT");
  private static final Set<String> PLACES = Set.of("{owner}", "{repo}", "{org}");
  private static final Set<String> COMMITS = Set.of("{sha}", "{commit_sha}");

  /// What stands before names that must not start with `GITHUB_`: secrets and variables of Actions,
  /// agents, Codespaces and Dependabot.
  private static final Set<String> RESERVING = Set.of("secrets", "variables");

  private ImpossibleTargets() {}

  /// Why nothing can have a value.
  public enum Reason {
    /// GitHub counts ids and numbers from 1 (inferred: no 0 was ever seen, and no text promises
    /// it).
    ZERO("0", "GitHub counts from 1"),
    /// Git's own null value, which names no object (documented by Git).
    NULL_COMMIT("0".repeat(40), "Git's null id names no commit"),
    /// Names of secrets and variables "must not start with the `GITHUB_` prefix" (documented:
    /// GitHub Docs on secrets and variables of Actions, agents, Codespaces and Dependabot, read
    /// 2026-11).
    RESERVED_NAME("GITHUB_TOKEN_PREFLIGHT_PROBE", "GitHub refuses names that start with GITHUB_");

    private final String value;
    private final String words;

    Reason(String value, String words) {
      this.value = value;
      this.words = words;
    }

    public String value() {
      return value;
    }

    public String words() {
      return words;
    }
  }

  /// A write that cannot do anything.
  ///
  /// @param path with the place still in braces
  /// @param reason of the last part that is filled
  public record Impossible(String path, Reason reason) {}

  /// The write to nothing at an endpoint; absent where its target could exist.
  public static Optional<Impossible> of(Endpoint endpoint) {
    if (!WRITES.contains(endpoint.method())
        || endpoint.listing().deprecated()
        || endpoint.listing().enterpriseCloudOnly()
        || endpoint.admission().refusesAll()) {
      return Optional.empty();
    }
    Optional<Reason> last = Optional.empty();
    String[] parts = endpoint.path().split("/", -1);
    for (int i = 1; i < parts.length; i++) {
      if (parts[i].startsWith("{") && !PLACES.contains(parts[i])) {
        last = reason(endpoint.method(), parts[i - 1], parts[i]);
        if (last.isEmpty()) {
          return Optional.empty();
        }
        parts[i] = last.get().value();
      }
    }
    return last.map(reason -> new Impossible(String.join("/", parts), reason));
  }

  private static Optional<Reason> reason(String method, String before, String part) {
    if (Standard.INTEGERS.contains(part)) {
      return Optional.of(Reason.ZERO);
    }
    if (COMMITS.contains(part)) {
      return Optional.of(Reason.NULL_COMMIT);
    }
    boolean creates = method.equals("PUT") || method.equals("POST");
    return RESERVING.contains(before) && !creates
        ? Optional.of(Reason.RESERVED_NAME)
        : Optional.empty();
  }

  /// Read on first use only, which is when writes are probed.
  private static final class Standard {
    static final Set<String> INTEGERS = read();

    private static Set<String> read() {
      Set<String> integers = new HashSet<>();
      for (List<String> row : Catalogue.rows(Catalogue.text("integer-parameters.tsv"), 1)) {
        integers.add("{" + row.getFirst() + "}");
      }
      return integers;
    }
  }
}
