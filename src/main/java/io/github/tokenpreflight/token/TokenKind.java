package io.github.tokenpreflight.token;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The kinds of token that GitHub issues and a requirements file can name.
public enum TokenKind {
  /// A personal access token (classic).
  CLASSIC("classic", "personal access token (classic)"),
  /// A fine-grained personal access token.
  FINE_GRAINED("fine-grained", "fine-grained personal access token"),
  /// The access token of an OAuth app.
  OAUTH("oauth", "OAuth app access token"),
  /// The user access token of a GitHub App.
  APP_USER("app-user", "GitHub App user access token"),
  /// The installation access token of a GitHub App.
  APP_INSTALLATION("app-installation", "GitHub App installation token"),
  /// `GITHUB_TOKEN`, the installation token that a workflow job is given.
  ACTIONS("actions", "GITHUB_TOKEN");

  private final String word;
  private final String title;

  TokenKind(String word, String title) {
    this.word = word;
    this.title = title;
  }

  /// The word for it in requirements files and reports.
  public String word() {
    return word;
  }

  /// The name for it in sentences.
  public String title() {
    return title;
  }

  /// Whether its power is a list of scopes, which GitHub sends in `x-oauth-scopes`.
  public boolean hasScopes() {
    return this == CLASSIC || this == OAUTH;
  }

  /// Whether its power is a set of permissions, which GitHub never lists.
  public boolean hasPermissions() {
    return !hasScopes();
  }

  /// Whether a user stands behind it. Installation tokens act for the app itself.
  public boolean hasUser() {
    return this != APP_INSTALLATION && this != ACTIONS;
  }

  /// How long tokens of this kind live at most, absent where that is for their maker to choose.
  ///
  /// Source: GitHub docs, "GitHub credential types", read 2026-08-22 (documented): GITHUB_TOKEN
  /// lives until its job ends, at most 24 hours; other installation tokens one hour.
  public Optional<Duration> longestLife() {
    return switch (this) {
      case ACTIONS -> Optional.of(Duration.ofHours(24));
      case APP_INSTALLATION -> Optional.of(Duration.ofHours(1));
      case CLASSIC, FINE_GRAINED, OAUTH, APP_USER -> Optional.empty();
    };
  }

  /// The kind that a requirements file calls by this word.
  public static Optional<TokenKind> parse(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  /// All words, in the order of the kinds.
  public static List<String> words() {
    return Arrays.stream(values()).map(TokenKind::word).toList();
  }
}
