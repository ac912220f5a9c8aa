package io.github.tokenpreflight.check;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.github.Answer;
import java.util.Comparator;
import java.util.List;

/// Did a write probe go through that GitHub had to reject? Then something was made, and a person
/// must look at it.
final class UnexpectedSuccessCheck implements Check {
  @Override
  public List<Finding> judge(Case matter) {
    return matter.evidence().answers().values().stream()
        .filter(Answer.Given.class::isInstance)
        .map(Answer.Given.class::cast)
        .filter(given -> !given.question().harmless())
        .sorted(Comparator.comparing(given -> given.question().line()))
        .map(given -> judge(matter, given))
        .toList();
  }

  private static Finding judge(Case matter, Answer.Given given) {
    return Finding.of(
            Rule.UNEXPECTED_SUCCESS,
            Verdict.UNMET,
            "probes: writes",
            "a write probe went through that GitHub had to reject")
        .at(matter.atToken())
        .seen(
            "GitHub answered "
                + given.response().line()
                + " to "
                + given.question().line()
                + " with the body `{}`")
        .proof(Proofs.of(given))
        .help(
            "look what the call made, and delete it: " + given.question().uri(),
            "set `probes: read`, and report the endpoint to the maintainers of this action");
  }
}
