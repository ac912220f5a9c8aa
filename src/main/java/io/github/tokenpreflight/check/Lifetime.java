package io.github.tokenpreflight.check;

import io.github.tokenpreflight.github.ResponseFacts;
import io.github.tokenpreflight.github.ResponseFacts.Expiry;
import io.github.tokenpreflight.token.TokenKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/// What is known about the remaining life.
sealed interface Lifetime {
  record Until(Instant end, Instant now) implements Lifetime {
    Duration left() {
      return Duration.between(now, end);
    }
  }

  /// No end was sent to a kind of token that is always sent one.
  record Endless() implements Lifetime {}

  /// An end exists and lies within this, by what GitHub documents about the kind.
  record Within(Duration longest) implements Lifetime {}

  record Unreadable(String text) implements Lifetime {}

  record Unknown(String why) implements Lifetime {}

  /// What GitHub always tells did not arrive.
  record Lost(String why) implements Lifetime {}

  static Lifetime of(Case matter) {
    Optional<ResponseFacts> facts = matter.evidence().facts();
    if (facts.isEmpty()) {
      return new Lost("GitHub sent no headers");
    }
    return switch (facts.get().expiry()) {
      case Expiry.Unreadable(var text) -> new Unreadable(text);
      case Expiry.At(var end) ->
          facts
              .get()
              .serverTime()
              .<Lifetime>map(now -> new Until(end, now))
              .orElseGet(() -> new Lost("the answer carried no `date`"));
      case Expiry.NotSent() -> notSent(matter, facts.get());
    };
  }

  private static Lifetime notSent(Case matter, ResponseFacts facts) {
    Set<TokenKind> kinds = matter.evidence().kinds();
    if (kinds.equals(Set.of(TokenKind.CLASSIC)) && facts.scopes().isEmpty()) {
      return new Lost("GitHub's headers about the token are missing");
    }
    if (!kinds.isEmpty() && kinds.stream().allMatch(kind -> kind.longestLife().isPresent())) {
      return new Within(
          kinds.stream()
              .flatMap(kind -> kind.longestLife().stream())
              .max(Comparator.naturalOrder())
              .orElseThrow());
    }
    boolean personal =
        kinds.equals(Set.of(TokenKind.CLASSIC)) || kinds.equals(Set.of(TokenKind.FINE_GRAINED));
    if (personal && !matter.evidence().setting().host().isEnterpriseServer()) {
      return new Endless();
    }
    return new Unknown(
        personal
            ? "this server sent no expiry, and whether it ever does is not documented"
            : "GitHub sends no expiry for tokens of this kind");
  }
}
