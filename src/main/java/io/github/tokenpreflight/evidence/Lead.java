package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.RateLimits;
import io.github.tokenpreflight.github.Response;
import io.github.tokenpreflight.github.ResponseFacts;
import io.github.tokenpreflight.token.Token;
import io.github.tokenpreflight.token.TokenKind;
import java.util.Optional;
import java.util.Set;

/// What the first answer tells of a token: whether it is alive, its kind, scopes, expiry and rate
/// limits. Read once.
///
/// @param token for its form and blemishes; its secret stays closed
/// @param limitsAnswer the answer to GET /rate_limit; absent when nothing was asked
/// @param answer the answer that settles validity, and whose headers tell of the token: that one,
///   or the answer to what was asked in its place
/// @param limits what is left of each rate limit; absent when the body could not be read
/// @param kinds what the token can be; empty for a refresh token
public record Lead(
    Token token,
    Optional<Answer> limitsAnswer,
    Optional<Answer> answer,
    Optional<RateLimits> limits,
    Standing standing,
    Set<TokenKind> kinds) {

  /// A token about which nothing was asked.
  public static Lead unasked(Token token, Setting setting) {
    return of(token, Optional.empty(), Optional.empty(), setting);
  }

  /// @param instead the answer to what was asked in the place of GET /rate_limit
  static Lead of(
      Token token, Optional<Answer> limitsAnswer, Optional<Answer> instead, Setting setting) {
    Optional<Answer> answer = instead.or(() -> limitsAnswer);
    Optional<RateLimits> limits =
        limitsAnswer
            .filter(Answer.Given.class::isInstance)
            .flatMap(Answer::last)
            .flatMap(RateLimits::read);
    Standing standing = Standing.of(answer, limits);
    Optional<ResponseFacts> facts = answer.flatMap(Answer::last).map(Response::facts);
    return new Lead(
        token,
        limitsAnswer,
        answer,
        limits,
        standing,
        Kinds.possible(token.form(), standing, facts, limits, setting.host()));
  }

  /// What the headers say; absent when there was no answer.
  public Optional<ResponseFacts> facts() {
    return answer.flatMap(Answer::last).map(Response::facts);
  }
}
