package io.github.tokenpreflight.world;

import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Endpoints;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permissions;
import io.github.tokenpreflight.catalogue.Roles;
import io.github.tokenpreflight.catalogue.UserRole;
import io.github.tokenpreflight.requirements.Role;
import io.github.tokenpreflight.world.World.Repository;
import io.github.tokenpreflight.world.World.Trait;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What a token with scopes can do of what a permission opens: each endpoint by itself, as GitHub's
/// text has it.
final class ScopedPowers {
  private final World world;
  private final Powers powers;

  ScopedPowers(World world, Powers powers) {
    this.world = world;
    this.powers = powers;
  }

  /// Whether it can use all of it.
  boolean all(String permission, Level level, Place place) {
    if (!entered(permission, level, place)) {
      return false;
    }
    return switch (permission) {
      case "metadata" -> true;
      case "contents" -> contents(level, place);
      default ->
          Arrays.stream(Level.values())
                  .filter(lower -> lower != Level.NONE && level.includes(lower))
                  .flatMap(lower -> opened(permission, lower).stream())
                  .filter(ScopedPowers::speaks)
                  .filter(endpoint ->
                      !(place instanceof Place.InOrganization(String login)
                          && powers.isKeptFrom(endpoint, login)))
                  .allMatch(endpoint -> powers.scopesSuffice(endpoint, place))
              && named(permission, level);
    };
  }

  /// Whether it can use something of it that no lower level opens.
  boolean some(String permission, Level level, Place place) {
    if (!entered(permission, level, place)) {
      return false;
    }
    List<Endpoint> opened = opened(permission, level);
    return switch (permission) {
      case "metadata" -> true;
      case "contents" -> contents(level, place);
      default ->
          named(permission, level)
              && (opened.isEmpty()
                  || opened.stream().anyMatch(endpoint -> powers.scopesSuffice(endpoint, place)));
    };
  }

  /// What goes by the name of its scope, whatever the text of its endpoints says.
  private boolean named(String permission, Level level) {
    return switch (permission) {
      case "gists" -> powers.covers("gist", false);
      case "workflows" -> powers.covers("workflow", false);
      case "packages" -> powers.covers(level.wireName() + ":packages", false);
      default -> true;
    };
  }

  private boolean contents(Level level, Place place) {
    WorldGit git = new WorldGit(world, powers);
    return place instanceof Place.InRepository(Repository repository)
        && (level == Level.WRITE
            ? git.mayPush(repository) && !repository.is(Trait.ARCHIVED)
            : git.mayPull(repository));
  }

  private boolean entered(String permission, Level level, Place place) {
    return switch (place) {
      case Place.InRepository(Repository repository) ->
          powers.sees(repository)
              && powers
                  .barred(repository.owner(), level == Level.READ && repository.isPublic())
                  .isEmpty()
              && role(permission, level, repository);
      case Place.InOrganization(String login) ->
          powers.barred(login, false).isEmpty()
              && powers.belongs(permission, login)
              && !(forOwners(permission, level) && powers.isNoOwner(login));
      case Place.OfUser() -> true;
      case Place.Nowhere() -> false;
    };
  }

  /// Whether GitHub's text keeps all of it for owners.
  private static boolean forOwners(String permission, Level level) {
    return Roles.least(Permissions.standard().find(permission).orElseThrow(), level)
        .filter(least -> least.role() == UserRole.OWNER)
        .isPresent();
  }

  private boolean role(String permission, Level level, Repository repository) {
    return permission.equals("metadata")
        || permission.equals("contents")
        || powers.hasRole(repository, Powers.roleFor(permission, level))
        || powers.hasRole(repository, Role.ADMIN);
  }

  /// Where GitHub's text is silent, the scopes of the endpoints beside it are taken to suffice.
  private static boolean speaks(Endpoint endpoint) {
    return endpoint.classicScopes().isPresent();
  }

  private static List<Endpoint> opened(String permission, Level level) {
    return Endpoints.standard().needing(permission, level).stream()
        .filter(endpoint ->
            Stream.concat(endpoint.grants().sets().stream(), endpoint.grants().appSets().stream())
                .anyMatch(set -> set.levels().size() == 1 && set.level(permission) == level))
        .toList();
  }
}
