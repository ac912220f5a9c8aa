package io.github.tokenpreflight.render;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.TokenReport;
import io.github.tokenpreflight.finding.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What no question could settle about a token, as one note.
///
/// @param number how many requirements
/// @param words the same, and which
/// @param help what makes them provable, each with the number of requirements it is for
record Structural(int number, String words, List<String> help) {
  /// Absent when there is no such requirement, or each is told at length.
  static Optional<Structural> of(TokenReport token) {
    List<Finding> open =
        token.findings().stream()
            .filter(finding -> finding.isStructural() && !Telling.atLength(finding))
            .toList();
    if (open.isEmpty()) {
      return Optional.empty();
    }
    long all = token.findings().stream().filter(Structural::counts).flatMap(Finding::parts).count();
    String names = Phrases.names(open.stream().map(Finding::requirement).toList());
    Map<String, Integer> help = new LinkedHashMap<>();
    open.forEach(finding ->
        finding.help().stream().limit(1).forEach(text -> help.merge(text, 1, Integer::sum)));
    return Optional.of(
        new Structural(
            open.size(),
            open.size() + " of " + all + " cannot be proven by these questions: " + names,
            help.entrySet().stream()
                .map(entry ->
                    entry.getValue() == open.size()
                        ? entry.getKey()
                        : "for " + entry.getValue() + " of them: " + entry.getKey())
                .toList()));
  }

  private static boolean counts(Finding finding) {
    return finding.verdict() != Verdict.NOT_APPLICABLE;
  }
}
