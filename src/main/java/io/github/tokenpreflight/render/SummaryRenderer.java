package io.github.tokenpreflight.render;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Report;
import io.github.tokenpreflight.finding.Seen;
import io.github.tokenpreflight.finding.TokenReport;
import io.github.tokenpreflight.runner.RunnerFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// Markdown for the summary of a job.
public final class SummaryRenderer implements Renderer {
  /// Room for what says that something was left out.
  private static final int RESERVE_BYTES = 1024;

  private static final String TABLE = "| requirement | verdict | seen |\n| --- | --- | --- |\n";

  private final boolean discreet;
  private final Guide guide;

  /// @param discreet whether anyone may read along
  public SummaryRenderer(boolean discreet, Guide guide) {
    this.discreet = discreet;
    this.guide = guide;
  }

  @Override
  public String rendered(Report report) {
    Page page = new Page();
    page.add("## Token Preflight\n\n**" + Markdown.own(Tally.of(report).verdict()) + "**\n\n");
    report.errors().forEach(error -> page.add(atLength(error)));
    for (TokenReport token : report.tokens()) {
      page.add(head(token, report));
      token.findings().forEach(finding -> page.add(row(finding)));
      page.add("\n");
      token.findings().stream()
          .filter(Telling::atLength)
          .forEach(finding -> page.add(atLength(finding)));
    }
    return page.text();
  }

  /// Markdown that stops growing before the runner would refuse all of it.
  private static final class Page {
    private final StringBuilder text = new StringBuilder();
    private int room = RunnerFiles.SUMMARY_LIMIT_BYTES - RESERVE_BYTES;
    private int leftOut;

    void add(String block) {
      int size = block.getBytes(StandardCharsets.UTF_8).length;
      if (size > room) {
        leftOut++;
      } else {
        text.append(block);
        room -= size;
      }
    }

    String text() {
      return leftOut == 0
          ? text.toString()
          : text
              + "\n"
              + Phrases.count(leftOut, "part")
              + " of this page left out: a job summary holds 1 MiB. The log has all of it.\n";
    }
  }

  private String head(TokenReport token, Report report) {
    StringBuilder out =
        new StringBuilder("### ").append(Markdown.code(token.name())).append("\n\n");
    String facts = Facts.of(token.subject(), report.at(), discreet);
    if (!facts.isEmpty()) {
      out.append("- is: ").append(Markdown.foreign(facts)).append('\n');
    }
    token
        .purpose()
        .ifPresent(it -> out.append("- for: ").append(Markdown.foreign(it)).append('\n'));
    token
        .owner()
        .ifPresent(it -> out.append("- owner: ").append(Markdown.foreign(it)).append('\n'));
    if (!discreet) {
      Facts.scopes(token.subject())
          .ifPresent(it -> out.append("- holds: ").append(Markdown.foreign(it)).append('\n'));
    }
    if (!token.findings().isEmpty()) {
      out.append('\n').append(TABLE);
    }
    return out.toString();
  }

  private String row(Finding finding) {
    String seen =
        Telling.atLength(finding) || finding.seen().isEmpty()
            ? Markdown.own(finding.message())
            : finding.seen().stream()
                .map(it -> Markdown.foreign(it.text(discreet)))
                .collect(Collectors.joining("; "));
    String verdict = Telling.shortWord(finding.verdict());
    String requirement = Markdown.cell(Markdown.code(finding.requirement()));
    return "| " + requirement + " | " + verdict + " | " + Markdown.cell(seen) + " |\n";
  }

  private String atLength(Finding finding) {
    StringBuilder out = new StringBuilder("#### ").append(finding.severity().word()).append(": ");
    out.append(Markdown.own(finding.message())).append("\n\n");
    finding
        .place()
        .ifPresent(place -> {
          List<String> lines = new Excerpt(place, Telling.label(finding)).lines();
          out.append("```text\n").append(String.join("\n", lines)).append("\n```\n\n");
        });
    for (Seen seen : finding.seen()) {
      out.append("- seen: ").append(Markdown.foreign(seen.text(discreet))).append('\n');
    }
    for (String request : Telling.asked(finding)) {
      out.append("- asked: ").append(Markdown.code(request)).append('\n');
    }
    finding.why().ifPresent(why -> out.append("- why: ").append(Markdown.own(why)).append('\n'));
    out.append(finding.seen().isEmpty() && finding.why().isEmpty() ? "" : "\n");
    int step = 1;
    for (String help : finding.help()) {
      out.append(step++).append(". ").append(Markdown.own(help)).append('\n');
    }
    out.append(finding.help().isEmpty() ? "" : "\n");
    String more = guide.to(finding.rule());
    out.append("More: ")
        .append(guide.pages().isPresent() ? Markdown.own(more) : Markdown.code(more));
    return out.append("\n\n").toString();
  }
}
