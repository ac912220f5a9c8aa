package io.github.tokenpreflight.check;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One cause, one finding: requirements that fail for the same reason are told once, together.
final class Causes {
  private Causes() {}

  /// Refuted requirements with the same rule, message and first reason become one finding, which
  /// lists them; everything else stays as it is, and the order too.
  static List<Finding> merged(List<Finding> findings) {
    Map<String, List<Finding>> byCause = new LinkedHashMap<>();
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      String key = finding.verdict() == Verdict.UNMET ? cause(finding) : "#" + i;
      byCause.computeIfAbsent(key, _ -> new ArrayList<>()).add(finding);
    }
    return byCause.values().stream().map(Causes::one).toList();
  }

  private static String cause(Finding finding) {
    String reason = finding.seen().isEmpty() ? "" : finding.seen().getFirst().full();
    return finding.rule().id() + "\n" + finding.message() + "\n" + reason;
  }

  private static Finding one(List<Finding> same) {
    if (same.size() == 1) {
      return same.getFirst();
    }
    List<String> requirements = same.stream().map(Finding::requirement).distinct().toList();
    return same.getFirst()
        .seen("it stands in the way of " + Phrases.names(requirements))
        .alsoFor(same.stream().skip(1).map(Finding::requirement).toList());
  }
}
