package io.github.tokenpreflight.render;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Report;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.finding.TokenReport;
import io.github.tokenpreflight.runner.WorkflowCommand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Errors and warnings as annotations of a workflow run.
///
/// The runner takes the first ten of a level and drops the others, and a message of its own counts
/// as well. So there are nine at most, the most important first, and the last one names the rest.
public final class AnnotationRenderer implements Renderer {
  private static final int MOST = WorkflowCommand.ANNOTATION_LIMIT - 1;
  private static final String ABOUT = "Token Preflight";

  private final boolean discreet;
  private final Guide guide;

  /// @param discreet whether anyone may read along
  public AnnotationRenderer(boolean discreet, Guide guide) {
    this.discreet = discreet;
    this.guide = guide;
  }

  @Override
  public String rendered(Report report) {
    List<Titled> all = new ArrayList<>();
    report.errors().forEach(error -> all.add(new Titled(ABOUT, error)));
    for (TokenReport token : report.tokens()) {
      token.findings().forEach(finding -> all.add(new Titled(token.name(), finding)));
    }
    StringBuilder out = new StringBuilder();
    append(out, all, Severity.ERROR);
    append(out, all, Severity.WARNING);
    return out.toString();
  }

  private record Titled(String about, Finding finding) {}

  private void append(StringBuilder out, List<Titled> all, Severity severity) {
    List<Titled> some =
        all.stream()
            .filter(it -> it.finding.severity() == severity)
            .sorted(Comparator.comparingInt(it -> weight(it.finding)))
            .toList();
    int shown = some.size() <= MOST ? some.size() : MOST - 1;
    for (Titled titled : some.subList(0, shown)) {
      out.append(annotation(titled).line()).append('\n');
    }
    if (shown < some.size()) {
      out.append(rest(severity, some.subList(shown, some.size())).line()).append('\n');
    }
  }

  /// Errors first, then what is refuted, then what is not known.
  private static int weight(Finding finding) {
    return switch (finding.verdict()) {
      case ERROR -> 0;
      case UNMET, MET, NOT_APPLICABLE -> 1;
      case INCONCLUSIVE -> 2;
      case UNPROVEN -> 3;
    };
  }

  private WorkflowCommand annotation(Titled titled) {
    Finding finding = titled.finding;
    StringBuilder message = new StringBuilder(Printable.line(finding.message()));
    for (Telling.Note note : Telling.notes(finding, discreet, guide)) {
      message.append('\n').append(note.label()).append(": ").append(Printable.line(note.text()));
    }
    WorkflowCommand command =
        WorkflowCommand.annotation(
            finding.severity().annotation(), WorkflowCommand.neutralised(message.toString()));
    finding
        .place()
        .ifPresent(place ->
            command
                .file(place.file().path())
                .stretch(place.span().line(), place.span().column(), place.span().endColumn()));
    return command.title(titled.about + ": " + title(finding));
  }

  /// The bold line of an annotation. What is only not known must not read like an accusation.
  private static String title(Finding finding) {
    return switch (finding.verdict()) {
      case INCONCLUSIVE -> "could not be checked";
      case UNPROVEN -> "could not be proven";
      case MET, UNMET, NOT_APPLICABLE, ERROR -> finding.rule().title();
    };
  }

  private static WorkflowCommand rest(Severity severity, List<Titled> rest) {
    StringBuilder message = new StringBuilder("and " + rest.size() + " more");
    for (Titled titled : rest) {
      message.append('\n').append(titled.about).append(": ");
      message.append(Printable.line(titled.finding.message()));
    }
    String text = WorkflowCommand.neutralised(message.toString());
    return WorkflowCommand.annotation(severity.annotation(), text).title(ABOUT + ": the rest");
  }
}
