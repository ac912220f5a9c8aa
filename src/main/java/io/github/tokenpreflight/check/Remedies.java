package io.github.tokenpreflight.check;

import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.catalogue.Scopes;
import io.github.tokenpreflight.evidence.Call;
import io.github.tokenpreflight.evidence.Target;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Remedy;
import io.github.tokenpreflight.requirements.Declared;
import io.github.tokenpreflight.requirements.PermissionRequirement;
import io.github.tokenpreflight.requirements.RepositoryRequirement;
import io.github.tokenpreflight.requirements.Role;
import io.github.tokenpreflight.token.TokenKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a person does to mend a token: pages, links and steps.
final class Remedies {
  private Remedies() {}

  /// How to add a scope: the settings page, and a creation link with all declared scopes.
  static List<Remedy> addScope(Case matter, String scope) {
    if (matter.evidence().kinds().equals(Set.of(TokenKind.OAUTH))) {
      return List.of(
          Remedy.adding(
              "authorize the app again with {things} (for gh: `gh auth refresh -s SCOPE`)",
              Phrases.name(scope),
              ""));
    }
    return List.of(
        Remedy.adding(
            "tick {things} at Settings > Developer settings > Tokens (classic): "
                + web(matter)
                + "/settings/tokens",
            Phrases.name(scope),
            ""),
        Remedy.step("or make a new token with what is declared: " + classicLink(matter)));
  }

  /// How to give a permission, by the kind of the token.
  static List<Remedy> permission(Case matter, PermissionRequirement requirement, Target place) {
    Permission permission = requirement.permission().value();
    String named = permission.label() + ": " + words(requirement.level().value());
    Set<TokenKind> kinds = matter.evidence().kinds();
    if (kinds.equals(Set.of(TokenKind.ACTIONS))) {
      return List.of(Remedy.step(actions(matter, permission)));
    }
    if (kinds.stream().noneMatch(TokenKind::hasUser)) {
      return List.of(
          Remedy.adding(
              "add {things} in the app's settings (Permissions & events), and accept it in the installation on {places}",
              Phrases.name(named),
              place.words()));
    }
    return List.of(
        Remedy.adding(
            "edit the token at "
                + web(matter)
                + "/settings/personal-access-tokens: resource owner "
                + owner(place)
                + ", "
                + (place instanceof Target.Repository ? "for {places}: " : "")
                + heading(permission)
                + " > {things}",
            named,
            place.words()),
        Remedy.step("or make a new one with what is declared: " + fineGrainedLink(matter, place)));
  }

  /// How to get a role in a repository.
  static List<Remedy> role(Case matter, RepositoryRequirement requirement) {
    String name = requirement.repository().value().toString();
    boolean scoped = matter.evidence().kinds().stream().anyMatch(TokenKind::hasScopes);
    if (scoped) {
      return List.of(
          Remedy.adding(
              "check the name, the scope `repo`, and the role of the token's user in {places}",
              requirement.role().value().word(),
              name));
    }
    Level level = requirement.role().value().includes(Role.PUSH) ? Level.WRITE : Level.READ;
    return List.of(
        Remedy.adding(
            "check the name, and that the token was given {places} with {things}",
            Phrases.name("Contents: " + words(level)),
            name));
  }

  /// How to make a call possible.
  static String[] call(Case matter, Call call) {
    boolean scoped = matter.evidence().kinds().stream().anyMatch(TokenKind::hasScopes);
    return scoped
        ? new String[] {
          "add the scope at Settings > Developer settings > Tokens (classic): "
              + web(matter)
              + "/settings/tokens"
        }
        : new String[] {
          "give the token what the call needs on " + call.target().words(),
          "`token-preflight explain \"" + call.endpoint().signature() + "\"` lists what it needs"
        };
  }

  private static String actions(Case matter, Permission permission) {
    if (permission.workflowKey().isEmpty()) {
      return "`GITHUB_TOKEN` cannot have it: use a GitHub App or a fine-grained token instead";
    }
    String block =
        matter.requirements().access().permissions().stream()
            .filter(requirement -> requirement.permission().value().workflowKey().isPresent())
            .map(requirement ->
                requirement.permission().value().workflowKey().get()
                    + ": "
                    + requirement.level().value().wireName())
            .distinct()
            .collect(Collectors.joining(", "));
    return "write into the job: `permissions: { " + block + " }`";
  }

  /// The creation page of classic tokens, filled in.
  ///
  /// Source: recorded and widely used, but not documented by GitHub.
  private static String classicLink(Case matter) {
    List<String> declared =
        matter.requirements().access().scopes().stream().map(Declared::value).toList();
    return web(matter)
        + "/settings/tokens/new?description="
        + encoded(matter.requirements().name().value())
        + "&scopes="
        + String.join(",", Scopes.standard().smallestCovering(declared));
  }

  /// The creation page of fine-grained tokens, filled in; repositories cannot be.
  ///
  /// Source: GitHub docs, "Managing your personal access tokens", read 2026-08-22 (documented).
  private static String fineGrainedLink(Case matter, Target place) {
    StringBuilder link = new StringBuilder(web(matter));
    link.append("/settings/personal-access-tokens/new?name=")
        .append(encoded(shortened(matter.requirements().name().value())));
    if (!(place instanceof Target.User)) {
      link.append("&target_name=").append(encoded(owner(place)));
    }
    for (PermissionRequirement requirement : matter.requirements().access().permissions()) {
      requirement
          .permission()
          .value()
          .urlName()
          .ifPresent(name ->
              link.append('&')
                  .append(name)
                  .append('=')
                  .append(requirement.level().value().wireName()));
    }
    return link.toString();
  }

  /// The name of a fine-grained token has 40 characters at most.
  private static String shortened(String name) {
    return name.substring(0, Math.min(40, name.length()));
  }

  private static String heading(Permission permission) {
    return switch (permission.target()) {
      case REPOSITORY -> "Repository permissions";
      case ORGANIZATION -> "Organization permissions";
      case USER -> "Account permissions";
      case ENTERPRISE -> "Enterprise permissions";
    };
  }

  private static String words(Level level) {
    return switch (level) {
      case NONE -> "No access";
      case READ -> "Read-only";
      case WRITE -> "Read and write";
      case ADMIN -> "Admin";
    };
  }

  private static String owner(Target place) {
    return switch (place) {
      case Target.Repository(var name) -> name.owner();
      case Target.Organization(var login) -> login;
      case Target.User() -> "yourself";
    };
  }

  private static String web(Case matter) {
    return matter.evidence().setting().host().web().toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
