package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.token.TokenKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What an organization asks of every token that its repositories declare.
public record Policy(List<Clause> clauses) {
  public Policy {
    clauses = List.copyOf(clauses);
  }

  /// One part of the policy, for some of the repositories.
  ///
  /// @param repositories patterns of `owner/name`, where `*` stands for any text; empty for all
  /// @param kinds the kinds that a token must be limited to; empty for any
  /// @param needed keys that every declaration must have
  /// @param exceptions declarations to which it does not apply for a while
  public record Clause(
      List<String> repositories,
      List<TokenKind> kinds,
      TokenRequirements.Forbidden forbidden,
      List<String> needed,
      Lifetimes lifetimes,
      List<Waiver> exceptions) {
    public Clause {
      repositories = List.copyOf(repositories);
      kinds = List.copyOf(kinds);
      needed = List.copyOf(needed);
      exceptions = List.copyOf(exceptions);
    }
  }

  /// How long tokens may live.
  ///
  /// @param atMost the longest `expires: { at-most }` that a declaration may have
  /// @param owners a shorter life for tokens that reach repositories of that owner
  public record Lifetimes(Optional<Duration> atMost, List<OwnerLimit> owners) {
    public Lifetimes {
      owners = List.copyOf(owners);
    }
  }

  /// The longest life of tokens that reach an owner, such as an enterprise with rules of its own.
  public record OwnerLimit(String owner, Duration atMost) {}

  /// An exception: to whom, why and until when.
  ///
  /// @param repositories patterns; empty for all
  /// @param until the last day on which it holds
  public record Waiver(
      Declared<String> token, List<String> repositories, String why, LocalDate until) {
    public Waiver {
      repositories = List.copyOf(repositories);
    }
  }
}
