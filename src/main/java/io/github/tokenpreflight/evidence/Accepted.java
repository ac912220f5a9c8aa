package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.catalogue.Permissions;
import io.github.tokenpreflight.github.Response;
import java.util.Map;
import java.util.Set;

/// What GitHub itself says a question needs, which outweighs the catalogue: that may be older.
///
/// Source: GitHub docs, "Troubleshooting the REST API", for the grammar of
/// `X-Accepted-GitHub-Permissions` (documented); answers recorded for 43 endpoints.
final class Accepted {
  private Accepted() {}

  /// Whether GitHub itself says that every way to this answer needs the permission and nothing
  /// besides, at no higher a level than the wanted one.
  static boolean refutes(Response response, Permission permission, Level level) {
    return response
        .facts()
        .acceptedPermissions()
        .filter(sets -> !sets.isEmpty())
        .filter(sets -> sets.stream().allMatch(set -> needsOnly(set, permission, level)))
        .isPresent();
  }

  /// Whether GitHub itself, which names what it accepts on success too (recorded), says that
  /// something else or a lower level suffices, so that the success does not show the wanted one. A
  /// header that names nothing is such a word too.
  static boolean contradicts(Response response, Permission permission, Level level) {
    return response
        .facts()
        .acceptedPermissions()
        .filter(
            sets -> sets.isEmpty() || !sets.stream().allMatch(set -> names(set, permission, level)))
        .isPresent();
  }

  /// Whether a set asks for the permission at least at that level.
  private static boolean names(Map<String, String> set, Permission permission, Level level) {
    return set.entrySet().stream()
        .anyMatch(need ->
            Permissions.standard().find(need.getKey()).filter(permission::equals).isPresent()
                && Level.parse(need.getValue()).filter(asked -> asked.includes(level)).isPresent());
  }

  /// `metadata` comes with any other permission (documented), so that it never is what is missing.
  private static boolean needsOnly(Map<String, String> set, Permission permission, Level level) {
    return set.entrySet().stream()
            .filter(need -> !need.getKey().equals("metadata"))
            .allMatch(need ->
                Permissions.standard().find(need.getKey()).filter(permission::equals).isPresent()
                    && Level.parse(need.getValue()).filter(level::includes).isPresent())
        && !set.keySet().equals(Set.of("metadata"));
  }
}
