package io.github.tokenpreflight.world;

import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.PermissionSet;

/// Where in a world something is asked.
sealed interface Place {
  record InRepository(World.Repository repository) implements Place {}

  record InOrganization(String login) implements Place {}

  record OfUser() implements Place {}

  /// Nowhere that the token is let into.
  record Nowhere() implements Place {}

  /// Whether the token holds a permission here.
  default boolean holds(Powers powers, String permission, Level level) {
    return switch (this) {
      case InRepository(var repository) -> powers.holds(permission, level, repository);
      case InOrganization(var login) -> powers.holdsInOrganization(permission, level, login);
      case OfUser() -> powers.holdsOfUser(permission, level);
      case Nowhere() -> false;
    };
  }

  /// Whether it holds all of a set here.
  default boolean holds(Powers powers, PermissionSet set) {
    return set.levels().entrySet().stream()
        .allMatch(need -> holds(powers, need.getKey(), need.getValue()));
  }

  /// Whether it was given all of a set here, whatever the role of its user.
  default boolean granted(Powers powers, PermissionSet set) {
    return set.levels().entrySet().stream()
        .allMatch(need ->
            switch (this) {
              case InRepository(var repository) ->
                  powers.granted(need.getKey(), need.getValue(), repository);
              case InOrganization(var login) ->
                  powers.grantedInOrganization(need.getKey(), need.getValue(), login);
              case OfUser() -> powers.holdsOfUser(need.getKey(), need.getValue());
              case Nowhere() -> false;
            });
  }
}
