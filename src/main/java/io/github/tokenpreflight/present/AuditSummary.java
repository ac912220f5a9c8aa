package io.github.tokenpreflight.present;

import io.github.tokenpreflight.audit.Audit;
import io.github.tokenpreflight.audit.AuditFinding;
import io.github.tokenpreflight.audit.Inventory;
import io.github.tokenpreflight.audit.SourceState;
import io.github.tokenpreflight.audit.TokenEntry;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.render.Markdown;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Markdown for the summary of a job: counts and a chart first, then the worst, the rest folded.
///
/// Names of repositories and tokens come from strangers: none of them becomes markup, and none
/// stands in the chart, which is drawn of counts by rule alone.
public final class AuditSummary implements Presenter {
  /// A summary holds 1 MiB; the rest is room for what other steps have to say.
  static final int MOST_BYTES = 700 << 10;

  private static final int MOST_TOKENS = 200;
  private static final int MOST_BARS = 12;

  private final boolean discreet;

  /// @param discreet whether anyone may read along
  public AuditSummary(boolean discreet) {
    this.discreet = discreet;
  }

  @Override
  public void present(Audit audit, Consumer<String> out) {
    StringBuilder text = new StringBuilder("## Audit of tokens\n\n");
    text.append("**").append(AuditConsole.verdict(audit)).append("**\n\n");
    sources(audit, text);
    counts(audit.inventory(), text);
    chart(audit.inventory(), text);
    if (discreet) {
      text.append("\nNames are left out, because anyone may read this page.\n");
    } else {
      findings(audit, text);
      tokens(audit.inventory().tokens(), text);
    }
    out.accept(text.toString());
  }

  private static void sources(Audit audit, StringBuilder text) {
    text.append("| source | state | detail | opened by |\n| --- | --- | --- | --- |\n");
    for (SourceState source : audit.sources()) {
      row(text, source.source(), source.state().word(), source.detail(), source.opens());
    }
    text.append('\n');
  }

  private static void counts(Inventory inventory, StringBuilder text) {
    Inventory.Counts counts = inventory.counts();
    text.append("| repositories | declare tokens | pass secrets as tokens | not read as a whole |")
        .append(" errors | warnings | notes |\n")
        .append("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
    row(
        text,
        counts.repositories() + "",
        counts.declaring() + "",
        counts.using() + "",
        counts.unread() + "",
        inventory.count(Severity.ERROR) + "",
        inventory.count(Severity.WARNING) + "",
        inventory.count(Severity.NOTE) + "");
    text.append('\n');
  }

  private static void chart(Inventory inventory, StringBuilder text) {
    List<Map.Entry<String, Integer>> rules =
        inventory.rules().entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST_BARS)
            .toList();
    if (rules.isEmpty()) {
      return;
    }
    text.append("```mermaid\npie showData title Findings by rule\n");
    rules.forEach(rule ->
        text.append("  \"")
            .append(rule.getKey())
            .append("\" : ")
            .append(rule.getValue())
            .append('\n'));
    text.append("```\n\n");
  }

  private static void findings(Audit audit, StringBuilder text) {
    if (audit.worst().isEmpty()) {
      return;
    }
    text.append("<details open><summary>The worst findings</summary>\n\n");
    text.append("| | rule | what | where | what to do |\n| --- | --- | --- | --- | --- |\n");
    int told = 0;
    for (AuditFinding finding : audit.worst()) {
      StringBuilder row = new StringBuilder();
      row(
          row,
          finding.severity().word(),
          finding.rule().id(),
          finding.message(),
          finding.spot().link(),
          finding.help().stream().findFirst().orElse(""));
      if (size(text) + size(row) > MOST_BYTES) {
        break;
      }
      text.append(row);
      told++;
    }
    text.append("\n</details>\n\n");
    int more = audit.inventory().total() - told;
    if (more > 0) {
      text.append("and ").append(more).append(" more; the report has all of them\n\n");
    }
  }

  private static void tokens(List<TokenEntry> tokens, StringBuilder text) {
    text.append("<details><summary>Tokens by name</summary>\n\n");
    text.append("| token | declared in | used in | owners | kinds | scopes | permissions |\n")
        .append("| --- | ---: | ---: | --- | --- | --- | --- |\n");
    int told = 0;
    for (TokenEntry token : tokens) {
      StringBuilder row = new StringBuilder();
      row(
          row,
          token.name(),
          token.declaredIn().count() + "",
          token.usedIn().count() + "",
          String.join(", ", token.owners().examples()),
          String.join(", ", token.kinds().examples()),
          String.join(", ", token.scopes()),
          String.join(
              ", ", token.permissions().entrySet().stream().map(Map.Entry::toString).toList()));
      if (told == MOST_TOKENS || size(text) + size(row) > MOST_BYTES) {
        break;
      }
      text.append(row);
      told++;
    }
    text.append("\n</details>\n");
    if (told < tokens.size()) {
      text.append("\nand ").append(tokens.size() - told).append(" more names of tokens\n");
    }
  }

  private static void row(StringBuilder text, String... cells) {
    for (String cell : cells) {
      text.append("| ").append(Markdown.cell(Markdown.foreign(cell))).append(' ');
    }
    text.append("|\n");
  }

  private static int size(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.UTF_8).length;
  }
}
