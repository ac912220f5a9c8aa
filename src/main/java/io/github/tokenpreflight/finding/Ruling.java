package io.github.tokenpreflight.finding;

/// How a requirement was judged, and what that does to the job.
///
/// @param doubt why it is unproven, if it is
public record Ruling(Verdict verdict, Doubt doubt, Severity severity) {
  /// The usual effect of a verdict.
  static Ruling of(Verdict verdict) {
    return new Ruling(verdict, Doubt.CIRCUMSTANTIAL, verdict.usualSeverity());
  }

  Ruling as(Severity other) {
    return new Ruling(verdict, doubt, other);
  }
}
