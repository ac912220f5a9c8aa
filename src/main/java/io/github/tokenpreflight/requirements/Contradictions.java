package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.catalogue.Scopes;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.token.TokenKind;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// Requirements of one token that cannot all come true, whatever the token.
final class Contradictions {
  private static final Duration ENDLESS = Duration.ofSeconds(Long.MAX_VALUE);

  private Contradictions() {}

  static void find(TokenRequirements requirements, Fields fields) {
    for (Declared<String> forbidden : requirements.forbidden().scopes()) {
      scope(forbidden, requirements, fields.errors());
    }
    for (PermissionRequirement forbidden : requirements.forbidden().permissions()) {
      permission(forbidden, requirements, fields.errors());
    }
    if (!requirements.identity().kinds().isEmpty()) {
      ScopesAlone.in(requirements)
          .ifPresent(scope ->
              fields
                  .errors()
                  .warn(Rule.CONTRADICTION, scope.span(), ScopesAlone.MESSAGE, ScopesAlone.HELP));
      unfit(requirements, fields, "scopes", TokenKind::hasScopes);
      unfit(requirements, fields, "login", TokenKind::hasUser);
      unfit(requirements, fields, "organizations", TokenKind::hasUser);
      shortLived(requirements, fields.errors());
      requirements
          .access()
          .permissions()
          .forEach(requirement -> unobtainable(requirement, requirements, fields.errors()));
    }
  }

  private static void scope(
      Declared<String> forbidden, TokenRequirements requirements, Errors errors) {
    for (Declared<String> wanted : requirements.access().scopes()) {
      if (Scopes.standard().covers(List.of(wanted.value()), forbidden.value())) {
        String found = Phrases.name(wanted.value());
        errors.add(
            Rule.CONTRADICTION,
            forbidden.span(),
            wanted.value().equals(forbidden.value())
                ? "the scope " + found + " is both wanted and forbidden"
                : "the wanted "
                    + found
                    + " includes the forbidden "
                    + Phrases.name(forbidden.value()),
            "remove it here, or at " + errors.link(wanted.span()));
        return;
      }
    }
  }

  private static void permission(
      PermissionRequirement forbidden, TokenRequirements requirements, Errors errors) {
    for (PermissionRequirement wanted : requirements.access().permissions()) {
      if (wanted.permission().value().name().equals(forbidden.permission().value().name())
          && wanted.level().value().includes(forbidden.level().value())
          && meet(wanted, forbidden, requirements)) {
        errors.add(
            Rule.CONTRADICTION,
            forbidden.permission().span(),
            words(wanted)
                + " is wanted, but "
                + Phrases.name(forbidden.level().value().wireName())
                + " is forbidden",
            "remove it here, or at " + errors.link(wanted.permission().span()));
        return;
      }
    }
  }

  private static String words(PermissionRequirement requirement) {
    return Phrases.name(
        requirement.permission().value().name() + ":" + requirement.level().value().wireName());
  }

  /// Whether a repository is known on which both apply. No list means every declared one.
  private static boolean meet(
      PermissionRequirement wanted,
      PermissionRequirement forbidden,
      TokenRequirements requirements) {
    if (wanted.on().isEmpty() && forbidden.on().isEmpty()) {
      return true;
    }
    List<String> declared =
        requirements.access().repositories().stream()
            .map(requirement -> folded(requirement.repository()))
            .toList();
    List<String> one = wanted.on().isEmpty() ? declared : folded(wanted.on());
    return forbidden.on().isEmpty()
        ? declared.stream().anyMatch(one::contains)
        : folded(forbidden.on()).stream().anyMatch(one::contains);
  }

  private static List<String> folded(List<Declared<RepositoryName>> names) {
    return names.stream().map(Contradictions::folded).toList();
  }

  private static String folded(Declared<RepositoryName> name) {
    return name.value().toString().toLowerCase(Locale.ROOT);
  }

  /// A requirement for more life than any kind that is allowed is ever given.
  private static void shortLived(TokenRequirements requirements, Errors errors) {
    Optional<Duration> longest =
        kinds(requirements).stream()
            .map(kind -> kind.longestLife().orElse(ENDLESS))
            .max(Comparator.naturalOrder());
    requirements
        .expires()
        .failWithin()
        .filter(requirement ->
            longest.filter(life -> requirement.value().compareTo(life) >= 0).isPresent())
        .ifPresent(requirement ->
            errors.warn(
                Rule.CONTRADICTION,
                requirement.span(),
                "no token of the allowed kinds lives that long",
                "shorten it, or allow another kind than " + words(kinds(requirements))));
  }

  private static List<TokenKind> kinds(TokenRequirements requirements) {
    return requirements.identity().kinds().stream().map(Declared::value).toList();
  }

  private static String words(List<TokenKind> kinds) {
    return Phrases.names(kinds.stream().map(TokenKind::word).toList());
  }

  /// A permission that no kind that is allowed can have.
  private static void unobtainable(
      PermissionRequirement requirement, TokenRequirements requirements, Errors errors) {
    List<TokenKind> kinds = kinds(requirements);
    Permission permission = requirement.permission().value();
    if (kinds.stream()
        .noneMatch(kind -> Obtainable.by(kind, permission, requirement.level().value()))) {
      errors.warn(
          Rule.CONTRADICTION,
          requirement.permission().span(),
          words(requirement) + " can be given to none of the kinds that are allowed",
          "remove it, or allow another kind than " + words(kinds));
    }
  }

  /// A requirement that says nothing about any kind that is allowed.
  private static void unfit(
      TokenRequirements requirements, Fields fields, String key, Predicate<TokenKind> fits) {
    if (kinds(requirements).stream().noneMatch(fits)) {
      fields
          .find(key)
          .ifPresent(field ->
              fields
                  .errors()
                  .warn(
                      Rule.CONTRADICTION,
                      field.at(),
                      Phrases.name(key) + " says nothing about the kinds that are allowed",
                      "remove it, or allow another kind than " + words(kinds(requirements))));
    }
  }
}
