package io.github.tokenpreflight.world;

import io.github.tokenpreflight.catalogue.ClassicScopes;
import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Endpoint.Support;
import io.github.tokenpreflight.catalogue.Endpoints;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.PermissionSet;
import io.github.tokenpreflight.catalogue.Scopes;
import io.github.tokenpreflight.requirements.Role;
import io.github.tokenpreflight.token.TokenKind;
import io.github.tokenpreflight.world.World.Habit;
import io.github.tokenpreflight.world.World.Membership;
import io.github.tokenpreflight.world.World.Repository;
import io.github.tokenpreflight.world.World.Trait;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Answers like `facts.md` says GitHub does. Pure: the same world and request, the same reply.
final class WorldServer {
  private final World world;
  private final Powers powers;

  WorldServer(World world) {
    this.world = world;
    this.powers = new Powers(world);
  }

  /// Answers a request.
  ///
  /// @param asked path without the query, with the path of an Enterprise Server's API or not
  /// @param query empty for none
  Reply answer(String method, String asked, String query) {
    String path = asked.startsWith("/api/v3/") ? asked.substring("/api/v3".length()) : asked;
    Reply reply =
        world
            .odd(method + " " + path + (query.isEmpty() ? "" : "?" + query))
            .orElseGet(() -> usual(method, path, query));
    Reply dated = reply.with("X-GitHub-Request-Id", "0AB1:2C3D:4E5F6A:7B8C9D:6AAD5E2B");
    if (reply.status() == 404 && world.has(Habit.SILENT_ABSENCE)) {
      return dated;
    }
    if (powers.scoped() && !path.endsWith(".git/info/refs")) {
      return dated.with("X-OAuth-Scopes", String.join(", ", world.bearer().scopes()));
    }
    return powers.kind() == TokenKind.FINE_GRAINED
        ? dated.with("github-authentication-token-expiration", "2027-03-01 10:00:00 +0100")
        : dated;
  }

  private Reply usual(String method, String path, String query) {
    return path.endsWith(".git/info/refs")
        ? new WorldGit(world, powers).answer(path, query)
        : path.equals("/rate_limit") ? rateLimit() : busy().orElseGet(() -> api(method, path));
  }

  private Optional<Reply> busy() {
    return world.has(Habit.BUSY)
        ? Optional.of(
            Reply.refused(403, "You have exceeded a secondary rate limit. Please wait.")
                .with("Retry-After", "3600"))
        : Optional.empty();
  }

  private Reply rateLimit() {
    if (world.has(Habit.LIMITS_OFF)) {
      return Reply.refused(404, "Rate limiting is not enabled.");
    }
    int limit = powers.kind() == TokenKind.ACTIONS ? 1_000 : 5_000;
    String budget = "{\"limit\":" + limit + ",\"used\":1,\"remaining\":" + (limit - 1);
    return Reply.json("{\"resources\":{\"core\":" + budget + ",\"reset\":1795000000}}}");
  }

  private Reply api(String method, String path) {
    Optional<Endpoint> endpoint = Endpoints.standard().match(method, path);
    if (endpoint.isEmpty()) {
      return Reply.notFound();
    }
    String[] parts = path.split("/", -1);
    return switch (endpoint.get().signature()) {
      case "GET /user" -> user();
      case "GET /installation/repositories" ->
          powers.kind().hasUser()
              ? notAccessible()
              : Reply.json("{\"total_count\":1,\"repositories\":[]}");
      case "GET /repos/{owner}/{repo}" ->
          world.repository(parts[2], parts[3]).map(this::repository).orElse(Reply.notFound());
      case "GET /user/memberships/orgs/{org}" -> membership(parts[4]);
      default -> endpoint(endpoint.get(), place(endpoint.get(), parts));
    };
  }

  /// The place that a path names.
  private Place place(Endpoint endpoint, String[] parts) {
    return Requirement.place(world, endpoint, parts);
  }

  private Reply user() {
    return powers.kind().hasUser()
        ? Reply.json("{\"login\":\"" + World.LOGIN + "\",\"type\":\"User\"}")
        : notAccessible();
  }

  private Reply repository(Repository repository) {
    return unseen(repository)
        .orElseGet(() -> {
          String roles =
              List.of("pull", "triage", "push", "maintain", "admin").stream()
                  .map(role -> "\"" + role + "\":" + shown(role, repository))
                  .collect(Collectors.joining(","));
          return Reply.json(
              "{\"full_name\":\"%s\",\"visibility\":\"%s\",\"private\":%b,\"default_branch\":\"main\",\"archived\":%b,\"fork\":false,\"size\":%d,\"permissions\":{%s}}"
                  .formatted(
                      repository.fullName(),
                      repository.visibility().name().toLowerCase(Locale.ROOT),
                      !repository.isPublic(),
                      repository.is(Trait.ARCHIVED),
                      repository.is(Trait.EMPTY) ? 0 : 42,
                      roles));
        });
  }

  /// The user's role. What an installation token gets is not established: little, here.
  private boolean shown(String word, Repository repository) {
    if (!powers.kind().hasUser()) {
      return word.equals("pull");
    }
    return powers.hasRole(repository, Role.parse(word).orElseThrow());
  }

  private Optional<Reply> unseen(Repository repository) {
    if (!repository.isPublic() && !powers.within(repository)) {
      return Optional.of(Reply.notFound());
    }
    return powers
        .barred(repository.owner(), repository.isPublic())
        .map(policy -> Refusals.of(policy, repository.owner()));
  }

