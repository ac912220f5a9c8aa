package io.github.tokenpreflight.world;

import io.github.tokenpreflight.catalogue.ClassicScopes;
import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Endpoint.Support;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.catalogue.PermissionSet;
import io.github.tokenpreflight.catalogue.Permissions;
import io.github.tokenpreflight.catalogue.RequiredRole;
import io.github.tokenpreflight.catalogue.Roles;
import io.github.tokenpreflight.catalogue.Scopes;
import io.github.tokenpreflight.catalogue.UserRole;
import io.github.tokenpreflight.requirements.Role;
import io.github.tokenpreflight.token.TokenKind;
import io.github.tokenpreflight.world.World.Membership;
import io.github.tokenpreflight.world.World.Policy;
import io.github.tokenpreflight.world.World.Repository;
import io.github.tokenpreflight.world.World.Trait;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the token of a world can do there: the rules of `facts.md`, written without a look at what
/// they test.
final class Powers {
  /// What only those who run a repository or may write to it can read, public or not. GitHub's
  /// reference does not say of these lists that they "can be used without [...] the aforementioned
  /// permissions if only public resources are requested" (read 2026-11).
  private static final Set<String> NEVER_PUBLIC =
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

  /// Of organizations, with that sentence.
  private static final Set<String> PUBLIC_OF_ORGANIZATIONS =
      Set.of("/orgs/{org}", "/orgs/{org}/members", "/orgs/{org}/projectsV2", "/orgs/{org}/repos");

  private static final Map<String, Role> ROLES =
      Map.ofEntries(
          Map.entry("administration", Role.ADMIN),
          Map.entry("repository_hooks", Role.ADMIN),
          Map.entry("secret_scanning_alerts", Role.ADMIN),
          Map.entry("actions_variables", Role.PUSH),
          Map.entry("agent_secrets", Role.PUSH),
          Map.entry("agent_variables", Role.PUSH),
          Map.entry("codespaces_secrets", Role.PUSH),
          Map.entry("dependabot_secrets", Role.PUSH),
          Map.entry("secrets", Role.PUSH),
          Map.entry("security_events", Role.PUSH),
          Map.entry("vulnerability_alerts", Role.PUSH));

  private static final Set<String> FOR_READERS =
      Set.of("issues", "pull_requests", "discussions", "codespaces");

  private final World world;

  Powers(World world) {
    this.world = world;
  }

  TokenKind kind() {
    return world.bearer().kind();
  }

  boolean scoped() {
    return kind().hasScopes();
  }

  boolean covers(String scope, boolean onPublic) {
    List<String> held = world.bearer().scopes();
    Scopes scopes = Scopes.standard();
    return onPublic ? scopes.coversOnPublic(held, scope) : scopes.covers(held, scope);
  }

  /// The policy of the owner that keeps the token out.
  ///
  /// @param publicRead whether only something public is read, which most policies leave alone
  Optional<Policy> barred(String owner, boolean publicRead) {
    Set<Policy> policies =
        world.organization(owner).map(World.Organization::policies).orElse(Set.of());
    boolean signedOn =
        !scoped() || world.bearer().authorized().contains(owner.toLowerCase(Locale.ROOT));
    return Stream.of(Policy.values())
        .filter(policies::contains)
        .filter(policy ->
            switch (policy) {
              case SAML -> !signedOn && !publicRead;
              case NO_CLASSIC -> kind() == TokenKind.CLASSIC && !publicRead;
              case NO_FINE_GRAINED -> kind() == TokenKind.FINE_GRAINED && !publicRead;
              case SHORT_LIFE -> kind() == TokenKind.FINE_GRAINED;
              case IP_LIST -> true;
            })
        .findFirst();
  }

  /// Whether a repository that is not public is shown to the token, policies apart.
  boolean within(Repository repository) {
    if (repository.role().isEmpty() && kind().hasUser()) {
      return false;
    }
    return scoped()
        ? covers("repo", false)
        : selected(repository) && (kind() == TokenKind.ACTIONS || anyOnRepositories());
  }

  private boolean anyOnRepositories() {
    return world.bearer().given().permissions().keySet().stream()
        .map(name -> Permissions.standard().find(name).orElseThrow())
        .anyMatch(permission -> permission.target() == Permission.Target.REPOSITORY);
  }

  private boolean selected(Repository repository) {
    World.Given given = world.bearer().given();
    return given.owner().equalsIgnoreCase(repository.owner())
        && given.approved()
        && (given.selected().contains("*")
            || given.selected().contains(repository.fullName().toLowerCase(Locale.ROOT)));
  }

