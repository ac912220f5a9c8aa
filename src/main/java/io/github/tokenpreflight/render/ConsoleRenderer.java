package io.github.tokenpreflight.render;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Report;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.finding.TokenReport;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.runner.WorkflowCommand;
import java.util.List;

/// For a person at a terminal or in the log of a job: the verdict first and last, errors before
/// warnings, and below them what is known about each token, in a job folded.
public final class ConsoleRenderer implements Renderer {
  private final ConsoleStyle style;

  public ConsoleRenderer(ConsoleStyle style) {
    this.style = style;
  }

  @Override
  public String rendered(Report report) {
    List<Told> told = Told.worstFirst(report);
    StringBuilder out = new StringBuilder();
    if (!told.isEmpty()) {
      out.append(verdict(report)).append("\n\n");
      told.forEach(one -> out.append(harmless(atLength(one))));
    }
    report.tokens().forEach(token -> out.append(folded(token, report)));
    return out.append(verdict(report)).append('\n').toString();
  }

  /// Foreign text in a job must not be obeyed by the runner.
  private String harmless(String text) {
    return style.action() ? WorkflowCommand.neutralised(text) : text;
  }

  private String verdict(Report report) {
    String line = harmless(Tally.of(report).verdict());
    return switch (report.result()) {
      case PASSED -> style.good(line);
      case WARNED -> style.loud(line, Severity.WARNING.colour());
      case FAILED, INCONCLUSIVE, INVALID -> style.loud(line, Severity.ERROR.colour());
    };
  }

  private String folded(TokenReport token, Report report) {
    String facts = Facts.of(token.subject(), report.at(), style.discreet());
    String name = Printable.line(token.name());
    String body = harmless(known(token));
    if (!style.action()) {
      if (facts.isEmpty() && body.isEmpty()) {
        return "";
      }
      return style.bold(name) + (facts.isEmpty() ? "" : ": " + facts) + "\n" + body + "\n";
    }
    String title =
        name + ": " + State.of(token).word() + (facts.isEmpty() ? "" : " (" + facts + ")");
    return WorkflowCommand.group(title).line()
        + "\n"
        + body
        + WorkflowCommand.endGroup().line()
        + "\n";
  }

  /// What is declared and known about a token, and each requirement that is not told at length.
  private String known(TokenReport token) {
    StringBuilder out = new StringBuilder();
    token.purpose().ifPresent(text -> out.append("  for: ").append(line(text)));
    token.owner().ifPresent(text -> out.append("  owner: ").append(line(text)));
    if (!style.discreet()) {
      Facts.scopes(token.subject()).ifPresent(held -> out.append("  holds: ").append(line(held)));
    }
    List<Finding> brief =
        token.findings().stream()
            .filter(finding -> !Telling.atLength(finding) && !finding.isStructural())
            .toList();
    int width = brief.stream().mapToInt(it -> word(it).length()).max().orElse(0);
    brief.forEach(finding -> out.append(inBrief(finding, width)));
    Structural.of(token)
        .ifPresent(note -> {
          out.append("  unproven  ").append(line(note.words()));
          note.help().forEach(help -> out.append("            ").append(line(help)));
        });
    return out.toString();
  }

  private String inBrief(Finding finding, int width) {
    String word = word(finding);
    boolean met = finding.verdict() == Verdict.MET;
    boolean named = !finding.requirement().isEmpty();
    return "  "
        + (met ? style.good(word) : word)
        + " ".repeat(width - word.length() + 2)
        + Printable.line(named ? finding.requirement() : finding.message())
        + (named && !met ? " (" + Printable.line(finding.message()) + ")" : "")
        + "\n";
  }

  private String atLength(Told told) {
    Finding finding = told.finding();
    StringBuilder out = new StringBuilder();
    String head = finding.severity().word() + "[" + finding.rule().id() + "]";
    out.append(style.loud(head, finding.severity().colour())).append(": ");
    out.append(style.bold(told.title())).append('\n');
    Excerpt excerpt = Excerpt.of(finding, style.width());
    excerpt.lines().forEach(line -> out.append(line).append('\n'));
    for (Telling.Note note : Telling.notes(finding, style.discreet(), style.guide())) {
      String lead = excerpt.margin() + "= " + note.label() + ": ";
      String indent = "\n" + " ".repeat(lead.length());
      out.append(lead).append(String.join(indent, style.wrapped(note.text(), lead.length())));
      out.append('\n');
    }
    return out.append('\n').toString();
  }

  private static String word(Finding finding) {
    return Telling.shortWord(finding.verdict());
  }

  private static String line(String text) {
    return Printable.line(text) + "\n";
  }
}
