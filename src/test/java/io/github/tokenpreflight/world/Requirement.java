package io.github.tokenpreflight.world;

import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Endpoint.Support;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.requirements.OrganizationRole;
import io.github.tokenpreflight.requirements.Role;
import io.github.tokenpreflight.world.World.Membership;
import io.github.tokenpreflight.world.World.Repository;
import io.github.tokenpreflight.world.World.Trait;
import java.util.Arrays;
import java.util.Optional;

/// Something required of the token of a world, and whether it is true there.
sealed interface Requirement {
  /// The requirement below `tokens: { T: ... }`, in YAML.
  String yaml();

  /// Whether all of it is true.
  boolean can(World world);

  /// Whether some of it is true: a token with scopes may use a part of what a permission opens.
  default boolean partly(World world) {
    return can(world);
  }

  record Permission(String name, Level level, String place) implements Requirement {
    @Override
    public String yaml() {
      return organization(place) + "permissions: " + wanted();
    }

    /// With the repository, so that no other requirement has to say where.
    String wanted() {
      return place.contains("/")
          ? "{ %s: { level: %s, on: [%s] } }".formatted(name, level.wireName(), place)
          : "{ %s: %s }".formatted(name, level.wireName());
    }

    @Override
    public boolean can(World world) {
      Powers powers = new Powers(world);
      return powers.scoped()
          ? new ScopedPowers(world, powers).all(name, level, at(world, place))
          : at(world, place).holds(powers, name, level);
    }

    @Override
    public boolean partly(World world) {
      Powers powers = new Powers(world);
      return powers.scoped()
          ? new ScopedPowers(world, powers).some(name, level, at(world, place))
          : can(world);
    }
  }

  /// True when the token lacks it.
  record Forbidden(Permission permission) implements Requirement {
    @Override
    public String yaml() {
      return organization(permission.place())
          + "forbid: { permissions: "
          + permission.wanted()
          + " }";
    }

    @Override
    public boolean can(World world) {
      return !permission.partly(world);
    }
  }

  record Access(String repository, Role role) implements Requirement {
    @Override
    public String yaml() {
      return "repositories: { " + repository + ": " + role.word() + " }";
    }

    @Override
    public boolean can(World world) {
      if (!(at(world, repository) instanceof Place.InRepository(Repository there))) {
        return false;
      }
      Powers powers = new Powers(world);
      WorldGit git = new WorldGit(world, powers);
      boolean door =
          role.includes(Role.PUSH)
              ? git.mayPush(there) && !there.is(Trait.ARCHIVED)
              : git.mayPull(there);
      boolean passed =
          role == Role.PULL
              || role == Role.PUSH
              || !powers.scoped()
              || powers.covers(there.isPublic() ? "public_repo" : "repo", there.isPublic());
      boolean let = powers.barred(there.owner(), role == Role.PULL && there.isPublic()).isEmpty();
      return door && let && passed && powers.hasRole(there, role);
    }
  }

  /// A declared call.
  ///
  /// @param path concrete
  record Call(Endpoint endpoint, String path) implements Requirement {
    @Override
    public String yaml() {
      return "endpoints: [ '" + endpoint.method() + " " + path + "' ]";
    }

    @Override
    public boolean can(World world) {
      Powers powers = new Powers(world);
      Place there = place(world, endpoint, path.split("/", -1));
      if (endpoint.path().equals("/user") && endpoint.method().equals("GET")) {
        return powers.kind().hasUser();
      }
      if (there instanceof Place.Nowhere || !entered(powers, there)) {
        return false;
      }
      boolean open = powers.isOpen(endpoint, there);
      if (powers.scoped()) {
        return powers.scopesSuffice(endpoint, there)
            && !(there instanceof Place.InOrganization(String login)
                && !isAskedItself()
                && powers.isKeptFrom(endpoint, login))
            && (!(there instanceof Place.InRepository(Repository repository))
                || powers.hasRole(repository, Powers.roleFor(endpoint)) && !frozen(repository));
      }
      boolean role =
          isAskedItself()
              || !(there instanceof Place.InRepository(Repository repository))
              || powers.hasRole(repository, Powers.roleFor(endpoint));
      return powers.support(endpoint) == Support.YES
          && role
          && (open || powers.sets(endpoint).stream().anyMatch(set -> there.holds(powers, set)));
    }

    /// Whether the server answers the call itself, which it does without a look at the text.
    private boolean isAskedItself() {
      return endpoint.method().equals("GET")
          && !endpoint.path().replaceAll("\\{(owner|repo|org)}", "").contains("{");
    }

    private boolean entered(Powers powers, Place there) {
      return switch (there) {
        case Place.InRepository(Repository repository) ->
            powers.sees(repository)
                && (endpoint.method().equals("GET")
                    || powers.barred(repository.owner(), false).isEmpty());
        case Place.InOrganization(String login) ->
            powers.barred(login, powers.isOpen(endpoint, there)).isEmpty();
        default -> true;
      };
    }

    private boolean frozen(Repository repository) {
      return repository.is(Trait.ARCHIVED)
          && endpoint.grants().sets().stream()
              .anyMatch(set -> set.level("contents") == Level.WRITE);
    }
  }

  record Member(String organization, OrganizationRole role) implements Requirement {
    @Override
    public String yaml() {
      return "organizations: { " + organization + ": { role: " + role.word() + " } }";
    }

    @Override
    public boolean can(World world) {
      Membership membership =
          world
              .organization(organization)
              .map(World.Organization::membership)
              .orElse(Membership.OUTSIDER);
      return membership.includes(role) && new Powers(world).barred(organization, false).isEmpty();
    }
  }

  private static String organization(String place) {
    return place.contains("/") || place.isEmpty()
        ? ""
        : "organizations: { " + place + ": { role: member } }, ";
  }

  private static Place at(World world, String place) {
    if (place.isEmpty()) {
      return new Place.OfUser();
    }
    int slash = place.indexOf('/');
    return slash < 0
        ? new Place.InOrganization(place)
        : world
            .repository(place.substring(0, slash), place.substring(slash + 1))
            .<Place>map(Place.InRepository::new)
            .orElse(new Place.Nowhere());
  }

  /// The place that a path names, held against the template of its endpoint.
  static Place place(World world, Endpoint endpoint, String[] path) {
    String[] template = endpoint.path().split("/");
    Optional<String> owner = value(template, path, "{owner}");
    Optional<String> name = value(template, path, "{repo}");
    if (owner.isPresent() && name.isPresent()) {
      Place there = at(world, owner.get() + "/" + name.get());
      return endpoint.method().equals("GET") && there instanceof Place.InRepository(var repository)
          ? new Place.InRepository(repository.thawed())
          : there;
    }
    return value(template, path, "{org}")
        .<Place>map(Place.InOrganization::new)
        .orElseGet(() ->
            endpoint.path().startsWith("/enterprises") ? new Place.Nowhere() : new Place.OfUser());
  }

  private static Optional<String> value(String[] template, String[] path, String name) {
    int at = Arrays.asList(template).indexOf(name);
    return at < 0 ? Optional.empty() : Optional.of(path[at]);
  }
}
