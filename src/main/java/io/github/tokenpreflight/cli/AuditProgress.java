package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.collect.OwnerCollection;
import io.github.tokenpreflight.collect.Patience;
import io.github.tokenpreflight.finding.Phrases;
import java.time.Duration;
import java.time.Instant;

/// Says how far an audit is: a bar at a terminal, a line every ten seconds anywhere else. Waits for
/// rate limits, and says for how long.
final class AuditProgress implements OwnerCollection.Progress, Patience {
  private static final Duration EVERY = Duration.ofSeconds(10);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int WIDTH = 30;

  /// GitHub's clock and ours may differ a little.
  private static final Duration SLACK = Duration.ofSeconds(1);

  private final Io io;
  private final Outgoing outgoing;
  private final Instant start;
  private Duration patience;
  private Instant last;
  private long firstDone = -1;
  private boolean open;

  AuditProgress(Io io, Outgoing outgoing, Duration maxWait) {
    this.io = io;
    this.outgoing = outgoing;
    this.patience = maxWait;
    this.start = io.clock().instant();
    this.last = start;
  }

  @Override
  public void at(long done, long total) {
    if (firstDone < 0) {
      firstDone = done;
    }
    Instant now = io.clock().instant();
    if (io.terminal()) {
      outgoing.progress("\r" + bar(done, total) + " " + words(done, total, now) + "\u001B[K");
      open = true;
    } else if (Duration.between(last, now).compareTo(EVERY) >= 0) {
      outgoing.progress("audit: " + words(done, total, now) + "\n");
      last = now;
    }
  }

  /// Ends the line at a terminal.
  void end() {
    if (open) {
      outgoing.progress("\n");
      open = false;
    }
  }

  @Override
  public boolean until(Instant moment) {
    Duration wait = Duration.between(io.clock().instant(), moment).plus(SLACK);
    if (wait.isNegative()) {
      return true;
    }
    if (wait.compareTo(patience) > 0) {
      return false;
    }
    patience = patience.minus(wait);
    Instant end = io.clock().instant().plus(wait);
    Duration step = io.terminal() ? SLACK : MINUTE;
    for (Duration left = wait; left.isPositive(); left = left(end)) {
      say(left);
      try {
        io.sleep().sleep(left.compareTo(step) < 0 ? left : step);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  private Duration left(Instant end) {
    return Duration.between(io.clock().instant(), end);
  }

  private void say(Duration left) {
    String words = "waiting for the rate limit: " + Phrases.roughly(left) + " left";
    if (io.terminal()) {
      outgoing.progress("\r" + words + "\u001B[K");
      open = true;
    } else {
      outgoing.progress("audit: " + words + "\n");
    }
  }

  private static String bar(long done, long total) {
    int filled = total == 0 ? WIDTH : (int) (WIDTH * done / total);
    return "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "]";
  }

  private String words(long done, long total, Instant now) {
    long seconds = Math.max(1, Duration.between(start, now).toSeconds());
    long fresh = done - firstDone;
    String rest =
        fresh == 0
            ? ""
            : ", "
                + Phrases.roughly(Duration.ofSeconds((total - done) * seconds / fresh))
                + " left";
    return done + " of " + total + " repositories, " + fresh / seconds + " a second" + rest;
  }
}
