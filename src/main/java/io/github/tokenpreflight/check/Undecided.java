package io.github.tokenpreflight.check;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.github.Answer;

/// Answers that settle nothing, in words.
final class Undecided {
  private Undecided() {}

  /// Asked, but no answer that could be used.
  static Finding unanswered(Rule rule, String wish, Answer.Unanswered answer) {
    return inconclusive(rule, wish, answer.words());
  }

  /// A successful answer whose body could not be read.
  static Finding unanswered(Rule rule, String wish, Answer.Given answer) {
    return inconclusive(rule, wish, "the body of the answer could not be read");
  }

  /// A refusal that says nothing about this wish. A policy is still told as what it is.
  static Finding refused(Rule rule, String wish, Answer.Refused answer) {
    String said = "GitHub answered " + answer.response().line();
    Finding finding =
        answer.refusal().meaning().policy()
            ? Policies.refused(wish, answer.refusal()).seen(said)
            : answer.refusal().meaning().besideThePoint()
                ? inconclusive(rule, wish, said)
                : Finding.of(rule, Verdict.UNPROVEN, wish, "could not prove `" + wish + "`")
                    .seen(said);
    return finding.proof(Proofs.of(answer));
  }

  private static Finding inconclusive(Rule rule, String wish, String seen) {
    return Finding.of(rule, Verdict.INCONCLUSIVE, wish, "could not check `" + wish + "`")
        .seen(seen)
        .help("run the job again");
  }
}
