package io.github.tokenpreflight.world;

import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Endpoints;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.catalogue.Permissions;
import io.github.tokenpreflight.evidence.Call;
import io.github.tokenpreflight.evidence.Places;
import io.github.tokenpreflight.evidence.Reservation;
import io.github.tokenpreflight.requirements.EndpointRequirement;
import io.github.tokenpreflight.requirements.OrganizationRole;
import io.github.tokenpreflight.requirements.RepositoryName;
import io.github.tokenpreflight.requirements.Role;
import io.github.tokenpreflight.source.Span;
import io.github.tokenpreflight.token.TokenKind;
import io.github.tokenpreflight.world.World.Bearer;
import io.github.tokenpreflight.world.World.Given;
import io.github.tokenpreflight.world.World.Habit;
import io.github.tokenpreflight.world.World.Membership;
import io.github.tokenpreflight.world.World.Oddity;
import io.github.tokenpreflight.world.World.Organization;
import io.github.tokenpreflight.world.World.Policy;
import io.github.tokenpreflight.world.World.Repository;
import io.github.tokenpreflight.world.World.Trait;
import io.github.tokenpreflight.world.World.Visibility;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/// Makes worlds, and requirements for them, from a seed. Requirements prefer what the world is
/// about, so that yes and no are both common.
final class RandomWorld {
  private static final List<Permission> PERMISSIONS = Permissions.standard().all();
  private static final List<Endpoint> ENDPOINTS = Endpoints.standard().all();
  private static final List<String> SCOPES =
      List.of(
          "repo",
          "public_repo",
          "admin:org",
          "read:org",
          "workflow",
          "admin:repo_hook",
          "security_events",
          "user",
          "gist",
          "delete_repo",
          "codespace");
  private static final List<String> PLACES =
      List.of("acme/site", "acme/docs", "other/lib", "robot/own", "acme/gone");

  /// The endpoints that each reservation concerns: few of all, and the ones where judging errs.
  private static final Map<Reservation, List<Endpoint>> RESERVED = reserved();

  private final Random random;

  RandomWorld(long seed) {
    this.random = new Random(seed);
  }

  World world() {
    List<Repository> repositories = new ArrayList<>();
    for (String place : PLACES.subList(0, 4)) {
      String[] parts = place.split("/", -1);
      repositories.add(repository(parts[0], parts[1]));
    }
    List<Organization> organizations = new ArrayList<>();
    for (String login : List.of("acme", "other")) {
      Set<Policy> policies = some(Policy.class, 5);
      organizations.add(
          new Organization(
              login, chance(40) ? Membership.ADMIN : one(Membership.values()), policies));
    }
    return new World(bearer(), repositories, organizations, some(Habit.class, 5), oddities());
  }

  /// Rarely, some requests are answered in ways that say nothing about the token.
  private List<Oddity> oddities() {
    if (!chance(15)) {
      return List.of();
    }
    String request =
        one(
            "GET /",
            "GET /repos/acme/",
            "GET /repos/acme/site/",
            "GET /orgs/",
            "GET /user",
            "GET /acme/",
            "POST /");
    Reply reply =
        one(
            Reply.refused(401, "Bad credentials"),
            Reply.refused(401, "Requires authentication"),
            Reply.refused(403, "Something nobody has read yet."),
            Reply.refused(403, "Sorry. Your account was suspended."),
            Reply.refused(503, "No server is currently available."),
            Reply.refused(302, "").with("Location", "https://login.test/"));
    return List.of(new Oddity(request, reply));
  }

  private Repository repository(String owner, String name) {
    Optional<Role> role =
        chance(15) ? Optional.empty() : Optional.of(chance(60) ? Role.ADMIN : one(Role.values()));
    return new Repository(owner, name, one(Visibility.values()), role, some(Trait.class, 10));
  }

