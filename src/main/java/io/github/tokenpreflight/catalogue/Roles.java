package io.github.tokenpreflight.catalogue;

import io.github.tokenpreflight.catalogue.Endpoint.Certainty;
import io.github.tokenpreflight.catalogue.Endpoint.Support;
import io.github.tokenpreflight.catalogue.RequiredRole.Known;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The role that a user needs for a permission, read off the endpoints by rule.
///
/// The endpoints of REST are all that is looked at. Those that no token of a user can use (an
/// installation's alone) are left out: an installation has no role.
public final class Roles {
  private Roles() {}

  /// For the reviewers whom an environment names, whatever their role: no use of the permission
  /// that others have.
  private static final String FOR_NAMED_REVIEWERS =
      "POST /repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments";

  /// The role that an endpoint itself needs.
  public static RequiredRole needed(Endpoint endpoint) {
    return endpoint.listing().callers().role();
  }

  /// The highest role that GitHub's text names at an endpoint which exactly this opens, alone.
  ///
  /// - Absent where the text names none there.
  /// - Who has this role can use whatever the permission opens, as far as GitHub's text says; a
  ///   success at an endpoint that needs less does not show that the user can.
  /// - Only roles in the place that the permission is granted on count.
  public static Optional<Known> highest(Permission permission, Level level) {
    Optional<Known> highest = Optional.empty();
    for (Endpoint endpoint : opened(permission, level)) {
      if (alone(endpoint, permission, level)
          && needed(endpoint) instanceof Known role
          && role.role().target() == permission.target()
          && highest.filter(other -> !higher(role, other)).isEmpty()) {
        highest = Optional.of(role);
      }
    }
    return highest;
  }

  /// The least role with which anything can be done that the level opens and no lower one does.
  ///
  /// - Absent where that is unknown of any endpoint, or where people without a role are let in too:
  ///   only then would a user's lower role prove that the permission is of no use.
  /// - The certainty is the lowest of all its endpoints.
  public static Optional<Known> least(Permission permission, Level level) {
    Optional<Known> least = Optional.empty();
    Certainty certainty = Certainty.DOCUMENTED;
    for (Endpoint endpoint : opened(permission, level)) {
      if (!(needed(endpoint) instanceof Known role)
          || role.orOthers()
          || role.role().target() != permission.target()) {
        return Optional.empty();
      }
      certainty = role.certainty() == Certainty.INFERRED ? Certainty.INFERRED : certainty;
      if (least.filter(other -> !higher(other, role)).isEmpty()) {
        least = Optional.of(role);
      }
    }
    Certainty lowest = certainty;
    return least.map(role -> new Known(role.role(), false, lowest));
  }

  /// Whether GitHub's text names an endpoint which exactly this opens, alone, and which a user of
  /// that role can use.
  public static boolean serves(Permission permission, Level level, UserRole role) {
    return opened(permission, level).stream()
        .filter(endpoint -> alone(endpoint, permission, level))
        .anyMatch(
            endpoint -> needed(endpoint) instanceof Known known && role.includes(known.role()));
  }

  private static List<Endpoint> opened(Permission permission, Level level) {
    return Endpoints.standard().needing(permission.name(), level).stream()
        .filter(endpoint ->
            endpoint.grants().fineGrained() != Support.NO
                || endpoint.grants().appUser() != Support.NO)
        .filter(endpoint -> !endpoint.signature().equals(FOR_NAMED_REVIEWERS))
        .toList();
  }

  private static boolean alone(Endpoint endpoint, Permission permission, Level level) {
    return Stream.concat(endpoint.grants().sets().stream(), endpoint.grants().appSets().stream())
        .anyMatch(set -> set.levels().size() == 1 && set.level(permission.name()) == level);
  }

  /// Whether the first is a higher role, or the same and better known.
  private static boolean higher(Known one, Known other) {
    return one.role() == other.role()
        ? one.certainty().compareTo(other.certainty()) < 0
        : one.role().includes(other.role());
  }
}
