package io.github.tokenpreflight.audit;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Seen;
import io.github.tokenpreflight.finding.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// One thing that an audit found: what, where, why we believe it, how to mend it.
///
/// It keeps no text of a file, so that ten thousand of them stay small.
///
/// @param token the declared token or secret that it is about, empty for none
/// @param message one sentence that stands alone
/// @param seen what was said, by whom
/// @param help actions that mend it, the best first
public record AuditFinding(
    Rule rule,
    Severity severity,
    Spot spot,
    String token,
    String message,
    List<String> seen,
    List<String> help) {
  /// Worst first, then by place, so that the order never depends on who was read first.
  public static final Comparator<AuditFinding> WORST_FIRST =
      Comparator.comparing(AuditFinding::severity)
          .thenComparing(finding -> finding.spot().repository())
          .thenComparing(finding -> finding.spot().path())
          .thenComparingInt(finding -> finding.spot().line())
          .thenComparingInt(finding -> finding.spot().column())
          .thenComparing(AuditFinding::rule)
          .thenComparing(AuditFinding::token)
          .thenComparing(AuditFinding::message);

  public AuditFinding {
    seen = List.copyOf(seen);
    help = List.copyOf(help);
  }

  public static AuditFinding of(
      Rule rule, Severity severity, Spot spot, String token, String message) {
    return new AuditFinding(rule, severity, spot, token, message, List.of(), List.of());
  }

  /// What is wrong with a file of a repository, as its reader says it.
  public static AuditFinding of(String repository, Finding finding) {
    return new AuditFinding(
        finding.rule(),
        finding.severity(),
        finding.place().map(place -> Spot.of(repository, place)).orElse(Spot.of(repository)),
        "",
        finding.message(),
        finding.seen().stream().map(Seen::full).toList(),
        finding.help());
  }

  public AuditFinding seen(String... more) {
    return new AuditFinding(rule, severity, spot, token, message, joined(seen, more), help);
  }

  public AuditFinding help(String... more) {
    return new AuditFinding(rule, severity, spot, token, message, seen, joined(help, more));
  }

  private static List<String> joined(List<String> first, String[] more) {
    return Stream.concat(first.stream(), Stream.of(more)).toList();
  }
}
