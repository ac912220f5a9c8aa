package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.catalogue.Scopes;
import java.util.List;
import java.util.stream.Collectors;

/// The scopes that GitHub lists for a token, held against those that are needed.
final class HeldScopes {
  private HeldScopes() {}

  /// Whether one of the sets is covered; every scope of a set is needed.
  ///
  /// @param onPublic whether it is about something public, where `public_repo` suffices for `repo`
  static boolean cover(List<String> held, List<List<String>> anyOf, boolean onPublic) {
    return anyOf.stream()
        .anyMatch(set -> set.stream().allMatch(scope -> cover(held, scope, onPublic)));
  }

  static boolean cover(List<String> held, String scope, boolean onPublic) {
    return onPublic
        ? Scopes.standard().coversOnPublic(held, scope)
        : Scopes.standard().covers(held, scope);
  }

  /// The sets in words, such as "`repo` or `public_repo` with `workflow`".
  static String words(List<List<String>> anyOf) {
    return anyOf.stream()
        .map(set ->
            set.stream().map(scope -> "`" + scope + "`").collect(Collectors.joining(" with ")))
        .collect(Collectors.joining(" or "));
  }
}
