package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.token.TokenKind;

/// What a kind of token can be given at all, whoever makes it.
public final class Obtainable {
  private Obtainable() {}

  /// Whether tokens of a kind can have a permission at a level; true for tokens with scopes, which
  /// have none and may do what their scopes and their user allow.
  ///
  /// Source: GitHub docs, "Workflow syntax", `permissions`, and the list of permissions of
  /// fine-grained tokens, read 2026-08-22. That GITHUB_TOKEN lacks what has no key is inferred from
  /// the list being closed.
  public static boolean by(TokenKind kind, Permission permission, Level level) {
    return switch (kind) {
      case FINE_GRAINED -> permission.patHasIt();
      case APP_USER, APP_INSTALLATION -> permission.appHasIt();
      case ACTIONS -> permission.workflowLevels().stream().anyMatch(held -> held.includes(level));
      case CLASSIC, OAUTH -> true;
    };
  }
}
