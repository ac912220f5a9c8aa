package io.github.tokenpreflight.github;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Whose turn it is: a few requests at once to each host, and writes one at a time.
final class Turns {
  private final Gate api = new Gate();
  private final Gate git;

  /// Held while a write is on its way: GitHub wants them one at a time.
  ///
  /// Source: GitHub docs, "Best practices for using the REST API" (documented).
  private final Semaphore write = new Semaphore(1, true);

  Turns(GitHubHost host) {
    git = Address.sameOrigin(host.api(), host.web()) ? api : new Gate();
  }

  /// Sends a request as soon as there is room for it; absent when the time is up before.
  ///
  /// @param left how much time there is now
  /// @param request one try
  Optional<Exchange> send(Question question, Supplier<Duration> left, Supplier<Exchange> request)
      throws InterruptedException {
    Gate gate = question.door() == Question.Door.GIT ? git : api;
    if (question.repeatable()) {
      return send(gate, left, request);
    }
    if (!write.tryAcquire(left.get().toNanos(), TimeUnit.NANOSECONDS)) {
      return Optional.empty();
    }
    try {
      return send(gate, left, request);
    } finally {
      write.release();
    }
  }

  /// A server that takes fewer streams at once than we have sent has not been asked yet.
  private static Optional<Exchange> send(
      Gate gate, Supplier<Duration> left, Supplier<Exchange> request) throws InterruptedException {
    while (gate.enter(left.get())) {
      try {
        Exchange exchange = request.get();
        boolean crowded = exchange instanceof Exchange.Lost lost && lost.crowded();
        if (!crowded || !gate.narrow()) {
          return Optional.of(exchange);
        }
      } finally {
        gate.leave();
      }
    }
    return Optional.empty();
  }
}