  private Bearer bearer() {
    TokenKind kind = one(TokenKind.values());
    Map<String, Level> permissions = new TreeMap<>();
    int count = random.nextInt(20);
    for (int i = 0; i < count; i++) {
      Permission permission = PERMISSIONS.get(random.nextInt(PERMISSIONS.size()));
      permissions.put(permission.name(), level(permission));
    }
    for (String often : List.of("contents", "issues", "administration", "members")) {
      if (chance(40)) {
        permissions.put(often, chance(50) ? Level.WRITE : Level.READ);
      }
    }
    Set<String> selected = new HashSet<>();
    if (kind == TokenKind.ACTIONS) {
      selected.add("acme/site");
    } else if (chance(65)) {
      selected.add("*");
    } else {
      PLACES.stream().filter(_ -> chance(60)).forEach(selected::add);
    }
    String owner = kind == TokenKind.ACTIONS || chance(80) ? "acme" : one("other", "robot");
    List<String> scopes = SCOPES.stream().filter(_ -> chance(30)).toList();
    return new Bearer(
        kind,
        chance(8),
        new Given(owner, !chance(10), selected, permissions),
        kind.hasScopes() ? scopes : List.of(),
        chance(50) ? Set.of("acme") : Set.of());
  }

  Requirement requirement(World world) {
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> permission(world);
      case 4 -> new Requirement.Forbidden(permission(world));
      case 5 -> new Requirement.Access(place(), one(Role.values()));
      case 6 -> new Requirement.Member(organization(), one(OrganizationRole.values()));
      default -> call(world);
    };
  }

  private Requirement.Permission permission(World world) {
    List<String> given = List.copyOf(world.bearer().given().permissions().keySet());
    Permission permission =
        given.isEmpty() || chance(25)
            ? PERMISSIONS.get(random.nextInt(PERMISSIONS.size()))
            : Permissions.standard().find(given.get(random.nextInt(given.size()))).orElseThrow();
    String place =
        switch (permission.target()) {
          case REPOSITORY -> place();
          case ORGANIZATION -> organization();
          case USER, ENTERPRISE -> "";
        };
    return new Requirement.Permission(permission.name(), level(permission), place);
  }

  private Level level(Permission permission) {
    return permission.levels().get(random.nextInt(permission.levels().size()));
  }

  /// A call whose truth is known: what archiving does to other writes than pushes is not.
  private Requirement call(World world) {
    while (true) {
      List<Endpoint> from =
          chance(30) ? RESERVED.getOrDefault(one(Reservation.values()), ENDPOINTS) : ENDPOINTS;
      Endpoint endpoint = from.get(random.nextInt(from.size()));
      if (endpoint.listing().enterpriseCloudOnly() && chance(90)) {
        continue;
      }
      String[] place = place().split("/", -1);
      String path =
          endpoint
              .path()
              .replace("{owner}", place[0])
              .replace("{repo}", place[1])
              .replace("{org}", organization())
              .replaceAll("\\{\\w+\\}", "42");
      Requirement.Call call = new Requirement.Call(endpoint, path);
      boolean frozen =
          world.repository(place[0], place[1]).filter(one -> one.is(Trait.ARCHIVED)).isPresent();
      boolean known =
          !endpoint.path().equals("/user/memberships/orgs/{org}")
              && Endpoints.standard()
                  .match(endpoint.method(), path)
                  .filter(endpoint::equals)
                  .isPresent()
              && (!frozen || endpoint.method().equals("GET"));
      if (known) {
        return call;
      }
    }
  }

  private static Map<Reservation, List<Endpoint>> reserved() {
    Map<Reservation, List<Endpoint>> reserved = new EnumMap<>(Reservation.class);
    for (Reservation reservation : Reservation.values()) {
      reserved.put(
          reservation,
          ENDPOINTS.stream()
              .filter(endpoint -> calls(endpoint).stream().anyMatch(reservation::concerns))
              .toList());
    }
    return reserved;
  }

  private static List<Call> calls(Endpoint endpoint) {
    return Call.of(
        new EndpointRequirement(endpoint, endpoint.path(), new Span(1, 1, 1)),
        new Places(List.of(new RepositoryName("acme", "site")), List.of("acme")));
  }

  private String place() {
    return chance(50) ? "acme/site" : one(PLACES.toArray(String[]::new));
  }

  private String organization() {
    return chance(60) ? "acme" : one("acme", "other", "gone");
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <E extends Enum<E>> Set<E> some(Class<E> type, int percent) {
    Set<E> some = EnumSet.noneOf(type);
    for (E constant : type.getEnumConstants()) {
      if (chance(percent)) {
        some.add(constant);
      }
    }
    return some;
  }

  @SafeVarargs
  final <T> T one(T... all) {
    return all[random.nextInt(all.length)];
  }
}
