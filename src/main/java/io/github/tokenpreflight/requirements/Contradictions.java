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

/// Wishes of one token that cannot all come true, whatever the token.
final class Contradictions {
  private static final Duration ENDLESS = Duration.ofSeconds(Long.MAX_VALUE);

  private Contradictions() {}

  static void find(TokenRequirements wishes, Fields fields) {
    for (Declared<String> forbidden : wishes.forbidden().scopes()) {
      scope(forbidden, wishes, fields.faults());
    }
    for (PermissionRequirement forbidden : wishes.forbidden().permissions()) {
      permission(forbidden, wishes, fields.faults());
    }
    if (!wishes.identity().kinds().isEmpty()) {
      unfit(wishes, fields, "scopes", TokenKind::hasScopes);
      unfit(wishes, fields, "permissions", TokenKind::hasPermissions);
      unfit(wishes, fields, "login", TokenKind::hasUser);
      unfit(wishes, fields, "organizations", TokenKind::hasUser);
      forbidding(wishes, fields.faults());
      shortLived(wishes, fields.faults());
      wishes.access().permissions().forEach(wish -> unobtainable(wish, wishes, fields.faults()));
    }
  }

  private static void scope(Declared<String> forbidden, TokenRequirements wishes, Faults faults) {
    for (Declared<String> wanted : wishes.access().scopes()) {
      if (Scopes.standard().covers(List.of(wanted.value()), forbidden.value())) {
        String found = Phrases.name(wanted.value());
        faults.add(
            Rule.CONTRADICTION,
            forbidden.span(),
            wanted.value().equals(forbidden.value())
                ? "the scope " + found + " is both wanted and forbidden"
                : "the wanted "
                    + found
                    + " includes the forbidden "
                    + Phrases.name(forbidden.value()),
            "remove it here, or at " + faults.link(wanted.span()));
        return;
      }
    }
  }

  private static void permission(
      PermissionRequirement forbidden, TokenRequirements wishes, Faults faults) {
    for (PermissionRequirement wanted : wishes.access().permissions()) {
      if (wanted.permission().value().name().equals(forbidden.permission().value().name())
          && wanted.level().value().includes(forbidden.level().value())
          && meet(wanted, forbidden, wishes)) {
        faults.add(
            Rule.CONTRADICTION,
            forbidden.permission().span(),
            words(wanted)
                + " is wanted, but "
                + Phrases.name(forbidden.level().value().wireName())
                + " is forbidden",
            "remove it here, or at " + faults.link(wanted.permission().span()));
        return;
      }
    }
  }

  private static String words(PermissionRequirement wish) {
    return Phrases.name(wish.permission().value().name() + ":" + wish.level().value().wireName());
  }

  /// Whether a repository is known on which both apply. No list means every declared one.
  private static boolean meet(
      PermissionRequirement wanted, PermissionRequirement forbidden, TokenRequirements wishes) {
    if (wanted.on().isEmpty() && forbidden.on().isEmpty()) {
      return true;
    }
    List<String> declared =
        wishes.access().repositories().stream().map(wish -> folded(wish.repository())).toList();
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

  /// Forbidden permissions, where every kind that is allowed has scopes instead.
  private static void forbidding(TokenRequirements wishes, Faults faults) {
    List<PermissionRequirement> forbidden = wishes.forbidden().permissions();
    if (!forbidden.isEmpty() && kinds(wishes).stream().noneMatch(TokenKind::hasPermissions)) {
      faults.warn(
          Rule.CONTRADICTION,
          forbidden.getFirst().permission().span(),
          "forbidden permissions protect from nothing: the kinds that are allowed have scopes",
          "forbid scopes, or allow another kind than " + words(kinds(wishes)));
    }
  }

  /// A wish for more life than any kind that is allowed is ever given.
  private static void shortLived(TokenRequirements wishes, Faults faults) {
    Optional<Duration> longest =
        kinds(wishes).stream()
            .map(kind -> kind.longestLife().orElse(ENDLESS))
            .max(Comparator.naturalOrder());
    wishes
        .expires()
        .failWithin()
        .filter(wish -> longest.filter(life -> wish.value().compareTo(life) >= 0).isPresent())
        .ifPresent(wish ->
            faults.warn(
                Rule.CONTRADICTION,
                wish.span(),
                "no token of the allowed kinds lives that long",
                "shorten it, or allow another kind than " + words(kinds(wishes))));
  }

  private static List<TokenKind> kinds(TokenRequirements wishes) {
    return wishes.identity().kinds().stream().map(Declared::value).toList();
  }

  private static String words(List<TokenKind> kinds) {
    return Phrases.names(kinds.stream().map(TokenKind::word).toList());
  }

  /// A permission that no kind that is allowed can have.
  private static void unobtainable(
      PermissionRequirement wish, TokenRequirements wishes, Faults faults) {
    List<TokenKind> kinds = kinds(wishes);
    Permission permission = wish.permission().value();
    if (kinds.stream().noneMatch(kind -> Obtainable.by(kind, permission, wish.level().value()))) {
      faults.warn(
          Rule.CONTRADICTION,
          wish.permission().span(),
          words(wish) + " can be given to none of the kinds that are allowed",
          "remove it, or allow another kind than " + words(kinds));
    }
  }

  /// A wish that says nothing about any kind that is allowed.
  private static void unfit(
      TokenRequirements wishes, Fields fields, String key, Predicate<TokenKind> fits) {
    if (kinds(wishes).stream().noneMatch(fits)) {
      fields
          .find(key)
          .ifPresent(field ->
              fields
                  .faults()
                  .warn(
                      Rule.CONTRADICTION,
                      field.at(),
                      Phrases.name(key) + " says nothing about the kinds that are allowed",
                      "remove it, or allow another kind than " + words(kinds(wishes))));
    }
  }
}
