package io.github.tokenpreflight.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

/// Runs a reader on one input and fails when that takes longer than a second.
///
/// A machine may be busy, so that only an input that is slow twice counts. Memory is bounded by the
/// heap that `.ci/fuzz` gives.
public final class Bounded {
  private static final Duration MOST = Duration.ofSeconds(1);

  private Bounded() {}

  public static void run(Runnable reader) {
    if (timed(reader).compareTo(MOST) > 0) {
      Duration again = timed(reader);
      assertTrue(again.compareTo(MOST) <= 0, "one input took " + again.toMillis() + " ms, twice");
    }
  }

  private static Duration timed(Runnable reader) {
    long start = System.nanoTime();
    reader.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
