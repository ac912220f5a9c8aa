package io.github.tokenpreflight.render;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Report;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.runner.WorkflowCommand;
import io.github.tokenpreflight.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Errors and warnings as annotations of a workflow run, in a fold of the log, which has said all
/// of it already.
///
/// The runner takes the first ten of a level and drops the others, and a message of its own counts
/// as well. So there are nine at most, the most important first, and the last one names the rest.
public final class AnnotationRenderer implements Renderer {
  private static final int MOST = WorkflowCommand.ANNOTATION_LIMIT - 1;

  /// GitHub shows a title on one line.
  private static final int TITLE_LIMIT = 160;

  private static final int EXCERPT_WIDTH = 80;

  private final boolean discreet;
  private final Guide guide;

  /// @param discreet whether anyone may read along
  public AnnotationRenderer(boolean discreet, Guide guide) {
    this.discreet = discreet;
    this.guide = guide;
  }

  @Override
  public String rendered(Report report) {
    List<Told> all = Told.worstFirst(report);
    List<WorkflowCommand> commands = new ArrayList<>();
    append(commands, all, Severity.ERROR);
    append(commands, all, Severity.WARNING);
    if (commands.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    out.append(WorkflowCommand.group("Annotations").line()).append('\n');
    commands.forEach(command -> out.append(command.line()).append('\n'));
    return out.append(WorkflowCommand.endGroup().line()).append('\n').toString();
  }

  private void append(List<WorkflowCommand> commands, List<Told> all, Severity severity) {
    List<Told> some = all.stream().filter(told -> told.finding().severity() == severity).toList();
    int shown = some.size() <= MOST ? some.size() : MOST - 1;
    some.subList(0, shown).forEach(told -> commands.add(annotation(told)));
    if (shown < some.size()) {
      commands.add(rest(severity, some.subList(shown, some.size())));
    }
  }

  private WorkflowCommand annotation(Told told) {
    Finding finding = told.finding();
    List<String> lines = new ArrayList<>();
    Optional<Place> place = finding.place();
    place
        .filter(it -> it.file().isSymbolic())
        .ifPresent(it -> lines.addAll(Excerpt.of(finding, EXCERPT_WIDTH).lines()));
    for (Telling.Note note : Telling.notes(finding, discreet, guide)) {
      lines.add(note.label() + ": " + String.join("\n", Printable.lines(note.text())));
    }
    String text = WorkflowCommand.neutralised(String.join("\n", lines));
    WorkflowCommand command = WorkflowCommand.annotation(finding.severity().annotation(), text);
    place
        .filter(it -> !it.file().isSymbolic())
        .ifPresent(it ->
            command
                .file(it.file().path())
                .stretch(it.span().line(), it.span().column(), it.span().endColumn()));
    return command.title(title(told));
  }

  /// The bold line of an annotation, which shows backticks as they are.
  private static String title(Told told) {
    String title = WorkflowCommand.neutralised(told.title().replace("`", ""));
    if (title.length() <= TITLE_LIMIT) {
      return title;
    }
    int end =
        Character.isHighSurrogate(title.charAt(TITLE_LIMIT - 2))
            ? TITLE_LIMIT - 2
            : TITLE_LIMIT - 1;
    return title.substring(0, end) + "…";
  }

  private static WorkflowCommand rest(Severity severity, List<Told> rest) {
    StringBuilder message = new StringBuilder("and " + rest.size() + " more");
    rest.forEach(told -> message.append('\n').append(told.title()));
    String text = WorkflowCommand.neutralised(message.toString());
    return WorkflowCommand.annotation(severity.annotation(), text)
        .title("Token Preflight: the rest");
  }
}
