package io.github.tokenpreflight.finding;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Everything that one run has to say, in the order of the requirements file.
///
/// @param requirements the path of the requirements file as shown
/// @param errors what is wrong with the file or the call; tokens were asked about only if none of
///   them is an error
public record Report(
    String requirements, Instant at, List<TokenReport> tokens, List<Finding> errors) {
  public Report {
    tokens = List.copyOf(tokens);
    errors = List.copyOf(errors);
  }

  /// Errors first, then the findings of each token.
  public Stream<Finding> findings() {
    return Stream.concat(
        errors.stream(), tokens.stream().flatMap(token -> token.findings().stream()));
  }

  /// A refuted requirement outweighs an unanswered one, an error of the file outweighs both.
  public Result result() {
    if (errors.stream().anyMatch(error -> error.severity() == Severity.ERROR)) {
      return Result.INVALID;
    }
    if (failing().anyMatch(error -> error.verdict() != Verdict.INCONCLUSIVE)) {
      return Result.FAILED;
    }
    if (failing().findAny().isPresent()) {
      return Result.INCONCLUSIVE;
    }
    return findings().anyMatch(finding -> finding.severity() == Severity.WARNING)
        ? Result.WARNED
        : Result.PASSED;
  }

  /// Whether there is a token and every one of them is usable.
  public boolean usable() {
    return result() != Result.INVALID
        && !tokens.isEmpty()
        && tokens.stream().allMatch(TokenReport::usable);
  }

  private Stream<Finding> failing() {
    return findings().filter(finding -> finding.severity() == Severity.ERROR);
  }
}
