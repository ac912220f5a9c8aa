package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.catalogue.Permissions;
import io.github.tokenpreflight.catalogue.Scopes;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.source.Nearest;
import io.github.tokenpreflight.tree.Quote;
import java.util.List;
import java.util.Optional;

/// The names of permissions: GitHub's API names, with `-` or `_`.
final class PermissionNames {
  private PermissionNames() {}

  static Optional<Permission> read(Field entry) {
    String written = entry.name();
    Optional<Permission> found = Permissions.standard().find(written);
    if (found.isPresent() && names(found.get()).contains(written.replace('-', '_'))) {
      return found;
    }
    List<Permission> labelled = Permissions.standard().labelled(written);
    entry
        .errors()
        .add(
            Rule.UNKNOWN_PERMISSION,
            entry.at(),
            labelled.isEmpty() || isCase(found, written)
                ? Quote.of(written) + " is not a permission that GitHub documents"
                : Quote.of(written) + " is a label of the settings page, not a permission",
            found.isPresent()
                ? "replace with " + Phrases.name(found.get().name())
                : advice(entry, labelled));
    return Optional.empty();
  }

  /// Every way to write a permission, with `_`.
  static List<String> names(Permission permission) {
    return permission
        .holders()
        .appName()
        .map(other -> List.of(permission.name(), other))
        .orElse(List.of(permission.name()));
  }

  private static boolean isCase(Optional<Permission> permission, String written) {
    return permission
        .filter(known -> known.name().equalsIgnoreCase(written.replace('-', '_')))
        .isPresent();
  }

  private static String advice(Field entry, List<Permission> labelled) {
    String written = entry.name();
    if (!labelled.isEmpty()) {
      return "replace with " + Phrases.anyOf(labelled.stream().map(Permission::name).toList());
    }
    if (written.equals("workflow")) {
      return "write `workflows: write`; the classic scope `workflow` belongs to `scopes`";
    }
    if (Scopes.standard().find(written).isPresent()) {
      return "it is a classic scope: move it to `scopes: [" + written + "]`";
    }
    if (written.equals("id-token")) {
      return "remove it: it lets a job ask for an OIDC token, and no token holds it";
    }
    Optional<String> meant = Permissions.meant(written);
    if (meant.isPresent()) {
      return "did you mean " + Phrases.name(meant.get()) + "?";
    }
    List<String> near =
        entry.errors().near(() -> Nearest.to(written, Permissions.standard().names()));
    return near.isEmpty()
        ? "use an API name such as `contents` or `pull_requests`"
        : "did you mean " + Phrases.anyOf(near) + "?";
  }
}
