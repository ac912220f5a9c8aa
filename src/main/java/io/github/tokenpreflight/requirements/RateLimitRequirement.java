package io.github.tokenpreflight.requirements;

/// Requests that must be left of one resource, now.
///
/// @param resource `core`, `graphql` or any other name that GET /rate_limit may list
/// @param amount requests, or percent of the limit from 1 to 100
public record RateLimitRequirement(
    Declared<String> resource, Declared<Integer> amount, boolean percent) {
  /// The requests that must be left when the limit is this.
  public long needed(long limit) {
    return percent
        ? limit / 100 * amount.value() + Math.ceilDiv(limit % 100 * amount.value(), 100L)
        : amount.value();
  }

  /// The amount as written.
  public String words() {
    return amount.value() + (percent ? "%" : "");
  }
}
