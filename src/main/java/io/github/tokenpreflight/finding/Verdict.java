package io.github.tokenpreflight.finding;

/// What is known about one requirement. The three kinds of "no" are never mixed up.
public enum Verdict {
  /// Proven by a named answer.
  MET("met"),
  /// Refuted by a named answer.
  UNMET("unmet"),
  /// No harmless question settles it.
  UNPROVEN("unproven"),
  /// Asked, but without a usable answer.
  INCONCLUSIVE("inconclusive"),
  /// Says nothing about this kind of token.
  NOT_APPLICABLE("not-applicable"),
  /// The requirements file or an input is wrong; no token was judged by it.
  ERROR("error");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  /// The word for it in every report.
  public String word() {
    return word;
  }

  /// What it does to the job unless an option says otherwise.
  public Severity usualSeverity() {
    return switch (this) {
      case MET, NOT_APPLICABLE -> Severity.NOTE;
      case UNPROVEN -> Severity.WARNING;
      case UNMET, INCONCLUSIVE, ERROR -> Severity.ERROR;
    };
  }
}
