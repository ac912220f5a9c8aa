package io.github.tokenpreflight.check;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.requirements.Effect;

/// What doubt does to the job.
///
/// @param inconclusive [Effect#FAIL] or [Effect#WARN]
public record Strictness(Unproven unproven, Effect inconclusive) {
  /// What no question can settle is noted, what was answered ambiguously warns, no answer fails.
  public static final Strictness USUAL = new Strictness(Unproven.NOTE, Effect.FAIL);

  /// What an unproven requirement does.
  public enum Unproven {
    /// Nothing but to be listed.
    IGNORE,
    /// A warning, unless no question could have settled it.
    NOTE,
    /// A warning in any case.
    WARN,
    /// Fails the job.
    FAIL;

    private Severity severity(Finding finding) {
      return switch (this) {
        case IGNORE -> Severity.NOTE;
        case NOTE -> finding.isStructural() ? Severity.NOTE : Severity.WARNING;
        case WARN -> Severity.WARNING;
        case FAIL -> Severity.ERROR;
      };
    }
  }

  /// The finding with the severity that this strictness gives it. What a rule itself made a warning
  /// is never made an error, nor is a guess about the shape of a token.
  Finding applied(Finding finding) {
    boolean guess = finding.rule() == Rule.TOKEN_MALFORMED;
    boolean usual =
        finding.isStructural() || finding.severity() == finding.verdict().usualSeverity();
    if (guess || !usual) {
      return finding;
    }
    if (finding.verdict() == Verdict.UNPROVEN) {
      return finding.as(unproven.severity(finding));
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
