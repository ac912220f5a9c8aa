package io.github.tokenpreflight.check;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.requirements.Effect;

/// What doubt does to the job.
///
/// @param unproven [Effect#ALLOW] stands for the input's word `ignore`
/// @param inconclusive [Effect#FAIL] or [Effect#WARN]
public record Strictness(Effect unproven, Effect inconclusive) {
  /// Doubt warns, no answer fails.
  public static final Strictness USUAL = new Strictness(Effect.WARN, Effect.FAIL);

  /// The finding with the severity that this strictness gives it. What a rule itself made a warning
  /// is never made an error, nor is a guess about the shape of a token.
  Finding applied(Finding finding) {
    boolean guess = finding.rule() == Rule.TOKEN_MALFORMED;
    if (guess || finding.severity() != finding.verdict().usualSeverity()) {
      return finding;
    }
    if (finding.verdict() == Verdict.UNPROVEN) {
      return finding.as(severity(unproven));
    }
    return finding.verdict() == Verdict.INCONCLUSIVE ? finding.as(severity(inconclusive)) : finding;
  }

  static Severity severity(Effect effect) {
    return switch (effect) {
      case ALLOW -> Severity.NOTE;
      case WARN -> Severity.WARNING;
      case FAIL -> Severity.ERROR;
    };
  }
}
