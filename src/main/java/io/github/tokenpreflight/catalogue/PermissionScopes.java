package io.github.tokenpreflight.catalogue;

import io.github.tokenpreflight.catalogue.ClassicScopes.Tokens;
import io.github.tokenpreflight.catalogue.Endpoint.Certainty;
import io.github.tokenpreflight.catalogue.RequiredRole.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The classic scopes that open what a permission opens, read off the endpoints by rule.
///
/// The endpoints of a permission at a level are those that it opens alone, at this level or a lower
/// one. `docs/permission-scopes.md` shows the outcome for every permission.
public sealed interface PermissionScopes {
  /// Scopes are known.
  record Determined(Place onPublic, Place onPrivate) implements PermissionScopes {}

  /// No scopes are known.
  record Undetermined(Why why) implements PermissionScopes {}

  /// Scopes for one sort of repository; for organizations and users both sorts are the same.
  ///
  /// @param sufficient any-of sets, each of which opens every endpoint that the source names scopes
  ///   for; the empty set means that any token does
  /// @param least any-of sets, each of which opens something that no lower level opens; a token
  ///   that covers none of them can use nothing of it
  record Place(List<List<String>> sufficient, List<List<String>> least, Certainty certainty) {}

  /// Why no scopes are known.
  enum Why {
    NO_ENDPOINT("no REST endpoint asks for it alone"),
    APPS_ONLY("endpoints of it are for GitHub Apps alone"),
    PARTLY_APPS("some endpoints of it are for GitHub Apps alone"),
    SILENT("GitHub's text names no scope");

    private final String words;

    Why(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /// The scopes for whatever the permission opens at that level.
  static PermissionScopes of(Permission permission, Level level) {
    return of(permission, level, _ -> true);
  }

  /// The scopes for what a user with that role can use of it: an endpoint that needs a higher role
  /// is out of reach with any scopes.
  static PermissionScopes of(Permission permission, Level level, UserRole role) {
    return of(
        permission,
        level,
        endpoint ->
            !(Roles.needed(endpoint) instanceof Known needed)
                || needed.orOthers()
                || needed.role().target() != role.target()
                || role.includes(needed.role()));
  }

  /// Whether some of what the permission opens takes classic tokens, and none of OAuth apps.
  static boolean forClassicOnly(Permission permission, Level level) {
    return opened(permission, level)
        .flatMap(endpoint -> endpoint.classicScopes().stream())
        .anyMatch(scopes -> scopes.tokens() == Tokens.CLASSIC_ONLY);
  }

  private static PermissionScopes of(
      Permission permission, Level level, Predicate<Endpoint> within) {
    List<Endpoint> opened = new ArrayList<>();
    for (Level lower : Level.values()) {
      if (lower != Level.NONE && level.includes(lower)) {
        opened.addAll(opened(permission, lower).filter(within).toList());
      }
    }
    if (opened.stream().anyMatch(endpoint -> endpoint.admission().refusesScoped())) {
      return new Undetermined(
          opened(permission, level).allMatch(endpoint -> endpoint.admission().refusesScoped())
              ? Why.APPS_ONLY
              : Why.PARTLY_APPS);
    }
    ScopeReading reading = new ScopeReading(permission, opened);
    Optional<Certainty> certainty = opened.isEmpty() ? Optional.empty() : reading.certainty(level);
    if (certainty.isPresent()) {
      return new Determined(
          reading.place(true, level, certainty.get()),
          reading.place(false, level, certainty.get()));
    }
    return named(permission, level)
        .orElse(new Undetermined(opened.isEmpty() ? Why.NO_ENDPOINT : Why.SILENT));
  }

  /// The endpoints that the permission opens at exactly this level, alone.
  private static Stream<Endpoint> opened(Permission permission, Level level) {
    return Endpoints.standard().needing(permission.name(), level).stream()
        .filter(endpoint ->
            Stream.concat(endpoint.grants().sets().stream(), endpoint.grants().appSets().stream())
                .anyMatch(
                    set -> set.levels().size() == 1 && set.level(permission.name()) == level));
  }

  /// The scope with the very name of the permission, where no endpoint names one: with the level
  /// (`write:packages`), or the level being all there is, alone (`workflow`, `gist`).
  private static Optional<PermissionScopes> named(Permission permission, Level level) {
    String name = permission.name();
    return Stream.of(level.wireName() + ":" + name, name.substring(0, name.length() - 1))
        .filter(scope -> Scopes.standard().find(scope).isPresent())
        .findFirst()
        .map(scope ->
            new Place(List.of(List.of(scope)), List.of(List.of(scope)), Certainty.DOCUMENTED))
        .map(place -> new Determined(place, place));
  }
}
