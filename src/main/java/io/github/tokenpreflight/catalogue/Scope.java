package io.github.tokenpreflight.catalogue;

import java.util.List;
import java.util.Optional;

/// One scope of classic tokens and OAuth apps.
///
/// @param name as `X-OAuth-Scopes` writes it, for example `read:org`
/// @param description what it allows, one sentence or two
/// @param parent the scope that contains this one
/// @param alsoWithin scopes beside the parent that grant all of this one
/// @param alsoWithinOnPublic scopes that grant this one on public repositories only
/// @param evidence how the scope is known: documented, endpoint text, third-party or inferred
public record Scope(
    String name,
    String description,
    Optional<String> parent,
    List<String> alsoWithin,
    List<String> alsoWithinOnPublic,
    String evidence) {
  public Scope {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a scope has a name");
    }
    alsoWithin = List.copyOf(alsoWithin);
    alsoWithinOnPublic = List.copyOf(alsoWithinOnPublic);
  }
}
