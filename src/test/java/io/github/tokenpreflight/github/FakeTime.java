package io.github.tokenpreflight.github;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A clock that only moves when somebody sleeps.
final class FakeTime {
  static final Instant START = Instant.parse("2026-06-01T12:00:00Z");

  private final List<Duration> pauses = new ArrayList<>();
  private Instant now = START;

  HttpGitHub.Machine surroundings() {
    return new HttpGitHub.Machine(
        this::now,
        () -> Duration.between(START, now()).toNanos(),
        this::sleep,
        () -> 0,
        FakeTime::redacted);
  }

  synchronized Instant now() {
    return now;
  }

  synchronized void sleep(Duration time) {
    pauses.add(time);
    now = now.plus(time);
  }

  synchronized List<Duration> pauses() {
    return List.copyOf(pauses);
  }

  private static String redacted(String text) {
    return text.replace(Replies.token().reveal(), "***");
  }
}
