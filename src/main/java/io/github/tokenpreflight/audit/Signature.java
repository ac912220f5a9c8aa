package io.github.tokenpreflight.audit;

/// What tells two declarations of one token apart: what it must be able to do and how long it may
/// live. Who uses it and why may differ from repository to repository.
final class Signature {
  private Signature() {}

  static String of(DeclaredToken token) {
    DeclaredToken.Power power = token.power();
    DeclaredToken.Limits limits = token.limits();
    return power.kinds().stream().sorted().toList()
        + " "
        + power.scopes()
        + " "
        + power.permissions()
        + " "
        + power.organizations()
        + " "
        + limits.atMostHours()
        + " "
        + limits.never()
        + " "
        + token.purpose().owner();
  }
}
