package io.github.tokenpreflight.check;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Requirements that fit no token of this kind must not add up to a green check.
///
/// When nothing that was declared about power could be judged for the kind at hand, the
/// requirements that do not apply become unproven, with the advice to declare what would fit.
final class Fitting {
  private static final Set<Rule> POWER =
      EnumSet.of(
          Rule.MISSING_SCOPE,
          Rule.MISSING_PERMISSION,
          Rule.UNUSABLE_ENDPOINT,
          Rule.REPOSITORY_OUT_OF_REACH,
          Rule.MISSING_ROLE,
          Rule.ORGANIZATION_OUT_OF_REACH,
          Rule.FORBIDDEN_SCOPE,
          Rule.FORBIDDEN_PERMISSION,
          Rule.EXCESS_SCOPE);

  private Fitting() {}

  static List<Finding> adjusted(Case matter, List<Finding> findings) {
    List<Finding> power =
        findings.stream().filter(finding -> POWER.contains(finding.rule())).toList();
    boolean nothingFits =
        !power.isEmpty()
            && power.stream().allMatch(finding -> finding.verdict() == Verdict.NOT_APPLICABLE);
    return nothingFits
        ? findings.stream().map(finding -> unfit(matter, finding)).toList()
        : findings;
  }

  private static Finding unfit(Case matter, Finding finding) {
    if (!POWER.contains(finding.rule()) || finding.verdict() != Verdict.NOT_APPLICABLE) {
      return finding;
    }
    boolean scoped = matter.evidence().scopes().isPresent();
    return finding
        .turned(
            Verdict.UNPROVEN,
            "`" + finding.requirement() + "` says nothing about a token of this kind")
        .help(
            scoped
                ? "declare `scopes` for classic tokens, or limit `kinds`"
                : "declare `permissions` or `endpoints` for tokens of this kind, or limit `kinds`");
  }
}