  boolean sees(Repository repository) {
    return barred(repository.owner(), repository.isPublic()).isEmpty()
        && (repository.isPublic() || within(repository));
  }

  /// Whether the token was given a permission on a repository and tokens of its kind can use it.
  boolean granted(String permission, Level level, Repository repository) {
    if (permission.equals("metadata")) {
      return sees(repository);
    }
    return possible(permission, level)
        && selected(repository)
        && barred(repository.owner(), false).isEmpty()
        && held(permission).includes(level);
  }

  /// Granted, and of use to the user behind the token.
  boolean holds(String permission, Level level, Repository repository) {
    if (isOf(permission, Permission.Target.ORGANIZATION)) {
      return holdsInOrganization(permission, level, repository.owner());
    }
    if (isOf(permission, Permission.Target.USER)) {
      return holdsOfUser(permission, level);
    }
    boolean frozen =
        permission.equals("contents") && level == Level.WRITE && repository.is(Trait.ARCHIVED);
    return granted(permission, level, repository)
        && !frozen
        && hasRole(repository, roleFor(permission, level));
  }

  boolean hasRole(Repository repository, Role needed) {
    Role open = repository.isPublic() ? Role.PULL : null;
    Role held = repository.role().orElse(open);
    return !kind().hasUser() || held != null && held.includes(needed);
  }

  boolean grantedInOrganization(String permission, Level level, String login) {
    World.Given given = world.bearer().given();
    return possible(permission, level)
        && isOf(permission, Permission.Target.ORGANIZATION)
        && given.owner().equalsIgnoreCase(login)
        && given.approved()
        && barred(login, false).isEmpty()
        && held(permission).includes(level);
  }

  boolean holdsInOrganization(String permission, Level level, String login) {
    return grantedInOrganization(permission, level, login)
        && world.organization(login).isPresent()
        && (!kind().hasUser() || membershipSuffices(permission, login));
  }

  /// Whether the user belongs to an organization, as high as a permission needs it.
  boolean belongs(String permission, String login) {
    return world.organization(login).isPresent() && membershipSuffices(permission, login);
  }

  private boolean membershipSuffices(String permission, String login) {
    Membership membership =
        world.organization(login).map(World.Organization::membership).orElse(Membership.OUTSIDER);
    boolean forMembers =
        Set.of("members", "issue_types", "issue_fields", "organization_projects")
            .contains(permission);
    return membership == Membership.ADMIN || forMembers && membership == Membership.MEMBER;
  }

  boolean holdsOfUser(String permission, Level level) {
    return possible(permission, level)
        && isOf(permission, Permission.Target.USER)
        && kind().hasUser()
        && world.bearer().given().owner().equals(World.LOGIN)
        && held(permission).includes(level);
  }

  private Level held(String permission) {
    return world.bearer().given().permissions().getOrDefault(permission, Level.NONE);
  }

  private static boolean isOf(String permission, Permission.Target target) {
    return Permissions.standard().find(permission).orElseThrow().target() == target;
  }

  private boolean possible(String permission, Level level) {
    Permission known = Permissions.standard().find(permission).orElseThrow();
    return switch (kind()) {
      case FINE_GRAINED -> known.patHasIt();
      case APP_USER, APP_INSTALLATION -> known.appHasIt();
      case ACTIONS -> known.workflowLevels().stream().anyMatch(most -> most.includes(level));
      case CLASSIC, OAUTH -> false;
    };
  }

  static Role roleFor(String permission, Level level) {
    Permission known = Permissions.standard().find(permission).orElseThrow();
    return Stream.of(
            Optional.of(guess(permission, level)),
            Roles.least(known, level)
                .filter(least -> least.role().target() == Permission.Target.REPOSITORY)
                .map(least -> Role.valueOf(least.role().name())))
        .flatMap(Optional::stream)
        .max(Role::compareTo)
        .orElseThrow();
  }

  private static Role guess(String permission, Level level) {
    Role administrative = ROLES.get(permission);
    if (administrative != null) {
      return administrative;
    }
    boolean reading = level == Level.READ || FOR_READERS.contains(permission);
    return permission.equals("environments") && !reading
        ? Role.ADMIN
        : reading ? Role.PULL : Role.PUSH;
  }

