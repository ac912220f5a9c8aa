package io.github.tokenpreflight.render;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Report;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.finding.TokenReport;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.runner.WorkflowCommand;
import java.util.List;

/// For a person at a terminal or in the log of a job.
public final class ConsoleRenderer implements Renderer {
  private final ConsoleStyle style;

  public ConsoleRenderer(ConsoleStyle style) {
    this.style = style;
  }

  @Override
  public String rendered(Report report) {
    StringBuilder out = new StringBuilder();
    for (Finding error : report.errors()) {
      atLength(out, error);
    }
    for (TokenReport token : report.tokens()) {
      token(out, token, report);
    }
    out.append(verdict(report)).append('\n');
    return style.action() ? WorkflowCommand.neutralised(out.toString()) : out.toString();
  }

  private String verdict(Report report) {
    String line = Tally.of(report).verdict();
    return switch (report.result()) {
      case PASSED -> style.good(line);
      case WARNED -> style.loud(line, Severity.WARNING.colour());
      case FAILED, INCONCLUSIVE, INVALID -> style.loud(line, Severity.ERROR.colour());
    };
  }

  private void token(StringBuilder out, TokenReport token, Report report) {
    out.append(style.bold(Printable.line(token.name())));
    String facts = Facts.of(token.subject(), report.at(), style.discreet());
    out.append(facts.isEmpty() ? "" : ": " + facts).append('\n');
    boolean allMet = token.findings().stream().noneMatch(Telling::atLength);
    if (!allMet) {
      token.purpose().ifPresent(text -> out.append("  for: ").append(line(text)));
      token.owner().ifPresent(text -> out.append("  owner: ").append(line(text)));
    }
    if (!style.discreet()) {
      Facts.scopes(token.subject()).ifPresent(held -> out.append("  holds: ").append(line(held)));
    }
    inBrief(out, token.findings());
    out.append('\n');
    token.findings().stream().filter(Telling::atLength).forEach(it -> atLength(out, it));
  }

  private void inBrief(StringBuilder out, List<Finding> findings) {
    List<Finding> brief = findings.stream().filter(it -> !Telling.atLength(it)).toList();
    int width =
        brief.stream().mapToInt(it -> Telling.shortWord(it.verdict()).length()).max().orElse(0);
    for (Finding finding : brief) {
      String word = Telling.shortWord(finding.verdict());
      boolean met = finding.verdict() == Verdict.MET;
      out.append("  ").append(met ? style.good(word) : word);
      out.append(" ".repeat(width - word.length() + 2));
      boolean named = !finding.requirement().isEmpty();
      out.append(Printable.line(named ? finding.requirement() : finding.message()));
      out.append(named && !met ? " (" + Printable.line(finding.message()) + ")" : "").append('\n');
    }
  }

  private void atLength(StringBuilder out, Finding finding) {
    int colour = finding.severity().colour();
    String head = finding.severity().word() + "[" + finding.rule().id() + "]";
    out.append(style.loud(head, colour)).append(": ");
    out.append(style.bold(Printable.line(finding.message()))).append('\n');
    finding
        .place()
        .ifPresent(place ->
            new Excerpt(place, Telling.label(finding))
                .lines()
                .forEach(line -> out.append(line).append('\n')));
    String margin = Excerpt.margin(finding.place());
    for (Telling.Note note : Telling.notes(finding, style.discreet(), style.guide())) {
      String lead = margin + "= " + note.label() + ": ";
      String indent = "\n" + " ".repeat(lead.length());
      out.append(lead).append(String.join(indent, Printable.lines(note.text()))).append('\n');
    }
    out.append('\n');
  }

  private static String line(String text) {
    return Printable.line(text) + "\n";
  }
}
