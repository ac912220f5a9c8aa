package io.github.tokenpreflight.finding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What was learned about one token, for the reader and for later steps of a job.
///
/// @param kind the word for the kind, absent while nothing proves one
/// @param login whose token it is, absent unless asked
/// @param scopes the classic scopes it holds; absent when GitHub sent no list
/// @param expiresAt absent when it does not expire or nothing was said
/// @param checkedAt the server's clock when it answered
/// @param remaining requests left of the resource `core`
public record Subject(
    Optional<String> kind,
    Optional<String> login,
    Optional<List<String>> scopes,
    Optional<Instant> expiresAt,
    Optional<Instant> checkedAt,
    OptionalLong remaining) {

  /// A token about which nothing was learned.
  public static Subject unknown() {
    return new Subject(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty());
  }
}
