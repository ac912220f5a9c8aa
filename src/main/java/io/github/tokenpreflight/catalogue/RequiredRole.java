package io.github.tokenpreflight.catalogue;

import io.github.tokenpreflight.catalogue.Endpoint.Certainty;

/// The role that a user needs at an endpoint, whatever the token may do.
///
/// Source: the sentences of GitHub's OpenAPI description; `docs/endpoint-roles.md` shows each of
/// them, and those that are left out because they speak of something else.
public sealed interface RequiredRole {
  /// GitHub's text names no role, or names one under a condition only.
  record Unknown() implements RequiredRole {}

  /// GitHub's text names a role.
  ///
  /// @param role with it, the user is let in
  /// @param orOthers whether people without the role are let in too, for example security managers,
  ///   maintainers of a team or holders of a custom role, so that its absence refutes nothing
  /// @param certainty documented, or inferred where another text of GitHub says it of something
  ///   near
  record Known(UserRole role, boolean orOthers, Certainty certainty) implements RequiredRole {}

  /// As the table writes it: `admin`, `owner+others`, `~push` where inferred; empty where unknown.
  static RequiredRole of(String word) {
    if (word.isEmpty()) {
      return new Unknown();
    }
    boolean inferred = word.startsWith("~");
    boolean orOthers = word.endsWith("+others");
    String role =
        word.substring(inferred ? 1 : 0, word.length() - (orOthers ? "+others".length() : 0));
    return new Known(
        UserRole.of(role), orOthers, inferred ? Certainty.INFERRED : Certainty.DOCUMENTED);
  }
}
