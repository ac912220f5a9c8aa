package io.github.tokenpreflight.catalogue;

import io.github.tokenpreflight.catalogue.Permission.Target;
import java.util.Locale;

/// A role of a user: in a repository, in an organization or in an enterprise, each weakest first.
///
/// Source: GitHub Docs, "Repository roles for an organization" and "Roles in an organization", read
/// 2026-11. GitHub's text calls owners of an organization its administrators too.
public enum UserRole {
  PULL(Target.REPOSITORY),
  TRIAGE(Target.REPOSITORY),
  PUSH(Target.REPOSITORY),
  MAINTAIN(Target.REPOSITORY),
  ADMIN(Target.REPOSITORY),
  MEMBER(Target.ORGANIZATION),
  OWNER(Target.ORGANIZATION),
  ENTERPRISE_MEMBER(Target.ENTERPRISE),
  ENTERPRISE_OWNER(Target.ENTERPRISE);

  private final Target target;

  UserRole(Target target) {
    this.target = target;
  }

  /// Where a user has this role.
  public Target target() {
    return target;
  }

  /// Whether whoever has this role may do what the other one may, as far as both are roles in the
  /// same sort of place; roles in different ones include each other never.
  public boolean includes(UserRole other) {
    return target == other.target && compareTo(other) >= 0;
  }

  /// For example `push` or `enterprise-owner`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static UserRole of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
