package io.github.tokenpreflight.explain;

import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.catalogue.Permissions;
import java.util.Map;
import java.util.stream.Collectors;

/// What a reader can paste: a line for the requirements file, and the address of the page that
/// makes the token.
///
/// - Source: facts on prefilled pages: GitHub Docs, "Managing your personal access tokens"
///   (fine-grained, documented); the classic page's parameters are used widely (recorded).
final class Paste {
  private static final String CLASSIC = "https://github.com/settings/tokens/new?scopes=";
  private static final String FINE_GRAINED =
      "https://github.com/settings/personal-access-tokens/new?";

  private Paste() {}

  static String scope(String name) {
    return "paste: `scopes: [" + name + "]`\nmake one: " + CLASSIC + name + "\n";
  }

  static String permission(Permission permission, Level level) {
    String line = permission.name() + ": " + level.wireName();
    return "paste: `permissions: { " + line + " }`\n" + link(Map.of(permission.name(), level));
  }

  static String endpoint(Endpoint endpoint) {
    return "paste: `endpoints: [\""
        + endpoint.signature()
        + "\"]`\n"
        + endpoint.grants().sets().stream().findFirst().map(set -> link(set.levels())).orElse("");
  }

  /// The page that makes a fine-grained token with these, where it takes them.
  static String link(Map<String, Level> permissions) {
    boolean taken =
        permissions.entrySet().stream()
            .allMatch(one ->
                Permissions.standard()
                    .find(one.getKey())
                    .filter(known -> known.holders().creationLevels().contains(one.getValue()))
                    .isPresent());
    return permissions.isEmpty() || !taken
        ? ""
        : "make one: "
            + FINE_GRAINED
            + permissions.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue().wireName())
                .sorted()
                .collect(Collectors.joining("&"))
            + "\n";
  }
}
