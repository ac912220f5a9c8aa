package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.Payloads;
import io.github.tokenpreflight.github.RateLimits;
import io.github.tokenpreflight.github.Refusal.Meaning;
import io.github.tokenpreflight.github.Response;
import io.github.tokenpreflight.github.ResponseFacts;
import java.util.Optional;

/// Whether GitHub accepts the token at all.
public sealed interface Standing {
  /// An answer that only a living token gets.
  record Alive(Answer by) implements Standing {}

  /// A refusal that can mean nothing else than that this token is of no use here.
  record Barred(Answer.Refused by) implements Standing {}

  /// Neither is proven.
  record Unknown(Optional<Answer> by, String words) implements Standing {}

  /// Reads the standing off the evidence.
  ///
  /// Where Enterprise Server has its limits off, GET /rate_limit answers 404 (third-party). That
  /// 404 proves life only when it carries a header that just an authenticated request gets;
  /// otherwise the answer to the question asked in its place decides.
  static Standing of(Evidence evidence) {
    return evidence
        .lead()
        .map(lead -> tellsNothing(lead) ? withoutLimits(evidence, lead) : by(lead))
        .orElseGet(() -> new Unknown(Optional.empty(), "it was not asked"));
  }

  /// Whether rate limits are off, so that GET /rate_limit says little.
  static boolean limitsOff(Answer lead) {
    return lead instanceof Answer.Refused refused
        && refused.refusal().meaning() == Meaning.LIMITS_OFF;
  }

  /// Whether GET /rate_limit is not there, so that another question has to take its place.
  static boolean tellsNothing(Answer lead) {
    return limitsOff(lead)
        || lead instanceof Answer.Refused refused
            && refused.refusal().meaning() == Meaning.NOT_FOUND;
  }

  private static Standing withoutLimits(Evidence evidence, Answer lead) {
    if (evidence.facts().filter(Standing::authenticated).isPresent()) {
      return new Alive(lead);
    }
    Questions questions = evidence.questions();
    return evidence
        .to(questions.user())
        .or(() -> evidence.to(questions.installation()))
        .map(Standing::by)
        .orElseGet(
            () -> new Unknown(Optional.of(lead), "rate limits are off and nothing else was asked"));
  }

  /// Whether the headers are such as only a request with an accepted token gets (recorded).
  private static boolean authenticated(ResponseFacts facts) {
    return facts.scopes().isPresent() || facts.expiry() instanceof ResponseFacts.Expiry.At;
  }

  private static Standing by(Answer answer) {
    return switch (answer) {
      case Answer.Given given when speaks(given.response()) -> new Alive(given);
      case Answer.Given given ->
          new Unknown(
              Optional.of(given),
              "the body of the answer could not be read, as if it were another's");
      case Answer.Unanswered unanswered -> new Unknown(Optional.of(unanswered), unanswered.words());
      case Answer.Refused refused -> refused(refused);
    };
  }

  /// Whether a successful answer is one that GitHub gives: a login page says 200 as well.
  private static boolean speaks(Response response) {
    return authenticated(response.facts())
        || RateLimits.read(response).isPresent()
        || Payloads.login(response).isPresent()
        || Payloads.installation(response).isPresent();
  }

  private static Standing refused(Answer.Refused refused) {
    Meaning meaning = refused.refusal().meaning();
    return switch (meaning) {
      case BAD_CREDENTIALS, SUSPENDED -> new Barred(refused);
      // A user question put to an installation token (recorded): the token was recognized.
      case MISSING_PERMISSION, MISSING_SCOPE -> new Alive(refused);
      default ->
          meaning.policy()
              ? new Barred(refused)
              : new Unknown(Optional.of(refused), "GitHub answered " + refused.response().line());
    };
  }
}
