package io.github.tokenpreflight.finding;

import java.util.List;
import java.util.Optional;

/// All findings about one token.
///
/// @param name the environment variable that holds it
/// @param purpose what it is for, as declared with `why`
/// @param owner who renews it, as declared
/// @param usable whether nothing that was declared is refuted or unanswered, whatever `enforce`
///   says
public record TokenReport(
    String name,
    Optional<String> purpose,
    Optional<String> owner,
    Subject subject,
    boolean usable,
    List<Finding> findings) {
  public TokenReport {
    findings = List.copyOf(findings);
  }

  /// How many requirements have a verdict; those that fail together count one by one.
  public long count(Verdict verdict) {
    return findings.stream()
        .filter(finding -> finding.verdict() == verdict)
        .mapToLong(finding -> 1 + finding.also().size())
        .sum();
  }
}
