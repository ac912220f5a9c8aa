package io.github.tokenpreflight.github;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether to ask again, and when: pure. It reads no clock and sleeps no second.
///
/// - Source: GitHub docs, "Rate limits for the REST API" (honour `retry-after`, else wait a minute
///   for a secondary limit) and "Best practices", read 2026-08-22.
/// - That a good token is now and then answered 401 is published experience: hence three in all.
final class RetryPolicy {
  static final int MOST_TRIES = 3;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration SECONDARY_PAUSE = Duration.ofMinutes(1);

  /// Where we stand.
  ///
  /// @param number of this try, from 1
  /// @param now when its answer came
  /// @param deadline when everything must be over
  /// @param jitter a random number from 0 to 1
  /// @param repeatable whether asking again does no harm
  record Try(int number, Instant now, Instant deadline, double jitter, boolean repeatable) {
    /// Whether one more try is left and there is time for the pause before it.
    private boolean allows(Duration pause) {
      return number < MOST_TRIES && now.plus(pause).isBefore(deadline);
    }
  }

  /// What to do now.
  sealed interface Decision {
    /// Ask again after a pause.
    record Again(Duration pause) implements Decision {}

    /// The answer stands.
    record Believe() implements Decision {}

    /// Nothing may be concluded.
    ///
    /// @param words the cause, as the end of the sentence "could not check because ..."
    /// @param retryAt when it makes sense to ask again
    record GiveUp(String words, Optional<Instant> retryAt) implements Decision {}
  }

  private RetryPolicy() {}

  static Decision after(Exchange exchange, Try current) {
    if (exchange instanceof Exchange.Lost lost) {
      return lost(lost, current);
    }
    return exchange instanceof Exchange.Declined(Response response, Refusal refusal)
        ? declined(response, refusal, current)
        : new Decision.Believe();
  }

  private static Decision declined(Response response, Refusal refusal, Try current) {
    return switch (refusal.meaning()) {
      case BAD_CREDENTIALS, REQUIRES_AUTHENTICATION, UNEXPLAINED_401, JSON_WEB_TOKEN ->
          badCredentials(current);
      case PRIMARY_LIMIT -> primaryLimit(response, current);
      case SECONDARY_LIMIT -> secondaryLimit(response, current);
      case TOO_MANY_LOGINS ->
          new Decision.GiveUp(
              "GitHub refuses this login for a while: " + refusal.message(),
              retryAfter(response, current).map(current.now()::plus));
      default -> new Decision.Believe();
    };
  }

  private static Decision badCredentials(Try current) {
    if (!current.repeatable()) {
      return new Decision.GiveUp(
          "GitHub answered HTTP 401 to a write, which is not sent again", Optional.empty());
    }
    if (current.number() >= MOST_TRIES) {
      return new Decision.Believe();
    }
    Duration pause = Duration.ofSeconds(current.number());
    return current.allows(pause)
        ? new Decision.Again(pause)
        : new Decision.GiveUp(
            "GitHub answered HTTP 401, and the time was up before it could be asked three times",
            Optional.empty());
  }

  /// Waiting for a budget is decided elsewhere: it can take an hour.
  private static Decision primaryLimit(Response response, Try current) {
    Optional<Instant> reset =
        response
            .facts()
            .rateLimitReset()
            .or(() -> retryAfter(response, current).map(current.now()::plus));
    return new Decision.GiveUp("the rate limit of this token is used up", reset);
  }

  private static Decision secondaryLimit(Response response, Try current) {
    Duration standard = SECONDARY_PAUSE.multipliedBy(1L << (current.number() - 1));
    Duration pause = retryAfter(response, current).orElse(standard);
    return current.repeatable() && current.allows(pause)
        ? new Decision.Again(pause)
        : new Decision.GiveUp(
            "GitHub slows this token down (secondary rate limit)",
            Optional.of(current.now().plus(pause)));
  }

  private static Decision lost(Exchange.Lost lost, Try current) {
    Optional<Duration> wanted = lost.response().flatMap(response -> retryAfter(response, current));
    Duration pause = wanted.orElseGet(() -> backoff(current));
    boolean again = lost.passing() && current.repeatable() && current.allows(pause);
    return again
        ? new Decision.Again(pause)
        : new Decision.GiveUp(lost.words(), wanted.map(current.now()::plus));
  }

  /// Half a second, then a second, each up to doubled at random so that many jobs do not meet
  /// again.
  private static Duration backoff(Try current) {
    long millis = FIRST_PAUSE.toMillis() << (current.number() - 1);
    return Duration.ofMillis(millis + (long) (millis * current.jitter()));
  }

  private static Optional<Duration> retryAfter(Response response, Try current) {
    return response.facts().retryAfter(current.now());
  }
}
