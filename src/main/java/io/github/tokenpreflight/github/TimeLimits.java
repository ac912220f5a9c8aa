package io.github.tokenpreflight.github;

import java.time.Duration;

/// How long we wait for the network.
///
/// @param connect for one connection
/// @param answer for one request, until the last byte that we want is here
/// @param total for all questions, retries and pauses together
public record TimeLimits(Duration connect, Duration answer, Duration total) {
  public TimeLimits {
    if (!connect.isPositive() || !answer.isPositive() || !total.isPositive()) {
      throw new IllegalArgumentException("a time limit is longer than nothing");
    }
  }
}
