package io.github.tokenpreflight.render;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Report;
import io.github.tokenpreflight.finding.TokenReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The table that a job summary opens with: a row for each token, the worst first. A column of
/// which nothing is known is left out.
///
/// @param rows lines of Markdown, and an empty one behind them
record TokenTable(List<String> rows) {
  /// One column.
  private record Column(String title, Function<TokenReport, String> cell) {}

  static TokenTable of(Report report, boolean discreet) {
    List<TokenReport> tokens =
        report.tokens().stream().sorted(Comparator.comparing(State::of)).toList();
    if (tokens.isEmpty()) {
      return new TokenTable(List.of());
    }
    List<Column> columns =
        new ArrayList<>(
            List.of(
                new Column("token", token -> Markdown.code(token.name())),
                new Column("state", TokenTable::state),
                new Column("kind", token -> token.subject().kind().orElse("")),
                new Column("owner", token -> token.owner().map(Markdown::foreign).orElse("")),
                new Column(
                    "expires", token -> discreet ? "" : expiry(token, report.at()).orElse("")),
                new Column("what to do", TokenTable::act)));
    columns.removeIf(column -> tokens.stream().allMatch(it -> column.cell.apply(it).isEmpty()));
    List<String> rows = new ArrayList<>();
    rows.add(row(columns.stream().map(Column::title).toList()));
    rows.add(row(columns.stream().map(_ -> "---").toList()));
    tokens.forEach(token ->
        rows.add(
            row(columns.stream().map(column -> Markdown.cell(column.cell.apply(token))).toList())));
    rows.add("\n");
    return new TokenTable(rows);
  }

  private static String state(TokenReport token) {
    State state = State.of(token);
    return unbroken(state.sign() + " " + state.word())
        + Structural.of(token).map(note -> ", " + note.number() + " unproven").orElse("");
  }

  private static Optional<String> expiry(TokenReport token, Instant now) {
    Instant clock = token.subject().checkedAt().orElse(now);
    return token
        .subject()
        .expiresAt()
        .map(expiry -> {
          String distance = Phrases.roughly(Duration.between(clock, expiry));
          return unbroken(expiry.isBefore(clock) ? distance + " ago" : "in " + distance);
        });
  }

  /// The first remedy of the worst finding, and how many other findings there are.
  private static String act(TokenReport token) {
    List<Finding> told =
        token.findings().stream()
            .filter(Telling::atLength)
            .sorted(Comparator.comparing(Finding::severity))
            .toList();
    Optional<String> first = told.stream().flatMap(it -> it.help().stream()).findFirst();
    int others = told.size() - 1;
    return first
        .map(help -> Markdown.own(help) + (others > 0 ? " (and " + others + " more below)" : ""))
        .orElse("");
  }

  /// A few words on one line, however narrow the column.
  private static String unbroken(String words) {
    return words.replace(" ", "&nbsp;").replace("-", "&#8209;");
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
