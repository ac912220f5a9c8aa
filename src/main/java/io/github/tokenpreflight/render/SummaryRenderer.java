package io.github.tokenpreflight.render;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Report;
import io.github.tokenpreflight.finding.Result;
import io.github.tokenpreflight.finding.Seen;
import io.github.tokenpreflight.finding.TokenReport;
import io.github.tokenpreflight.runner.RunnerFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// Markdown for the summary of a job: a table with a row for each token, then each finding as a
/// line that opens, then, folded, what is known about the tokens and every other requirement.
public final class SummaryRenderer implements Renderer {
  /// Room for what closes a fold, and for what says that something was left out.
  private static final int RESERVE_BYTES = 1024;

  private static final String END = "</details>\n\n";

  private final boolean discreet;
  private final Guide guide;
  private final Links links;

  /// @param discreet whether anyone may read along
  public SummaryRenderer(boolean discreet, Guide guide, Links links) {
    this.discreet = discreet;
    this.guide = guide;
    this.links = links;
  }

  @Override
  public String rendered(Report report) {
    Page page = new Page();
    page.add("### Token Preflight: " + Markdown.own(Tally.of(report).verdict()) + "\n\n");
    TokenTable.of(report, discreet).rows().forEach(page::add);
    List<Told> told = Told.worstFirst(report);
    boolean open = told.size() == 1 || report.result() == Result.INVALID;
    told.forEach(one -> page.add(atLength(one, open)));
    List<String> known =
        report.tokens().stream()
            .map(token -> known(token, report))
            .filter(text -> !text.isEmpty())
            .toList();
    if (!known.isEmpty()) {
      page.add("<details><summary>" + Markdown.html(rest(report)) + "</summary>\n\n");
      known.forEach(page::add);
      page.add(END);
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
      if (size > room && !block.equals(END)) {
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

  /// A line that opens: where it stands, why it is believed, and everything that mends it.
  private String atLength(Told told, boolean open) {
    Finding finding = told.finding();
    StringBuilder out = new StringBuilder(open ? "<details open>" : "<details>");
    out.append("<summary><b>").append(finding.severity().word()).append("</b>: ");
    out.append(Markdown.html(told.title())).append(where(finding)).append("</summary>\n\n");
    List<String> excerpt = Excerpt.of(finding, ConsoleStyle.WIDTH).lines();
    if (!excerpt.isEmpty()) {
      out.append("```text\n").append(String.join("\n", excerpt)).append("\n```\n\n");
    }
    for (Seen seen : finding.seen()) {
      out.append("- seen: ").append(Markdown.foreign(seen.text(discreet))).append('\n');
    }
    Telling.together(finding)
        .ifPresent(text -> out.append("- also: ").append(Markdown.own(text)).append('\n'));
    for (String request : Telling.asked(finding)) {
      out.append("- asked: ").append(Markdown.code(request)).append('\n');
    }
    finding.why().ifPresent(why -> out.append("- why: ").append(Markdown.own(why)).append('\n'));
    out.append(out.toString().endsWith("\n\n") ? "" : "\n");
    int step = 1;
    for (String help : finding.help()) {
      out.append(step++).append(". ").append(Markdown.own(help)).append('\n');
    }
    String more = guide.to(finding.rule());
    out.append(finding.help().isEmpty() ? "" : "\n").append("More: ");
    out.append(guide.pages().isPresent() ? Markdown.own(more) : Markdown.code(more));
    return out.append("\n\n").append(END).toString();
  }

  private String where(Finding finding) {
    return finding
        .place()
        .flatMap(place ->
            links
                .to(place)
                .map(address ->
                    " (<a href=\""
                        + Markdown.attribute(address)
                        + "\">line "
                        + place.span().line()
                        + "</a>)"))
        .orElse("");
  }

  private static String rest(Report report) {
    String counts = Tally.of(report).counts();
    return counts.isEmpty() ? "What is known about the tokens" : counts;
  }

  /// What is declared and known about a token, and each requirement that is not told at length.
  private String known(TokenReport token, Report report) {
    StringBuilder out = new StringBuilder();
    token
        .purpose()
        .ifPresent(it -> out.append("- for: ").append(Markdown.foreign(it)).append('\n'));
    if (!discreet) {
      Facts.scopes(token.subject())
          .ifPresent(it -> out.append("- holds: ").append(Markdown.foreign(it)).append('\n'));
    }
    for (Finding finding : token.findings()) {
      out.append(Telling.atLength(finding) || finding.isStructural() ? "" : inBrief(finding));
    }
    Structural.of(token)
        .ifPresent(note ->
            out.append("- unproven: ")
                .append(Markdown.own(note.words()))
                .append(
                    note.help().stream()
                        .map(help -> "; " + Markdown.own(help))
                        .collect(Collectors.joining()))
                .append('\n'));
    String facts = Facts.of(token.subject(), report.at(), discreet);
    String head =
        Markdown.code(token.name()) + (facts.isEmpty() ? "" : ": ") + Markdown.foreign(facts);
    return out.isEmpty() ? "" : head + "\n\n" + out + "\n";
  }

  private String inBrief(Finding finding) {
    String seen =
        finding.seen().isEmpty()
            ? Markdown.own(finding.message())
            : finding.seen().stream()
                .map(it -> Markdown.foreign(it.text(discreet)))
                .collect(Collectors.joining("; "));
    String requirement = Markdown.code(finding.requirement());
    return "- "
        + Telling.shortWord(finding.verdict())
        + (requirement.isEmpty() ? "" : " " + requirement)
        + ": "
        + seen
        + "\n";
  }
}
