package io.github.tokenpreflight.demo;

import java.util.List;

/// A short story: a requirements file, a token, and what GitHub answers.
///
/// @param title who and what, in one line
/// @param variable the environment variable that holds the token
/// @param token made up on the spot, of no use anywhere
/// @param requirements the requirements file, in full
public record Story(
    String title, String variable, String token, String requirements, Recording recording) {

  /// The stories, in the order they are told.
  public static List<Story> all() {
    return List.of(
        new Story(
            "a token that has all it needs",
            "RELEASE_TOKEN",
            madeUp("ghp", 'a', 36),
            """
            version: 1
            tokens:
              RELEASE_TOKEN:
                why: Tags releases
                kinds: [classic]
                scopes: [repo, read:org]
                rate-limit:
                  core: 1000
            """,
            Recording.load("rate-limit-classic")),
        new Story(
            "a classic token without the scope `workflow`",
            "RELEASE_TOKEN",
            madeUp("ghp", 'b', 36),
            """
            version: 1
            tokens:
              RELEASE_TOKEN:
                why: Updates the workflows of every repository
                owner: platform-team
                scopes: [repo, workflow]
            """,
            Recording.load("rate-limit-classic")),
        new Story(
            "an expired token",
            "DEPLOY_TOKEN",
            madeUp("github_pat", 'c', 22) + "_" + "c".repeat(59),
            """
            version: 1
            tokens:
              DEPLOY_TOKEN:
                owner: web-team
                expires:
                  warn-within: 14d
            """,
            Recording.load("rate-limit-rejected")),
        new Story(
            "a budget that is too low for the job",
            "MIRROR_TOKEN",
            madeUp("ghp", 'd', 36),
            """
            version: 1
            tokens:
              MIRROR_TOKEN:
                why: Mirrors 400 repositories
                rate-limit:
                  core: 500
            """,
            Recording.load("rate-limit-low")));
  }

  private static String madeUp(String prefix, char letter, int length) {
    return prefix + "_" + String.valueOf(letter).repeat(length);
  }
}
