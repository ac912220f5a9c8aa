package io.github.tokenpreflight.present;

import io.github.tokenpreflight.audit.Audit;
import io.github.tokenpreflight.audit.AuditFinding;
import io.github.tokenpreflight.audit.Inventory;
import io.github.tokenpreflight.audit.SourceState;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.render.Printable;
import io.github.tokenpreflight.runner.WorkflowCommand;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// For a person at a terminal or in the log of a job: sources first, then the worst findings at
/// length, then all of them counted, the verdict last.
public final class AuditConsole implements Presenter {
  /// So many findings are told at length; the rest is counted.
  static final int MOST_AT_LENGTH = 40;

  private static final String MARGIN = "   = ";

  private final Style style;

  /// How the console is spoken to.
  ///
  /// @param colours whether to send ANSI colours
  /// @param discreet whether anyone may read along: names of repositories, tokens and people stay
  ///   out
  /// @param action whether the runner reads along and would obey commands in foreign text
  public record Style(boolean colours, boolean discreet, boolean action) {}

  public AuditConsole(Style style) {
    this.style = style;
  }

  @Override
  public void present(Audit audit, Consumer<String> out) {
    StringBuilder text = new StringBuilder();
    sources(audit, text);
    counts(audit.inventory(), text);
    if (style.discreet()) {
      text.append(
          "names are left out, because anyone may read this log; `details: full` shows them\n");
    } else {
      audit.worst().stream().limit(MOST_AT_LENGTH).forEach(finding -> atLength(finding, text));
      int more = audit.inventory().total() - Math.min(MOST_AT_LENGTH, audit.worst().size());
      if (more > 0) {
        text.append("and ").append(more).append(" more; `--report FILE` writes down all of them\n");
      }
    }
    rules(audit.inventory(), text);
    text.append('\n').append(verdict(audit)).append('\n');
    out.accept(style.action() ? WorkflowCommand.neutralised(text.toString()) : text.toString());
  }

  private static void sources(Audit audit, StringBuilder text) {
    String name = Printable.line(audit.head().scope().name());
    text.append("audit of ").append(audit.head().scope().kind().word()).append(' ');
    text.append(name).append('\n');
    int width = audit.sources().stream().mapToInt(it -> it.state().word().length()).max().orElse(0);
    for (SourceState source : audit.sources()) {
      String state = source.state().word();
      text.append("  ").append(state).append(" ".repeat(width - state.length() + 2));
      text.append(source.source());
      text.append(source.detail().isEmpty() ? "" : ": " + Printable.line(source.detail()));
      text.append(source.opens().isEmpty() ? "" : "; opened by " + source.opens()).append('\n');
    }
    text.append('\n');
  }

  private static void counts(Inventory inventory, StringBuilder text) {
    Inventory.Counts counts = inventory.counts();
    text.append(
        Phrases.count(counts.repositories(), "repository").replace("repositorys", "repositories"));
    text.append(": ").append(counts.declaring()).append(" declare tokens, ");
    text.append(counts.using()).append(" pass secrets as tokens, ");
    text.append(counts.unread()).append(" could not be read as a whole\n\n");
  }

  private void atLength(AuditFinding finding, StringBuilder text) {
    String head = finding.severity().word() + "[" + finding.rule().id() + "]";
    text.append(coloured(head, finding.severity().colour())).append(": ");
    text.append(Printable.line(finding.message())).append('\n');
    if (!finding.spot().link().isEmpty()) {
      text.append("  --> ").append(Printable.line(finding.spot().link())).append('\n');
    }
    notes("seen", finding.seen(), text);
    notes("help", finding.help(), text);
    text.append(MARGIN).append("docs: token-preflight explain ").append(finding.rule().id());
    text.append("\n\n");
  }

  private static void notes(String label, List<String> notes, StringBuilder text) {
    for (String note : notes) {
      text.append(MARGIN).append(label).append(": ").append(Printable.line(note)).append('\n');
    }
  }

  private static void rules(Inventory inventory, StringBuilder text) {
    for (Map.Entry<String, Integer> rule : inventory.rules().entrySet()) {
      String count = rule.getValue().toString();
      text.append(" ".repeat(Math.max(1, 8 - count.length()))).append(count).append("  ");
      text.append(rule.getKey());
      Rule.parse(rule.getKey()).ifPresent(known -> text.append(": ").append(known.title()));
      text.append('\n');
    }
  }

  /// Such as `found: 3 errors, 20 warnings, 1 note`.
  static String verdict(Audit audit) {
    Inventory inventory = audit.inventory();
    String found =
        inventory.total() == 0
            ? "found: nothing to complain about"
            : "found: "
                + Phrases.count(inventory.count(Severity.ERROR), "error")
                + ", "
                + Phrases.count(inventory.count(Severity.WARNING), "warning")
                + ", "
                + Phrases.count(inventory.count(Severity.NOTE), "note");
    return found + (audit.complete() ? "" : "; not everything could be read");
  }

  private String coloured(String text, int colour) {
    return style.colours() ? "\u001B[1m\u001B[" + colour + "m" + text + "\u001B[0m" : text;
  }
}
