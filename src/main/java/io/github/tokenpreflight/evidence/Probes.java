package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Endpoint.Certainty;
import io.github.tokenpreflight.catalogue.Endpoint.Support;
import io.github.tokenpreflight.catalogue.Endpoints;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.catalogue.PermissionSet;
import io.github.tokenpreflight.catalogue.RequiredFields;
import io.github.tokenpreflight.catalogue.RequiredRole.Known;
import io.github.tokenpreflight.catalogue.Roles;
import io.github.tokenpreflight.token.TokenKind;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which harmless question shows which permission, read off the catalogue by rule.
///
/// A GET shows a permission at a level when the one set of permissions that it accepts is exactly
/// that, it works for the token's kind, and its path needs nothing but a place. Only then can a
/// success mean nothing else than that the token has the permission.
public final class Probes {
  private static final Pattern PLACE_HOLDER = Pattern.compile("\\{(\\w+)}");

  /// Endpoints whose answer says something else than the catalogue promises.
  ///
  /// Stargazers and watchers are for administrators and collaborators only since July 2026
  /// (recorded), so that their refusal says nothing about `metadata`. The projects of an
  /// organization are listed without the permission "if only public resources are requested"
  /// (documented, GitHub's REST reference, read 2026-11), so that a list, even an empty one, says
  /// nothing about `organization_projects`.
  private static final Set<String> MISLEADING =
      Set.of(
          "/orgs/{org}/projectsV2",
          "/repos/{owner}/{repo}/stargazers",
          "/repos/{owner}/{repo}/subscribers");

  /// Permissions that GitHub asks for on public repositories too, because what they open is for
  /// people who run the repository. All others are taken for open to anyone there, so that a
  /// success proves nothing.
  ///
  /// Source: GitHub's REST reference, read 2026-11, says of endpoints that are open to anyone:
  /// "This endpoint can be used without authentication or the aforementioned permissions if only
  /// public resources are requested." It does not say so of the lists behind these (documented;
  /// inferred for the two of agents).
  private static final Set<String> GUARDED_ON_PUBLIC =
      Set.of(
          "actions_variables",
          "administration",
          "agent_secrets",
          "agent_variables",
          "codespaces",
          "codespaces_metadata",
          "codespaces_secrets",
          "dependabot_secrets",
          "repository_hooks",
          "secret_scanning_alerts",
          "secrets",
          "security_events",
          "vulnerability_alerts");

  private static final Set<String> OPEN_OF_ORGANIZATIONS =
      Set.of("/orgs/{org}/members", "/orgs/{org}/projectsV2");

  private Probes() {}

  /// The GET whose success shows exactly this; absent when there is none.
  public static Optional<Endpoint> showing(
      Permission permission, Level level, Collection<TokenKind> kinds) {
    // The role in a repository comes with the repository; that in an organization must be shown.
    Comparator<Endpoint> preference =
        permission.target() == Permission.Target.ORGANIZATION
            ? Comparator.comparing((Endpoint endpoint) -> !showsRole(endpoint, permission, level))
                .thenComparing(PREFERENCE)
            : PREFERENCE;
    return candidates("GET", permission, level, kinds).min(preference);
  }

  /// Whether a user needs for an endpoint the highest role that GitHub names for anything that
  /// exactly this opens, so that a success shows that the user can use all of it.
  static boolean showsRole(Endpoint endpoint, Permission permission, Level level) {
    Optional<Known> highest = Roles.highest(permission, level);
    return highest.isEmpty()
        || Roles.needed(endpoint) instanceof Known needed
            && needed.role().includes(highest.get().role())
            && (!needed.orOthers() || highest.get().orOthers());
  }

  private static Stream<Endpoint> candidates(
      String method, Permission permission, Level level, Collection<TokenKind> kinds) {
    return Endpoints.standard().needing(permission.name(), level).stream()
        .filter(endpoint -> endpoint.method().equals(method))
        .filter(endpoint -> !endpoint.listing().enterpriseCloudOnly())
        .filter(endpoint -> !endpoint.listing().disputed())
        .filter(endpoint -> !MISLEADING.contains(endpoint.path()))
        .filter(endpoint -> !Unaskable.contains(endpoint.path()))
        .filter(endpoint -> placeable(endpoint.path(), permission.target()))
        .filter(
            endpoint -> kinds.stream().allMatch(kind -> shows(endpoint, permission, level, kind)));
  }