  /// The least role that one of the ways to an endpoint needs, or the one that GitHub's text names.
  static Role roleFor(Endpoint endpoint) {
    Role needed =
        endpoint.grants().sets().stream()
            .map(set ->
                set.levels().entrySet().stream()
                    .map(need -> roleFor(need.getKey(), need.getValue()))
                    .max(Role::compareTo)
                    .orElse(Role.PULL))
            .min(Role::compareTo)
            .orElse(endpoint.method().equals("GET") ? Role.PULL : Role.PUSH);
    return Roles.needed(endpoint) instanceof RequiredRole.Known known
            && !known.orOthers()
            && known.role().target() == Permission.Target.REPOSITORY
            && Role.valueOf(known.role().name()).includes(needed)
        ? Role.valueOf(known.role().name())
        : needed;
  }

  /// Whether an endpoint is for the owners of an organization by GitHub's text, and the user is
  /// none.
  boolean isKeptFrom(Endpoint endpoint, String login) {
    return Roles.needed(endpoint) instanceof RequiredRole.Known known
        && !known.orOthers()
        && known.role() == UserRole.OWNER
        && world.organization(login).map(World.Organization::membership).orElse(Membership.OUTSIDER)
            != Membership.ADMIN;
  }

  boolean isNoOwner(String login) {
    return world.organization(login).map(World.Organization::membership).orElse(Membership.OUTSIDER)
        != Membership.ADMIN;
  }

  Support support(Endpoint endpoint) {
    return switch (kind()) {
      case FINE_GRAINED -> endpoint.grants().fineGrained();
      case APP_USER -> endpoint.grants().appUser();
      case APP_INSTALLATION, ACTIONS -> endpoint.grants().installation();
      case CLASSIC, OAUTH -> Support.YES;
    };
  }

  List<PermissionSet> sets(Endpoint endpoint) {
    List<PermissionSet> listed =
        kind() == TokenKind.FINE_GRAINED ? endpoint.grants().sets() : endpoint.grants().appSets();
    boolean list = endpoint.signature().matches("GET /repos/\\{owner}/\\{repo}/[^{]+");
    return list && !listed.isEmpty() && world.has(World.Habit.ASKS_LESS)
        ? Stream.concat(
                listed.stream(), Stream.of(new PermissionSet(Map.of("metadata", Level.READ))))
            .toList()
        : listed;
  }

  /// Whether anyone may read it.
  boolean isOpen(Endpoint endpoint, Place place) {
    if (!endpoint.method().equals("GET")) {
      return false;
    }
    if (place instanceof Place.InOrganization) {
      return PUBLIC_OF_ORGANIZATIONS.contains(endpoint.path())
          || endpoint.path().startsWith("/orgs/{org}/projectsV2");
    }
    return place instanceof Place.InRepository(Repository repository)
        && repository.isPublic()
        && sets(endpoint).stream()
            .anyMatch(set -> set.levels().keySet().stream().noneMatch(NEVER_PUBLIC::contains));
  }

  /// Whether the scopes suffice by GitHub's text for the endpoint, or by the general rule.
  boolean scopesSuffice(Endpoint endpoint, Place place) {
    boolean isPublic =
        place instanceof Place.InRepository(Repository repository) && repository.isPublic();
    Optional<ClassicScopes> text = endpoint.classicScopes();
    if (text.isPresent()) {
      boolean taken =
          switch (text.get().tokens()) {
            case NEITHER -> false;
            case CLASSIC_ONLY -> kind() == TokenKind.CLASSIC;
            case CLASSIC_AND_OAUTH -> true;
          };
      boolean named = !text.get().anywhere().isEmpty() || !text.get().onPublic().isEmpty();
      if (!taken || named || !isPublic) {
        return taken && textCovered(text.get(), isPublic);
      }
    }
    if (!(place instanceof Place.InRepository) || isPublic && endpoint.method().equals("GET")) {
      return true;
    }
    return covers(isPublic ? "public_repo" : "repo", isPublic);
  }

  private boolean textCovered(ClassicScopes text, boolean isPublic) {
    boolean anywhere = anyCovered(text.anywhere(), isPublic);
    if (isPublic) {
      return anywhere || anyCovered(text.onPublic(), true);
    }
    boolean base = text.anywhere().isEmpty() || anywhere;
    return base && (text.onPrivate().isEmpty() || anyCovered(text.onPrivate(), false));
  }

  private boolean anyCovered(List<List<String>> sets, boolean isPublic) {
    return sets.stream().anyMatch(set -> set.stream().allMatch(scope -> covers(scope, isPublic)));
  }
}
