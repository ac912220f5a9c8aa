package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.Question;
import io.github.tokenpreflight.github.Response;
import io.github.tokenpreflight.github.ResponseFacts;
import io.github.tokenpreflight.token.Token;
import java.util.Map;
import java.util.Optional;

/// What was asked about one token and what was answered. Nothing here judges.
///
/// @param token for its form and blemishes; its secret stays closed
/// @param answers by [Question#line()]
public record Evidence(Token token, Setting setting, Map<String, Answer> answers) {
  public Evidence {
    answers = Map.copyOf(answers);
  }

  /// The answer to a question, absent when it was not asked.
  public Optional<Answer> to(Question question) {
    return Optional.ofNullable(answers.get(question.line()));
  }

  /// The questions that this setting knows.
  public Questions questions() {
    return new Questions(setting.host());
  }

  /// The answer to GET /rate_limit.
  public Optional<Answer> rateLimit() {
    return to(questions().rateLimit());
  }

  /// The answer that settles validity, and whose headers tell of the token: GET /rate_limit, or
  /// what was asked in its place.
  public Optional<Answer> lead() {
    Optional<Answer> limits = rateLimit();
    return limits.filter(Standing::tellsNothing).isPresent()
        ? to(questions().user()).or(() -> to(questions().installation())).or(() -> limits)
        : limits;
  }

  /// What the headers of the lead answer say, absent when there was no such answer.
  public Optional<ResponseFacts> facts() {
    return lead().flatMap(Answer::last).map(Response::facts);
  }
}
