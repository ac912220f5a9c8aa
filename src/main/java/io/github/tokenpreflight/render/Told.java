package io.github.tokenpreflight.render;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Report;
import io.github.tokenpreflight.finding.TokenReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A finding that is told at length, and the token it is about.
///
/// @param token its name, empty for what is wrong with the file or the call
record Told(String token, Finding finding) {
  /// All of a report: errors before warnings, and within both what is refuted before what is not
  /// known.
  static List<Told> worstFirst(Report report) {
    return inOrder(report).stream()
        .sorted(
            Comparator.comparing((Told told) -> told.finding.severity())
                .thenComparingInt(told -> weight(told.finding)))
        .toList();
  }

  /// All of a report, in the order of the requirements file.
  static List<Told> inOrder(Report report) {
    List<Told> told = new ArrayList<>();
    report.errors().forEach(error -> told.add(new Told("", error)));
    for (TokenReport token : report.tokens()) {
      token.findings().stream()
          .filter(Telling::atLength)
          .forEach(finding -> told.add(new Told(token.name(), finding)));
    }
    return told;
  }

  /// The finding in one sentence, with the name of the token in it.
  String title() {
    return Printable.line(token.isEmpty() ? finding.message() : finding.statement().about(token));
  }

  private static int weight(Finding finding) {
    return switch (finding.verdict()) {
      case ERROR -> 0;
      case UNMET, MET, NOT_APPLICABLE -> 1;
      case INCONCLUSIVE -> 2;
      case UNPROVEN -> 3;
    };
  }
}
