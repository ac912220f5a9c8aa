package io.github.tokenpreflight.suggest;

/// What a step proves itself with.
sealed interface Credential {
  /// A secret of the repository or its organization.
  record Secret(String name) implements Credential {}

  /// The token of the job.
  record JobToken() implements Credential {}

  /// A token that an earlier step of the job makes for a GitHub App.
  ///
  /// @param step the id of that step
  record AppToken(String step) implements Credential {}
}
