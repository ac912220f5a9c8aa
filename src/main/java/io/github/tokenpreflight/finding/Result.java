package io.github.tokenpreflight.finding;

/// How a whole check ended.
public enum Result {
  /// Every requirement that matters is met.
  PASSED("passed"),
  /// Nothing fails the job, but there is something to look at.
  WARNED("warned"),
  /// A requirement is refuted, or counts as such by an option.
  FAILED("failed"),
  /// Nothing is refuted, but something could not be asked.
  INCONCLUSIVE("inconclusive"),
  /// The requirements file or an input is wrong.
  INVALID("failed");

  private final String word;

  Result(String word) {
    this.word = word;
  }

  /// The value of the output `result`.
  public String word() {
    return word;
  }
}
