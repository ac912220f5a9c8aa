package io.github.tokenpreflight.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the answers say of each fact, as a table: confirmed, refuted or not seen.
final class FactTable {
  private FactTable() {}

  /// @param api the path before every endpoint
  static String of(List<Seen> seen, String api) {
    StringBuilder out = new StringBuilder();
    for (Fact fact : Fact.ALL) {
      List<Seen> right = new ArrayList<>();
      List<Seen> wrong = new ArrayList<>();
      for (Seen answer : seen) {
        Optional<Boolean> result = fact.test().apply(answer, api);
        result.ifPresent(holds -> (holds ? right : wrong).add(answer));
      }
      String verdict = !wrong.isEmpty() ? "REFUTED" : right.isEmpty() ? "not seen" : "confirmed";
      out.append(
          "%-10s %s (%d for, %d against)%n"
              .formatted(verdict, fact.words(), right.size(), wrong.size()));
      wrong.stream().limit(8).forEach(answer -> out.append(line(answer)));
    }
    return out.toString();
  }

  private static String line(Seen seen) {
    return "           against: `"
        + seen.token().name().value()
        + "` "
        + seen.question().line()
        + " -> "
        + seen.answer().last().map(response -> response.line()).orElse("no answer")
        + "\n";
  }
}