  private Reply membership(String login) {
    Optional<World.Organization> organization = world.organization(login);
    if (organization.isEmpty()) {
      return Reply.notFound();
    }
    Optional<World.Policy> policy = powers.barred(login, false);
    if (policy.isPresent()) {
      return Refusals.of(policy.get(), login);
    }
    boolean asked =
        powers.scoped()
            ? powers.covers("read:org", false) || powers.covers("repo", false)
            : powers.grantedInOrganization("members", Level.READ, login);
    if (!asked) {
      return powers.scoped()
          ? Reply.refused(403, "You need at least read:org scope to see memberships.")
          : notAccessible().with("X-Accepted-GitHub-Permissions", "members=read");
    }
    Membership membership = organization.get().membership();
    return membership == Membership.OUTSIDER
        ? Reply.notFound()
        : Reply.json(
            "{\"state\":\"%s\",\"role\":\"%s\",\"organization\":{\"login\":\"%s\"}}"
                .formatted(
                    membership == Membership.PENDING ? "pending" : "active",
                    membership == Membership.ADMIN ? "admin" : "member",
                    login));
  }

  private Reply endpoint(Endpoint endpoint, Place place) {
    if (place instanceof Place.Nowhere) {
      return Reply.notFound();
    }
    Optional<Reply> closed =
        place instanceof Place.InRepository(Repository repository)
            ? unseen(repository)
            : place instanceof Place.InOrganization(String login)
                ? powers
                    .barred(login, powers.isOpen(endpoint, place))
                    .map(policy -> Refusals.of(policy, login))
                : Optional.empty();
    if (closed.isPresent()) {
      return closed.get();
    }
    return powers.scoped() ? scoped(endpoint, place) : permitted(endpoint, place);
  }

  private Reply permitted(Endpoint endpoint, Place place) {
    List<PermissionSet> sets = powers.sets(endpoint);
    if (powers.support(endpoint) != Support.YES) {
      return notAccessible();
    }
    boolean holds = sets.stream().anyMatch(set -> place.holds(powers, set));
    if (holds || powers.isOpen(endpoint, place)) {
      return accepted(content(endpoint, place), sets);
    }
    boolean given = sets.stream().anyMatch(set -> place.granted(powers, set));
    if (given && !world.has(Habit.ROLE_AS_PERMISSION)) {
      return Reply.refused(403, Refusals.role(place));
    }
    boolean hidden = world.has(Habit.HIDES_DENIALS) && !Refusals.isPublic(place);
    return hidden ? Reply.notFound() : accepted(notAccessible(), sets);
  }

  private Reply accepted(Reply reply, List<PermissionSet> sets) {
    boolean silent = world.has(Habit.NO_ACCEPTED_HEADER) && !world.has(Habit.ASKS_LESS);
    if (silent || sets.isEmpty()) {
      return reply;
    }
    String header =
        sets.stream()
            .map(set -> set.isEmpty() ? "allows_permissionless_access=true" : set.toString())
            .collect(Collectors.joining("; "));
    return reply.with("X-Accepted-GitHub-Permissions", header);
  }

  private Reply scoped(Endpoint endpoint, Place place) {
    boolean suffice = powers.scopesSuffice(endpoint, place);
    String header = String.join(", ", acceptedScopes(endpoint, place));
    if (!suffice) {
      return Reply.notFound().with("X-Accepted-OAuth-Scopes", header);
    }
    boolean role =
        !(place instanceof Place.InRepository(Repository repository))
            || powers.hasRole(repository, Powers.roleFor(endpoint));
    return role
        ? content(endpoint, place).with("X-Accepted-OAuth-Scopes", header)
        : Reply.refused(403, Refusals.role(place)).with("X-Accepted-OAuth-Scopes", header);
  }

  /// Parents and children both, as GitHub lists them.
  private static Set<String> acceptedScopes(Endpoint endpoint, Place place) {
    Set<String> accepted = new LinkedHashSet<>();
    Optional<ClassicScopes> text = endpoint.classicScopes();
    List<List<String>> sets = new ArrayList<>();
    text.ifPresent(scopes -> {
      sets.addAll(scopes.anywhere());
      sets.addAll(Refusals.isPublic(place) ? scopes.onPublic() : scopes.onPrivate());
    });
    for (List<String> set : sets) {
      for (String scope : set) {
        accepted.add(scope);
        accepted.addAll(Scopes.standard().ancestorsOf(scope));
      }
    }
    return accepted;
  }

  /// What a request gets that is let in.
  private Reply content(Endpoint endpoint, Place place) {
    if (!endpoint.method().equals("GET")) {
      String errors = "\"errors\":[{\"code\":\"missing_field\"}]";
      return new Reply(
          422, Map.of(), "{\"message\":\"Validation Failed\"," + errors + "}", "Validation Failed");
    }
    if (place instanceof Place.InRepository(Repository repository)) {
      if (repository.is(Trait.EMPTY) && endpoint.path().contains("/commits")) {
        return Reply.refused(409, "Git Repository is empty.");
      }
      if (repository.is(Trait.FEATURES_OFF)) {
        return Refusals.switchedOff(endpoint.path());
      }
    }
    return endpoint.path().endsWith("ball/{ref}")
            && place instanceof Place.InRepository(Repository repository)
        ? Reply.refused(302, "")
            .with(
                "Location",
                "https://codeload.github.test/" + repository.fullName() + "/legacy.zip/HEAD")
        : Reply.json("[]");
  }

  private Reply notAccessible() {
    boolean personal = powers.kind() == TokenKind.FINE_GRAINED;
    return Reply.refused(
        403, "Resource not accessible by " + (personal ? "personal access token" : "integration"));
  }
}
