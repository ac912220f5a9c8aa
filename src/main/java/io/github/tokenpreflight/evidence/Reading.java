package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.evidence.Grant.Ambiguous;
import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.Grant.Lacking;
import io.github.tokenpreflight.evidence.Grant.Unanswered;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.Refusal.Meaning;
import java.util.List;
import java.util.Optional;

/// What the answer to a question says about one power. The one translation of answers to grants; an
/// implementation adds what a success and a refusal of its own question mean.
interface Reading {
  /// What a success shows.
  Grant given(Answer.Given answer, Evidence evidence);

  /// What a refusal shows to be missing; absent when it can mean something else as well.
  Optional<Cause> missing(Answer.Refused answer, Evidence evidence);

  /// Why no answer can prove the power; absent when one can.
  default Optional<String> doubt() {
    return Optional.empty();
  }

  /// The answers that the words rest on.
  default List<Answer> by(Answer answer, Evidence evidence) {
    return List.of(answer);
  }

  /// What was said, for a reader who may not see everything.
  default String said(Answer.Refused answer) {
    return "GitHub answered " + answer.response().line();
  }

  default Grant read(Answer answer, Evidence evidence) {
    return switch (answer) {
      case Answer.Given given -> given(given, evidence);
      case Answer.Refused refused -> refused(refused, evidence);
      case Answer.Unanswered unanswered -> unanswered(unanswered, evidence);
    };
  }

  /// A policy refutes every power that it stands in the way of. What time mends, or what is not
  /// about the power at all, leaves it unanswered.
  private Grant refused(Answer.Refused answer, Evidence evidence) {
    Meaning meaning = answer.refusal().meaning();
    if (meaning.policy()) {
      return new Lacking(answer.refusal().message(), Cause.POLICY, by(answer, evidence));
    }
    return meaning.besideThePoint()
        ? new Unanswered(said(answer), by(answer, evidence))
        : refusedItself(answer, evidence);
  }

  /// A refusal that is about the power or its place.
  default Grant refusedItself(Answer.Refused answer, Evidence evidence) {
    return missing(answer, evidence)
        .<Grant>map(cause -> new Lacking(said(answer), cause, by(answer, evidence)))
        .orElseGet(() -> new Ambiguous(said(answer), by(answer, evidence)));
  }

  default Grant unanswered(Answer.Unanswered answer, Evidence evidence) {
    return new Unanswered(answer.words(), by(answer, evidence));
  }
}
