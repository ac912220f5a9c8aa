package io.github.tokenpreflight.check;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.github.Answer;

/// Answers that settle nothing, in words.
final class Undecided {
  private Undecided() {}

  /// Asked, but no answer that could be used.
  static Finding unanswered(Rule rule, String requirement, Answer.Unanswered answer) {
    return inconclusive(rule, requirement, answer.words());
  }

  /// A successful answer whose body could not be read.
  static Finding unanswered(Rule rule, String requirement, Answer.Given answer) {
    return inconclusive(rule, requirement, "the body of the answer could not be read");
  }

  /// A refusal that says nothing about this requirement. A policy is still told as what it is.
  static Finding refused(Rule rule, String requirement, Answer.Refused answer) {
    String said = "GitHub answered " + answer.response().line();
    Finding finding =
        answer.refusal().meaning().policy()
            ? Policies.refused(requirement, answer.refusal()).seen(said)
            : answer.refusal().meaning().besideThePoint()
                ? inconclusive(rule, requirement, said)
                : Finding.of(
                        rule,
                        Verdict.UNPROVEN,
                        requirement,
                        "could not prove `" + requirement + "`")
                    .seen(said);
    return finding.proof(Proofs.of(answer));
  }

  private static Finding inconclusive(Rule rule, String requirement, String seen) {
    return Finding.of(
            rule, Verdict.INCONCLUSIVE, requirement, "could not check `" + requirement + "`")
        .seen(seen)
        .help("run the job again");
  }
}
