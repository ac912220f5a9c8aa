package io.github.tokenpreflight.requirements;

import java.time.Duration;
import java.util.Optional;

/// How long a token must, and may, still live.
///
/// @param failWithin less remaining life than this is refused
/// @param warnWithin less remaining life than this is warned of
/// @param atMost more remaining life than this is a finding
/// @param never what a token without expiry does
public record ExpiryRequirement(
    Optional<Declared<Duration>> failWithin,
    Optional<Declared<Duration>> warnWithin,
    Optional<Declared<Duration>> atMost,
    Optional<Declared<Effect>> never) {
  /// No requirement about the expiry.
  public static final ExpiryRequirement NONE =
      new ExpiryRequirement(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
