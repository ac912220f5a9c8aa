package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import java.util.List;
import java.util.Optional;

/// One permission of a fine-grained, app or `GITHUB_TOKEN` token.
///
/// @param why shown when it fails
/// @param on the repositories it is wanted on; empty stands for every declared one
public record PermissionRequirement(
    Declared<Permission> permission,
    Declared<Level> level,
    Optional<String> why,
    List<Declared<RepositoryName>> on) {
  public PermissionRequirement {
    on = List.copyOf(on);
  }
}
