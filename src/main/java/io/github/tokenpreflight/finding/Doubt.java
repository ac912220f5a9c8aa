package io.github.tokenpreflight.finding;

/// Why a requirement is unproven.
public enum Doubt {
  /// No question at the chosen level could settle it, whatever the answers.
  STRUCTURAL,
  /// It was asked, and the answer can mean several things.
  CIRCUMSTANTIAL
}