  /// The POST whose rejection for what is missing in its body shows exactly this; absent when there
  /// is none.
  ///
  /// GitHub checks the permission before the body (inferred), so that a complaint about the body
  /// proves the permission. Only a POST whose documented body cannot do without something is
  /// chosen, and it is sent with an empty one: nothing is named, so nothing can come of it. Never
  /// for `contents`, which Git itself answers.
  public static Optional<Endpoint> rejecting(
      Permission permission, Level level, Collection<TokenKind> kinds) {
    if (permission.name().equals("contents")) {
      return Optional.empty();
    }
    return candidates("POST", permission, level, kinds)
        .filter(endpoint -> !RequiredFields.standard().of(endpoint).isEmpty())
        .min(
            Comparator.comparing((Endpoint endpoint) -> endpoint.listing().deprecated())
                .thenComparing(
                    endpoint -> endpoint.grants().basis().certainty() == Certainty.INFERRED)
                .thenComparingInt(endpoint -> endpoint.path().length())
                .thenComparing(Endpoint::path));
  }

  /// Whether a success on a public repository proves the permission.
  public static boolean discriminatesOnPublic(Permission permission) {
    return GUARDED_ON_PUBLIC.contains(permission.name());
  }

  /// Whether a set asks for something that is asked for on public repositories too.
  static boolean guardedOnPublic(PermissionSet set) {
    return set.levels().keySet().stream().anyMatch(GUARDED_ON_PUBLIC::contains);
  }

  /// Whether an endpoint of organizations shows what is public to anyone (documented, in the same
  /// words).
  static boolean openOfOrganizations(Endpoint endpoint) {
    return OPEN_OF_ORGANIZATIONS.stream().anyMatch(endpoint.path()::startsWith);
  }

  /// The sets of permissions that a kind of token needs at an endpoint, any one of them; absent
  /// when it cannot use the endpoint, or GitHub does not say.
  static Optional<List<PermissionSet>> accepted(Endpoint endpoint, TokenKind kind) {
    return support(endpoint, kind) == Support.YES
        ? Optional.of(
            kind == TokenKind.FINE_GRAINED ? endpoint.grants().sets() : endpoint.grants().appSets())
        : Optional.empty();
  }

  /// Whether tokens of a kind work at an endpoint at all.
  static Support support(Endpoint endpoint, TokenKind kind) {
    return switch (kind) {
      case FINE_GRAINED -> endpoint.grants().fineGrained();
      case APP_USER -> endpoint.grants().appUser();
      case APP_INSTALLATION, ACTIONS -> endpoint.grants().installation();
      case CLASSIC, OAUTH -> Support.UNKNOWN;
    };
  }

  /// Whether every place-holder of a path is one that a place of this sort fills.
  static boolean placeable(String path, Permission.Target target) {
    Set<String> fillable =
        switch (target) {
          case REPOSITORY -> Set.of("owner", "repo", "ref");
          case ORGANIZATION -> Set.of("org");
          case USER, ENTERPRISE -> Set.of();
        };
    List<String> names =
        PLACE_HOLDER.matcher(path).results().map(result -> result.group(1)).toList();
    boolean named =
        switch (target) {
          case REPOSITORY -> names.contains("owner") && names.contains("repo");
          case ORGANIZATION -> names.contains("org");
          case USER -> path.equals("/user") || path.startsWith("/user/");
          case ENTERPRISE -> false;
        };
    return named && fillable.containsAll(names);
  }

  private static boolean shows(
      Endpoint endpoint, Permission permission, Level level, TokenKind kind) {
    List<PermissionSet> sets = accepted(endpoint, kind).orElse(List.of());
    return sets.size() == 1
        && sets.getFirst().levels().size() == 1
        && sets.getFirst().level(permission.name()) == level;
  }

  /// Stable ones, then those whose sets a recording confirms, then lists (an empty list is still an
  /// answer, while a missing thing is a 404), then those that need no `ref`, then the shortest.
  private static final Comparator<Endpoint> PREFERENCE =
      Comparator.comparing((Endpoint endpoint) -> endpoint.listing().deprecated())
          .thenComparing(endpoint -> endpoint.grants().basis().certainty() == Certainty.INFERRED)
          .thenComparing(endpoint -> !isList(endpoint.path()))
          .thenComparing(endpoint -> endpoint.path().contains("{ref}"))
          .thenComparing(endpoint -> endpoint.recorded().permissions().isEmpty())
          .thenComparingInt(endpoint -> endpoint.path().length())
          .thenComparing(Endpoint::path);

  private static boolean isList(String path) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    return last.endsWith("s") || last.equals("{repo}");
  }
}
