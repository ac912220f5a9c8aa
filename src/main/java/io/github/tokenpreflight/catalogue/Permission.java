package io.github.tokenpreflight.catalogue;

import java.util.List;
import java.util.Optional;

/// One permission of fine-grained tokens, GitHub Apps or `GITHUB_TOKEN`.
///
/// @param name GitHub's API name, with underscores, for example `pull_requests`
/// @param label the name on the settings page, for example `Pull requests`; not unique
/// @param target what it is granted on
/// @param levels every level that exists, lowest first: those that endpoints ask for, that the
///   creation page takes and that workflow files take
/// @param holders which tokens can hold it
/// @param workflow how a workflow file grants it to `GITHUB_TOKEN`
public record Permission(
    String name,
    String label,
    Target target,
    List<Level> levels,
    Holders holders,
    Workflow workflow) {

  /// What a permission is granted on; the settings page groups by it.
  public enum Target {
    REPOSITORY,
    ORGANIZATION,
    USER,
    ENTERPRISE;

    /// The target of that word in GitHub's own tables.
    static Target of(String word) {
      return switch (word) {
        case "repository" -> REPOSITORY;
        case "organization" -> ORGANIZATION;
        case "user" -> USER;
        case "enterprise" -> ENTERPRISE;
        default -> throw new IllegalArgumentException("no target is called " + word);
      };
    }
  }

  /// Which tokens can hold a permission.
  ///
  /// @param fineGrained whether fine-grained personal access tokens can
  /// @param app whether GitHub Apps can
  /// @param creationLevels levels that the prefilled creation page takes, lowest first; empty where
  ///   GitHub's list of that page's parameters does not name the permission
  /// @param appName the name of the same permission for GitHub Apps, where it differs
  public record Holders(
      boolean fineGrained, boolean app, List<Level> creationLevels, Optional<String> appName) {
    public Holders {
      creationLevels = List.copyOf(creationLevels);
    }
  }

  /// How a workflow file grants a permission to `GITHUB_TOKEN`.
  ///
  /// Levels without a key mean that every `GITHUB_TOKEN` has the permission (`metadata`); neither
  /// means that none ever has it.
  ///
  /// @param key the key under `permissions:`, with dashes
  /// @param levels the levels the key takes, lowest first
  public record Workflow(Optional<String> key, List<Level> levels) {
    public Workflow {
      levels = List.copyOf(levels);
    }
  }

  public Permission {
    if (name.isEmpty() || label.isEmpty()) {
      throw new IllegalArgumentException("a permission has a name and a label");
    }
    levels = List.copyOf(levels);
  }

  /// Whether a fine-grained personal access token can hold it.
  public boolean patHasIt() {
    return holders.fineGrained();
  }

  /// Whether a GitHub App, and so an installation token, can hold it.
  public boolean appHasIt() {
    return holders.app();
  }

  /// The parameter of the prefilled page that creates a fine-grained token.
  ///
  /// - Absent for permissions that GitHub's list of parameters does not name; whether the page
  ///   takes them is unknown.
  /// - `copilot_requests` may really be `user_copilot_requests`: GitHub's list and its own example
  ///   disagree.
  /// - Source: GitHub Docs, "Managing your personal access tokens", captured 2026-08-22.
  public Optional<String> urlName() {
    return holders.creationLevels().isEmpty() ? Optional.empty() : Optional.of(name);
  }

  public Optional<String> workflowKey() {
    return workflow.key();
  }

  public List<Level> workflowLevels() {
    return workflow.levels();
  }
}
