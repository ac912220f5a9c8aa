package io.github.tokenpreflight.github;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The JSON bodies we read, and nothing more of them than we need.
///
/// A body that lacks one of the fields a reader names is unreadable, and comes back absent: no
/// field is ever guessed. Fields: GitHub's OpenAPI description, read 2026-08-14 (documented).
public final class Payloads {
  private Payloads() {}

  /// `GET /user`.
  ///
  /// @param type `User` or `Bot`
  public record User(String login, Optional<String> type) {}

  /// Who may see a repository.
  public enum Visibility {
    PUBLIC,
    INTERNAL,
    PRIVATE
  }

  /// `GET /repos/{owner}/{repo}`.
  ///
  /// @param roles the **user's** role, not the token's power: `admin`, `maintain`, `push`,
  ///   `triage`, `pull`; empty where GitHub sends none
  public record Repository(Visibility visibility, boolean archived, Map<String, Boolean> roles) {
    public Repository {
      roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
    }
  }

  /// `GET /user/memberships/orgs/{org}` and `GET /orgs/{org}/memberships/{user}`.
  ///
  /// @param state `active` or `pending`
  /// @param role `admin`, `member` or `billing_manager`
  public record Membership(String organization, String state, String role) {}

  /// `GET /installation/repositories`.
  ///
  /// @param selection `all` or `selected`, where GitHub sends it
  public record Installation(long repositories, Optional<String> selection) {}

  public static Optional<User> user(Response response) {
    Optional<JsonNode> tree = Json.tree(response);
    Optional<String> login = tree.flatMap(node -> Json.text(node, "login")).filter(Named::isLogin);
    return login.map(name -> new User(name, tree.flatMap(node -> Json.text(node, "type"))));
  }

  /// The login of `GET /user`.
  public static Optional<String> login(Response response) {
    return user(response).map(User::login);
  }

  public static Optional<Repository> repository(Response response) {
    return Json.tree(response).flatMap(Payloads::repository);
  }

  public static Optional<Membership> membership(Response response) {
    return Json.tree(response).flatMap(Payloads::membership);
  }

  public static Optional<Installation> installation(Response response) {
    Optional<JsonNode> tree = Json.tree(response);
    Optional<Long> count = tree.flatMap(node -> Json.count(node, "total_count"));
    return count.map(total ->
        new Installation(total, tree.flatMap(node -> Json.text(node, "repository_selection"))));
  }

  private static Optional<Repository> repository(JsonNode node) {
    Optional<Visibility> visibility = visibility(node);
    Optional<Boolean> archived = Json.flag(node, "archived");
    if (visibility.isEmpty() || archived.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Boolean> roles = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> role : node.path("permissions").properties()) {
      if (role.getValue().isBoolean()) {
        roles.put(role.getKey(), role.getValue().booleanValue());
      }
    }
    return Optional.of(new Repository(visibility.get(), archived.get(), roles));
  }

  /// By `visibility`, which is newer, or else by `private`. An unknown word is unreadable.
  private static Optional<Visibility> visibility(JsonNode node) {
    if (!node.has("visibility")) {
      return Json.flag(node, "private").map(is -> is ? Visibility.PRIVATE : Visibility.PUBLIC);
    }
    return Json.text(node, "visibility")
        .flatMap(word ->
            switch (word) {
              case "public" -> Optional.of(Visibility.PUBLIC);
              case "internal" -> Optional.of(Visibility.INTERNAL);
              case "private" -> Optional.of(Visibility.PRIVATE);
              default -> Optional.empty();
            });
  }

  private static Optional<Membership> membership(JsonNode node) {
    Optional<String> state = Json.text(node, "state");
    Optional<String> role = Json.text(node, "role");
    Optional<String> organization = Json.text(node.path("organization"), "login");
    if (state.isEmpty() || role.isEmpty() || organization.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Membership(organization.get(), state.get(), role.get()));
  }
}
