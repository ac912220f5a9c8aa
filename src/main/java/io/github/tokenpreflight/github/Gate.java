package io.github.tokenpreflight.github;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Bounds the requests that are on their way to one host at the same time.
///
/// The first one goes alone: those that set out together with it would each open a connection of
/// their own. Where a server allows fewer streams than we send, the gate becomes narrower.
final class Gate {
  /// A quarter of what GitHub allows one token and everything else of its user.
  ///
  /// Source: GitHub docs, "Rate limits for the REST API", read 2026-08-22 (documented): 100.
  static final int WIDEST = 24;

  private final Semaphore free = new Semaphore(1, true);
  private int width = 1;
  private int surplus;
  private boolean open;

  /// Waits until one more may set out; false when the time is up.
  boolean enter(Duration most) throws InterruptedException {
    return free.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS);
  }

  /// One came back, whatever it brought.
  void leave() {
    free.release(places());
  }

  /// The server did not take this one: one fewer from now on; false where it was the only one.
  synchronized boolean narrow() {
    if (width == 1) {
      return false;
    }
    width--;
    surplus++;
    return true;
  }

  /// How many may set out in the place of one that came back.
  private synchronized int places() {
    int places = 1;
    if (!open) {
      open = true;
      places += WIDEST - width;
      width = WIDEST;
    }
    int kept = Math.min(places, surplus);
    surplus -= kept;
    return places - kept;
  }
}
