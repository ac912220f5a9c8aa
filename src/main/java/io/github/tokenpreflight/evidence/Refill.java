package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.github.RateLimits;
import io.github.tokenpreflight.github.ResponseFacts;
import io.github.tokenpreflight.requirements.RateLimitRequirement;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How long to wait for rate limits that are too low.
public final class Refill {
  private Refill() {}

  private record Low(RateLimits.Budget left, long needed) {}

  /// How long until the last of the rate limits that are too low is full again, by GitHub's clock.
  ///
  /// Absent when none is too low, when one stays too low even when full, and when GitHub told no
  /// time.
  public static Optional<Duration> of(List<RateLimitRequirement> requirements, Lead lead) {
    List<Low> low = lead.limits().map(limits -> low(requirements, limits)).orElse(List.of());
    Optional<Instant> now = lead.facts().flatMap(ResponseFacts::serverTime);
    if (now.isEmpty() || low.stream().anyMatch(one -> one.left().limit() < one.needed())) {
      return Optional.empty();
    }
    // One second more, because both times are told in whole seconds.
    return low.stream()
        .map(one -> Duration.between(now.get(), one.left().reset()).plusSeconds(1))
        .max(Comparator.naturalOrder())
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
  }

  private static List<Low> low(List<RateLimitRequirement> requirements, RateLimits limits) {
    return requirements.stream()
        .flatMap(requirement ->
            limits.budget(requirement.resource().value()).stream()
                .map(left -> new Low(left, requirement.needed(left.limit()))))
        .filter(one -> one.left().remaining() < one.needed())
        .toList();
  }
}
