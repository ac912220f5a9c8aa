package io.github.tokenpreflight.runner;

/// Who can read the log of the job.
public enum Audience {
  /// Anyone.
  PUBLIC,
  /// Members only; GitHub's `internal` repositories included.
  PRIVATE,
  /// The event does not say.
  UNKNOWN
}
