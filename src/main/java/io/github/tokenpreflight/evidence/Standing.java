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
  /// Requests an hour for those who send no token; every token has more.
  ///
  /// Source: GitHub docs, "Rate limits for the REST API", read 2026-08-22 (documented).
  long ANONYMOUS_LIMIT = 60;

  /// An answer that only a living token gets.
  record Alive(Answer by) implements Standing {}

  /// A refusal that can mean nothing else than that this token is of no use here.
  record Rejected(Answer.Refused by) implements Standing {}

  /// Neither is proven.
  record Unknown(Optional<Answer> by, String words) implements Standing {}

  /// Reads the standing off the answer that settles it.
  ///
  /// @param limits what its body says of rate limits
  static Standing of(Optional<Answer> lead, Optional<RateLimits> limits) {
    return lead.map(answer -> by(answer, limits))
        .orElseGet(() -> new Unknown(Optional.empty(), "it was not asked"));
  }

  /// Whether rate limits are off, so that any requirement for a budget is met.
  static boolean limitsOff(Answer limits) {
    return limits instanceof Answer.Refused refused
        && refused.refusal().meaning() == Meaning.LIMITS_OFF;
  }

  /// Whether another question has to take the place of GET /rate_limit.
  ///
  /// Where Enterprise Server has its limits off, it answers 404 (third-party), which says something
  /// about the token only when it carries a header that just an authenticated request gets.
  static boolean tellsNothing(Answer limits) {
    return limits instanceof Answer.Refused refused
        && isAbsence(refused.refusal().meaning())
        && !authenticated(refused.response().facts());
  }

  private static boolean isAbsence(Meaning meaning) {
    return meaning == Meaning.LIMITS_OFF || meaning == Meaning.NOT_FOUND;
  }

  /// Whether the headers are such as only a request with an accepted token gets (recorded).
  private static boolean authenticated(ResponseFacts facts) {
    return facts.scopes().isPresent() || facts.expiry() instanceof ResponseFacts.Expiry.At;
  }

  private static Standing by(Answer answer, Optional<RateLimits> limits) {
    return switch (answer) {
      case Answer.Given given when withoutToken(given.response(), limits) ->
          new Unknown(
              Optional.of(given),
              "GitHub answered as it does without a token: "
                  + ANONYMOUS_LIMIT
                  + " requests an hour, so that the token seems to have got lost on the way");
      case Answer.Given given when speaks(given.response(), limits) -> new Alive(given);
      case Answer.Given given ->
          new Unknown(
              Optional.of(given),
              "the body of the answer could not be read, as if it were another's");
      case Answer.Unanswered unanswered -> new Unknown(Optional.of(unanswered), unanswered.words());
      case Answer.Refused refused -> refused(refused);
    };
  }

  /// Whether this is what anyone gets who sends no token, as when a proxy takes it off.
  private static boolean withoutToken(Response response, Optional<RateLimits> limits) {
    return !authenticated(response.facts())
        && limits
            .flatMap(all -> all.budget("core"))
            .filter(core -> core.limit() <= ANONYMOUS_LIMIT)
            .isPresent();
  }

  /// Whether a successful answer is one that GitHub gives: a login page says 200 as well.
  private static boolean speaks(Response response, Optional<RateLimits> limits) {
    return authenticated(response.facts())
        || limits.isPresent()
        || Payloads.login(response).isPresent()
        || Payloads.installation(response).isPresent();
  }

  private static Standing refused(Answer.Refused refused) {
    Meaning meaning = refused.refusal().meaning();
    if (isAbsence(meaning) && authenticated(refused.response().facts())) {
      return new Alive(refused);
    }
    return switch (meaning) {
      case BAD_CREDENTIALS, SUSPENDED -> new Rejected(refused);
      // A user question put to an installation token (recorded): the token was recognized.
      case MISSING_PERMISSION, MISSING_SCOPE -> new Alive(refused);
      default ->
          meaning.policy()
              ? new Rejected(refused)
              : new Unknown(Optional.of(refused), "GitHub answered " + refused.response().line());
    };
  }
}
