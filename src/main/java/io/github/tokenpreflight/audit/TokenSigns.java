package io.github.tokenpreflight.audit;

import io.github.tokenpreflight.audit.SecretUse.Certainty;
import io.github.tokenpreflight.workflow.Uses;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The signs by which a secret of a workflow shows itself as a token of GitHub.
///
/// Many secrets are called `..._TOKEN` and belong to other services, so a name alone never proves
/// it.
final class TokenSigns {
  /// Variables that only programs for GitHub read.
  private static final Set<String> VARIABLES =
      Set.of(
          "GITHUB_TOKEN",
          "GH_TOKEN",
          "GH_ENTERPRISE_TOKEN",
          "GITHUB_ENTERPRISE_TOKEN",
          "GITHUB_API_TOKEN",
          "GITHUB_PAT",
          "GH_PAT");

  /// Inputs by which actions take a token of GitHub, with `_` for `-`.
  private static final Set<String> INPUTS =
      Set.of(
          "gh_token",
          "ghtoken",
          "repo_token",
          "repotoken",
          "repository_token",
          "gh_access_token",
          "github_access_token",
          "personal_access_token");

  /// The owners of actions whose input `token` is one of GitHub.
  private static final Set<String> OWNERS = Set.of("actions", "github", "dependabot");

  private static final Pattern RUN =
      Pattern.compile(
          "api\\.github\\.com|x-access-token:|@github\\.com|\\bgh (?:api|auth|pr|release|repo|issue)\\b");

  private TokenSigns() {}

  /// Of a secret that is given to a variable.
  static Certainty variable(String variable, String secret) {
    return VARIABLES.contains(variable.toUpperCase(Locale.ROOT)) ? Certainty.CERTAIN : name(secret);
  }

  /// Of a secret that is given to an input of an action.
  static Certainty input(Uses uses, String input, String secret) {
    String name = input.toLowerCase(Locale.ROOT);
    boolean own =
        name.equals("token")
            && uses instanceof Uses.Remote remote
            && OWNERS.contains(remote.owner().toLowerCase(Locale.ROOT));
    return own || isOfGitHub(name.replace('-', '_')) ? Certainty.CERTAIN : name(secret);
  }

  /// Of a secret that stands in a line of a script.
  static Certainty line(String line, String secret) {
    return RUN.matcher(line).find() ? Certainty.CERTAIN : name(secret);
  }

  private static boolean isOfGitHub(String input) {
    return INPUTS.contains(input)
        || input.endsWith("github_token")
        || input.endsWith("github_pat")
        || input.equals("githubtoken");
  }

  /// What the name alone says: `PAT` is a word of it, or `TOKEN` behind `GH` or `GITHUB`.
  static Certainty name(String secret) {
    List<String> words = List.of(secret.split("_", -1));
    int service = Math.max(words.indexOf("GH"), words.indexOf("GITHUB"));
    boolean token = service >= 0 && words.lastIndexOf("TOKEN") > service;
    return token || words.contains("PAT") ? Certainty.BY_NAME : Certainty.UNKNOWN;
  }
}
