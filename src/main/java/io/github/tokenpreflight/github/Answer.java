package io.github.tokenpreflight.github;

import java.time.Instant;
import java.util.Optional;

/// What a question came to, after all retries. Exactly one of three things.
public sealed interface Answer {
  Question question();

  /// The last response, if there was one, whatever it came to.
  Optional<Response> last();

  /// 2xx: GitHub did what was asked.
  record Given(Question question, Response response) implements Answer {
    @Override
    public Optional<Response> last() {
      return Optional.of(response);
    }
  }

  /// GitHub understood and said no; the refusal says what kind of no.
  record Refused(Question question, Response response, Refusal refusal) implements Answer {
    @Override
    public Optional<Response> last() {
      return Optional.of(response);
    }
  }

  /// No usable answer: nothing may be concluded about the token.
  ///
  /// @param words the cause, as the end of the sentence "could not check because ..."
  /// @param attempts how often it was asked, 0 when the time was already up
  /// @param retryAt when it makes sense to ask again, where the server said so
  /// @param response the last answer, if there was one
  record Unanswered(
      Question question,
      String words,
      int attempts,
      Optional<Instant> retryAt,
      Optional<Response> response)
      implements Answer {
    @Override
    public Optional<Response> last() {
      return response;
    }
  }
}
