package io.github.tokenpreflight.tools;

import io.github.tokenpreflight.catalogue.Level;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a token must hold, for each sort of token.
///
/// @param job keys of `permissions:` of the job, for its own token
/// @param permissions permissions of a fine-grained or app token, by API name
/// @param scopes sets of classic scopes, any one of which suffices
/// @param calls the calls that are made, as far as they are known
public record Needs(
    Map<String, Level> job,
    Map<String, Level> permissions,
    List<Set<String>> scopes,
    List<String> calls) {
  /// Nothing is known to be needed.
  public static final Needs NONE = new Needs(Map.of(), Map.of(), List.of(), List.of());

  public Needs {
    job = Collections.unmodifiableMap(new LinkedHashMap<>(job));
    permissions = Collections.unmodifiableMap(new LinkedHashMap<>(permissions));
    scopes = List.copyOf(scopes);
    calls = List.copyOf(calls);
  }

  /// These needs and further ones: the higher level of each permission, and each set of scopes with
  /// the first further one.
  public Needs and(Needs more) {
    return new Needs(
        higher(job, more.job), higher(permissions, more.permissions), both(more.scopes), calls);
  }

  /// What a token that is not the job's must hold, by API name; empty where scopes alone say it.
  public Map<String, Level> ofToken() {
    return permissions.isEmpty() && scopes.isEmpty() ? ofJob() : permissions;
  }

  /// What the token of the job must hold, by API name: all but `id-token`, which no token holds.
  public Map<String, Level> ofJob() {
    Map<String, Level> found = new LinkedHashMap<>();
    job.forEach((key, level) -> {
      if (!key.equals("id-token")) {
        found.put(key.replace('-', '_'), level);
      }
    });
    return found;
  }

  private List<Set<String>> both(List<Set<String>> more) {
    if (more.isEmpty() || scopes.isEmpty()) {
      return more.isEmpty() ? scopes : more;
    }
    return scopes.stream()
        .<Set<String>>map(set -> {
          Set<String> joined = new LinkedHashSet<>(set);
          joined.addAll(more.getFirst());
          return joined;
        })
        .toList();
  }

  private static Map<String, Level> higher(Map<String, Level> one, Map<String, Level> other) {
    Map<String, Level> all = new LinkedHashMap<>(one);
    other.forEach((name, level) -> all.merge(name, level, (a, b) -> a.includes(b) ? a : b));
    return all;
  }
}
