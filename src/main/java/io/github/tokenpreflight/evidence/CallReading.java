package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.Grant.Held;
import io.github.tokenpreflight.evidence.Grant.Lacking;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.Refusal.Meaning;
import io.github.tokenpreflight.github.Sso;
import java.util.List;
import java.util.Optional;

/// What the answer to a declared call says when the call itself was made.
record CallReading(Target place) implements Reading {
  @Override
  public Grant given(Answer.Given answer, Evidence evidence) {
    return new Held("the call itself was answered" + gap(answer), List.of(answer));
  }

  /// A thing that is not there says nothing about the token, unless what holds it is hidden as a
  /// whole, or GitHub names scopes of which the token has none.
  @Override
  public Grant refusedItself(Answer.Refused answer, Evidence evidence) {
    return answer.refusal().meaning() == Meaning.NOT_FOUND
        ? hidden(evidence)
            .or(() -> unscoped(answer, evidence))
            .orElseGet(() -> Reading.super.refusedItself(answer, evidence))
        : Reading.super.refusedItself(answer, evidence);
  }

  private Optional<Grant> hidden(Evidence evidence) {
    return place instanceof Target.Repository(var name)
        ? evidence
            .reach(name)
            .obstacle()
            .filter(grant -> grant instanceof Lacking lacking && lacking.has(Cause.REACH))
        : Optional.empty();
  }

  /// Scopes count for what is not public (documented).
  private Optional<Grant> unscoped(Answer.Refused answer, Evidence evidence) {
    boolean open =
        place instanceof Target.Repository(var name)
            && evidence.reach(name) instanceof Reach.Visible reach
            && reach.isPublic();
    return !open && answer.response().facts().lacksEveryAcceptedScope()
        ? Optional.of(
            new Lacking(
                said(answer) + ", and the token has none of the scopes that GitHub names for it",
                Cause.GRANT,
                List.of(answer)))
        : Optional.empty();
  }

  @Override
  public Optional<Cause> missing(Answer.Refused answer, Evidence evidence) {
    return switch (answer.refusal().meaning()) {
      case MISSING_PERMISSION, MISSING_SCOPE -> Optional.of(Cause.GRANT);
      case MISSING_ROLE -> Optional.of(Cause.ROLE);
      default -> Optional.empty();
    };
  }

  /// Archives lie on another server, where the token is not sent; being sent there is the success
  /// (documented: `302 Found`).
  @Override
  public Grant unanswered(Answer.Unanswered answer, Evidence evidence) {
    boolean download =
        answer
            .response()
            .filter(response -> response.isArchiveAddress() && response.facts().fromGitHub())
            .isPresent();
    return download
        ? new Held("GitHub answered with the address of the download", List.of(answer))
        : Reading.super.unanswered(answer, evidence);
  }

  /// A list is let through without what single sign-on hides (documented), which is worth a word.
  private static String gap(Answer.Given answer) {
    return answer.response().facts().sso().filter(Sso.Partial.class::isInstance).isPresent()
        ? ", without what belongs to organizations that want single sign-on"
        : "";
  }
}
