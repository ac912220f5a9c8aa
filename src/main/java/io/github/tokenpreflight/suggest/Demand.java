package io.github.tokenpreflight.suggest;

import io.github.tokenpreflight.source.Place;
import io.github.tokenpreflight.tools.Needs;
import java.util.List;

/// One thing that a step does with a credential, and what it needs for that.
///
/// @param what does it, in a few words
/// @param repository the other repository that it is done to; empty for the current one, [#UNKNOWN]
///   where its name is known at run time only
/// @param certainty how sure the needs are
/// @param hints what else changes the needs
record Demand(
    Credential credential,
    Place place,
    String what,
    Needs needs,
    String repository,
    Certainty certainty,
    List<String> hints) {
  /// Stands for a repository whose name is not known.
  static final String UNKNOWN = "?";

  Demand {
    hints = List.copyOf(hints);
  }

  /// How sure the needs are, and whether the token of the job is enough for them.
  enum Certainty {
    KNOWN,
    GUESS,
    /// Known, of a tool that the token of the job is not enough for.
    BEYOND_JOB,
    /// A guess, of a tool that the token of the job is not enough for.
    GUESS_BEYOND_JOB,
    /// The needs are not known at all.
    NONE
  }

  boolean isGuess() {
    return certainty == Certainty.GUESS || certainty == Certainty.GUESS_BEYOND_JOB;
  }

  /// Whether its tool says that the token of the job is not enough.
  boolean isBeyondJob() {
    return certainty == Certainty.BEYOND_JOB || certainty == Certainty.GUESS_BEYOND_JOB;
  }

  boolean isCurrent() {
    return repository.isEmpty();
  }
}
