package io.github.tokenpreflight.catalogue;

import io.github.tokenpreflight.catalogue.Endpoint.Certainty;
import io.github.tokenpreflight.catalogue.Permission.Target;
import io.github.tokenpreflight.catalogue.PermissionScopes.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The scopes of one permission's endpoints, by the best source that names any: GitHub's text, then
/// recorded headers, then the rule for repositories (`repo`; in public ones nothing to read and
/// `public_repo` to write).
final class ScopeReading {
  /// What `public_repo` is documented to write in public repositories: code, commit statuses and
  /// deployment statuses (GitHub Docs, "Scopes for OAuth apps", captured 2026-08-22). For
  /// everything else it is inferred that it stands for `repo` there.
  private static final Set<String> WITHIN_PUBLIC_REPO =
      Set.of("contents", "statuses", "deployments");

  private static final List<List<String>> NOTHING = List.of(List.of());

  private final Permission permission;
  private final List<Endpoint> opened;

  ScopeReading(Permission permission, List<Endpoint> opened) {
    this.permission = permission;
    this.opened = opened;
  }

  /// How the scopes of that level are known; absent where nothing names any at an endpoint of it.
  Optional<Certainty> certainty(Level level) {
    List<Endpoint> added =
        opened.stream().filter(endpoint -> endpoint.needs(permission.name(), level)).toList();
    if (added.stream().anyMatch(endpoint -> !text(endpoint, false).isEmpty())) {
      return Optional.of(Certainty.DOCUMENTED);
    }
    if (added.stream().anyMatch(endpoint -> !recorded(endpoint, false).isEmpty())) {
      return Optional.of(Certainty.RECORDED);
    }
    return permission.target() == Target.REPOSITORY && !added.isEmpty()
        ? Optional.of(Certainty.INFERRED)
        : Optional.empty();
  }

  Place place(boolean publicRepository, Level level, Certainty certainty) {
    // Where no repository is named, all of it includes what concerns private ones, but something
    // can
    // be used without the scopes that those need besides.
    boolean onPublic = publicRepository || permission.target() != Target.REPOSITORY;
    ScopeSets sets = ScopeSets.on(onPublic);
    List<List<String>> sufficient = NOTHING;
    List<List<String>> least = List.of();
    boolean replaced = false;
    for (Endpoint endpoint : opened) {
      List<List<String>> named =
          named(endpoint, publicRepository && permission.target() == Target.REPOSITORY, certainty);
      if (!named.isEmpty()) {
        List<List<String>> here = onPublic ? publicRepo(named) : named;
        replaced |= !here.equals(named);
        sufficient = sets.both(sufficient, here);
      }
      if (endpoint.needs(permission.name(), level)) {
        List<List<String>> best = best(endpoint, onPublic);
        least = sets.either(least, onPublic ? publicRepo(best) : best);
      }
    }
    boolean guessed = replaced && !WITHIN_PUBLIC_REPO.contains(permission.name());
    return new Place(sufficient, least, guessed ? Certainty.INFERRED : certainty);
  }

  private List<List<String>> named(Endpoint endpoint, boolean onPublic, Certainty certainty) {
    return switch (certainty) {
      case RECORDED -> readsPublic(endpoint, onPublic) ? NOTHING : recorded(endpoint, onPublic);
      case INFERRED -> readsPublic(endpoint, onPublic) ? NOTHING : byRule();
      case DOCUMENTED, LISTED -> text(endpoint, onPublic);
    };
  }

  /// By the best source for this endpoint; nothing where there is none, since then a lack of scopes
  /// refutes nothing.
  private List<List<String>> best(Endpoint endpoint, boolean onPublic) {
    List<List<String>> text = text(endpoint, onPublic);
    if (!text.isEmpty()) {
      return text;
    }
    if (permission.target() != Target.REPOSITORY || readsPublic(endpoint, onPublic)) {
      return NOTHING;
    }
    List<List<String>> recorded = recorded(endpoint, onPublic);
    return recorded.isEmpty() ? byRule() : recorded;
  }

  /// `repo`, or a narrower scope that another endpoint of the permission takes.
  private List<List<String>> byRule() {
    List<List<String>> sets = new ArrayList<>(List.of(List.of("repo")));
    for (Endpoint endpoint : opened) {
      sets.addAll(text(endpoint, false));
      sets.addAll(recorded(endpoint, false));
    }
    return sets;
  }

  /// Recorded headers name `repo` for reading, although public repositories need no scope.
  private boolean readsPublic(Endpoint endpoint, boolean onPublic) {
    return onPublic && permission.target() == Target.REPOSITORY && endpoint.method().equals("GET");
  }

  /// What the text names for private repositories only is not needed to read in public ones.
  private List<List<String>> text(Endpoint endpoint, boolean onPublic) {
    List<List<String>> named =
        endpoint
            .classicScopes()
            .map(scopes -> onPublic ? scopes.sufficientOnPublic() : scopes.sufficientOnPrivate())
            .orElse(List.of());
    boolean privateOnly =
        readsPublic(endpoint, onPublic)
            && named.isEmpty()
            && endpoint.classicScopes().isPresent()
            && !endpoint.classicScopes().get().sufficientOnPrivate().isEmpty();
    return privateOnly ? NOTHING : named.isEmpty() && onPublic ? text(endpoint, false) : named;
  }

  /// An empty header says nothing: it stands on calls that need `repo` in private repositories too.
  private static List<List<String>> recorded(Endpoint endpoint, boolean onPublic) {
    return endpoint.recorded().scopes().orElse(List.of()).stream()
        .filter(scope -> onPublic || !scope.equals("public_repo"))
        .map(List::of)
        .toList();
  }

  private List<List<String>> publicRepo(List<List<String>> sets) {
    return permission.target() != Target.REPOSITORY
        ? sets
        : sets.stream()
            .map(set ->
                set.stream().map(scope -> scope.equals("repo") ? "public_repo" : scope).toList())
            .toList();
  }
}
