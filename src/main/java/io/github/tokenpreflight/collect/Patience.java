package io.github.tokenpreflight.collect;

import java.time.Instant;

/// Waits for a rate limit, as long as the caller allows.
@FunctionalInterface
public interface Patience {
  /// Returns once that moment has come; `false` at once where it is too far away, or where the wait
  /// was interrupted.
  boolean until(Instant moment);
}
