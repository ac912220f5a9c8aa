package io.github.tokenpreflight.github;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The budgets that `GET /rate_limit` tells, by the name of the resource.
///
/// Source: GitHub docs, "Rate limit", read 2026-08-22 (documented); `used` is missing in recordings
/// from before 2020, the copy `rate` in API version 2026-03-10. Any name is taken as it comes.
///
/// @param budgets in GitHub's order
/// @param unreadable the resources whose budget is there but cannot be read
public record RateLimits(Map<String, Budget> budgets, Set<String> unreadable) {
  public RateLimits {
    budgets = Collections.unmodifiableMap(new LinkedHashMap<>(budgets));
    unreadable = Set.copyOf(unreadable);
  }

  /// What is left of one resource.
  ///
  /// @param used absent where GitHub did not send it
  /// @param reset when the budget starts anew, by the server's clock
  public record Budget(long limit, long remaining, OptionalLong used, Instant reset) {}

  /// The budget of one resource, such as `core`.
  public Optional<Budget> budget(String resource) {
    return Optional.ofNullable(budgets.get(resource));
  }

  /// Reads the body. Absent when it is no such body, or when no budget in it can be read.
  public static Optional<RateLimits> read(Response response) {
    JsonNode resources = Json.tree(response).map(tree -> tree.path("resources")).orElse(null);
    if (resources == null || !resources.isObject() || resources.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Budget> budgets = new LinkedHashMap<>();
    Set<String> unreadable = new HashSet<>();
    for (Map.Entry<String, JsonNode> resource : resources.properties()) {
      budget(resource.getValue())
          .ifPresentOrElse(
              budget -> budgets.put(resource.getKey(), budget),
              () -> unreadable.add(resource.getKey()));
    }
    return budgets.isEmpty() ? Optional.empty() : Optional.of(new RateLimits(budgets, unreadable));
  }

  private static Optional<Budget> budget(JsonNode node) {
    Optional<Long> limit = Json.count(node, "limit");
    Optional<Long> remaining = Json.count(node, "remaining");
    Optional<Long> reset = Json.count(node, "reset");
    if (limit.isEmpty() || remaining.isEmpty() || reset.isEmpty()) {
      return Optional.empty();
    }
    Optional<Long> used = Json.count(node, "used");
    OptionalLong spent = used.isPresent() ? OptionalLong.of(used.get()) : OptionalLong.empty();
    try {
      Instant at = Instant.ofEpochSecond(reset.get());
      return Optional.of(new Budget(limit.get(), remaining.get(), spent, at));
    } catch (DateTimeException farAway) {
      return Optional.empty();
    }
  }
}
