package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.finding.Result;

/// What the exit code promises. The numbers never change.
public enum ExitCode {
  /// Passed, or warned of something that does not fail.
  DONE(0),
  /// A requirement is refuted.
  UNMET(1),
  /// The requirements file, an input or an argument is wrong.
  INVALID(2),
  /// Nothing is refuted, but something could not be asked.
  INCONCLUSIVE(3),
  /// A bug in this program.
  BUG(70);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  static ExitCode of(Result result) {
    return switch (result) {
      case PASSED, WARNED -> DONE;
      case FAILED -> UNMET;
      case INCONCLUSIVE -> INCONCLUSIVE;
      case INVALID -> INVALID;
    };
  }
}
