package io.github.tokenpreflight.audit;

/// One place of a workflow that reads a secret.
///
/// @param secret its name in upper case, as GitHub keeps it
/// @param as the variable or input that is given it, empty for a bare reference
/// @param job the id of the job, empty outside of one
/// @param certainty whether the place shows that the secret is a token of GitHub
/// @param dependabot whether the workflow runs on pull requests, where Dependabot's secrets are
///   given
public record SecretUse(
    String secret, String as, Spot spot, String job, Certainty certainty, boolean dependabot) {

  /// How sure it is that a secret is a token of GitHub.
  public enum Certainty {
    /// It goes where only a token of GitHub works, such as `GH_TOKEN` or `api.github.com`.
    CERTAIN,
    /// Only its name says so.
    BY_NAME,
    /// Nothing says so.
    UNKNOWN
  }
}
