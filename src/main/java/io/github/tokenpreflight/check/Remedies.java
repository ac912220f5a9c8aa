package io.github.tokenpreflight.check;

import io.github.tokenpreflight.catalogue.ClassicScopes;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.catalogue.PermissionScopes;
import io.github.tokenpreflight.catalogue.PermissionScopes.Determined;
import io.github.tokenpreflight.catalogue.PermissionSet;
import io.github.tokenpreflight.catalogue.Permissions;
import io.github.tokenpreflight.catalogue.Scopes;
import io.github.tokenpreflight.evidence.Call;
import io.github.tokenpreflight.evidence.Reach;
import io.github.tokenpreflight.evidence.Target;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Remedy;
import io.github.tokenpreflight.requirements.Declared;
import io.github.tokenpreflight.requirements.Obtainable;
import io.github.tokenpreflight.requirements.PermissionRequirement;
import io.github.tokenpreflight.requirements.RepositoryName;
import io.github.tokenpreflight.requirements.RepositoryRequirement;
import io.github.tokenpreflight.requirements.Role;
import io.github.tokenpreflight.token.TokenKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    return permission(matter, requirement.permission().value(), requirement.level().value(), place);
  }

  private static List<Remedy> permission(
      Case matter, Permission permission, Level level, Target place) {
    Set<TokenKind> kinds = matter.evidence().kinds();
    String named = permission.label() + ": " + words(level);
    if (kinds.stream().anyMatch(TokenKind::hasScopes)) {
      return scopes(matter, permission, level, place);
    }
    if (kinds.stream().noneMatch(kind -> Obtainable.by(kind, permission, level))) {
      return List.of(otherKind(permission, level));
    }
    if (kinds.equals(Set.of(TokenKind.ACTIONS))) {
      return List.of(Remedy.step(block(matter, permission, level)));
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

  /// What a token with scopes lacks of a permission: a scope, by name where the catalogue knows it.
  private static List<Remedy> scopes(
      Case matter, Permission permission, Level level, Target place) {
    boolean isPublic =
        place instanceof Target.Repository(var name)
            && matter.evidence().reach(name) instanceof Reach.Visible reach
            && !reach.isPrivate();
    return PermissionScopes.of(permission, level) instanceof Determined(var open, var hidden)
        ? (isPublic ? open : hidden)
            .sufficient().stream()
                .findFirst()
                .map(set -> addScopes(matter, set))
                .orElseGet(() -> List.of(otherKind(permission, level)))
        : List.of(otherKind(permission, level));
  }

  private static List<Remedy> addScopes(Case matter, List<String> set) {
    return set.stream().flatMap(scope -> addScope(matter, scope).stream()).distinct().toList();
  }

  /// The kinds that can have it, where this one never can.
  private static Remedy otherKind(Permission permission, Level level) {
    List<String> able =
        Stream.of(TokenKind.FINE_GRAINED, TokenKind.APP_INSTALLATION)
            .filter(kind -> Obtainable.by(kind, permission, level))
            .map(TokenKind::title)
            .toList();
    String name = "`" + permission.name() + ": " + level.wireName() + "`";
    return Remedy.step(
        able.isEmpty()
            ? "no kind of token that is known here can have " + name + ": remove the requirement"
            : "use a " + String.join(" or a ", able) + " with " + name + " instead");
  }

  /// How to get at a repository that is out of reach.
  static List<Remedy> reach(Case matter, RepositoryName name) {
    return List.of(
        Remedy.adding(
            matter.evidence().kinds().stream().anyMatch(TokenKind::hasScopes)
                ? "check the name, the scope `repo`, and the role of the token's user in {places}"
                : "check the name, and that the token was given {places}",
            "access",
            name.toString()));
  }

  /// How to get a role in a repository.
  static List<Remedy> role(Case matter, RepositoryRequirement requirement) {
    RepositoryName name = requirement.repository().value();
    if (matter.evidence().kinds().stream().anyMatch(TokenKind::hasScopes)) {
      return reach(matter, name);
    }
    boolean pushes = requirement.role().value().includes(Role.PUSH);
    Permission contents = Permissions.standard().find("contents").orElseThrow();
    return permission(
        matter, contents, pushes ? Level.WRITE : Level.READ, new Target.Repository(name));
  }

  /// How to make a call possible: the smallest set that opens it, given like a permission.
  static List<Remedy> call(Case matter, Call call) {
    Remedy explained =
        Remedy.step(
            "`token-preflight explain \""
                + call.endpoint().signature()
                + "\"` lists what it needs");
    List<Remedy> steps =
        matter.evidence().kinds().stream().anyMatch(TokenKind::hasScopes)
            ? scopes(matter, call)
            : permissions(matter, call);
    return Stream.concat(steps.stream(), Stream.of(explained)).toList();
  }

  private static List<Remedy> scopes(Case matter, Call call) {
    return call.endpoint()
        .classicScopes()
        .map(ClassicScopes::sufficientOnPrivate)
        .filter(sets -> !sets.isEmpty())
        .map(sets -> addScopes(matter, sets.getFirst()))
        .orElseGet(() ->
            call.target() instanceof Target.Repository ? addScope(matter, "repo") : List.of());
  }

  private static List<Remedy> permissions(Case matter, Call call) {
    List<PermissionSet> sets =
        matter.evidence().kinds().contains(TokenKind.FINE_GRAINED)
            ? call.endpoint().grants().sets()
            : call.endpoint().grants().appSets();
    return sets.stream()
        .filter(set -> !set.isEmpty())
        .min(Comparator.comparingInt(set -> set.levels().size()))
        .map(set ->
            set.levels().entrySet().stream()
                .flatMap(need ->
                    Permissions.standard().find(need.getKey()).stream()
                        .flatMap(permission ->
                            permission(matter, permission, need.getValue(), call.target()).stream()
                                .limit(1)))
                .toList())
        .orElse(List.of());
  }

  /// What the job's `permissions` must hold: all that is declared, and what was just found missing.
  private static String block(Case matter, Permission missing, Level level) {
    Map<String, Level> keys = new LinkedHashMap<>();
    matter
        .requirements()
        .access()
        .permissions()
        .forEach(requirement ->
            requirement
                .permission()
                .value()
                .workflowKey()
                .ifPresent(key -> keys.merge(key, requirement.level().value(), Remedies::higher)));
    missing.workflowKey().ifPresent(key -> keys.merge(key, level, Remedies::higher));
    return "write into the job: `permissions: { "
        + keys.entrySet().stream()
            .map(key -> key.getKey() + ": " + key.getValue().wireName())
            .collect(Collectors.joining(", "))
        + " }`";
  }

  private static Level higher(Level one, Level other) {
    return one.includes(other) ? one : other;
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
