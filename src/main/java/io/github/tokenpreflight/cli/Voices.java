package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Report;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.render.AnnotationRenderer;
import io.github.tokenpreflight.render.ConsoleRenderer;
import io.github.tokenpreflight.render.ConsoleStyle;
import io.github.tokenpreflight.render.Guide;
import io.github.tokenpreflight.render.JsonRenderer;
import io.github.tokenpreflight.render.Links;
import io.github.tokenpreflight.render.Outputs;
import io.github.tokenpreflight.render.SarifRenderer;
import io.github.tokenpreflight.render.SummaryRenderer;
import io.github.tokenpreflight.runner.Appended;
import io.github.tokenpreflight.runner.JobContext;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells one report everywhere it is to be told. A place that cannot be written to is said, and
/// changes nothing about the exit code.
///
/// @param discreet whether anyone may read along
/// @param report where the JSON report goes, `-` for the output stream in place of the console text
/// @param sarif where the SARIF report goes
record Voices(
    Io io, Outgoing outgoing, boolean discreet, Optional<String> report, Optional<String> sarif) {
  private static final String STREAM = "-";

  ExitCode speak(Report told) {
    List<Finding> lost = new ArrayList<>();
    report
        .filter(path -> !path.equals(STREAM))
        .ifPresent(path ->
            write(path, told.requirements(), JsonRenderer.pretty(Version.TOOL).rendered(told))
                .ifPresent(lost::add));
    sarif.ifPresent(path ->
        write(path, told.requirements(), new SarifRenderer(Version.TOOL).rendered(told))
            .ifPresent(lost::add));
    if (io.inJob()) {
      lost.addAll(toRunner(told));
    }
    List<Finding> errors = new ArrayList<>(told.errors());
    errors.addAll(lost);
    Report whole = new Report(told.requirements(), told.at(), told.tokens(), errors);
    if (io.inJob()) {
      outgoing.print(new AnnotationRenderer(discreet, guide()).rendered(whole));
    }
    if (report.filter(STREAM::equals).isPresent()) {
      outgoing.print(JsonRenderer.pretty(Version.TOOL).rendered(whole));
    } else {
      outgoing.print(new ConsoleRenderer(style()).rendered(whole));
    }
    return ExitCode.of(told.result());
  }

  /// Users of the action have no command line: they are sent to the pages of the release they use.
  private Guide guide() {
    return io.inJob() ? Guide.pages(Version.inJob(io)) : Guide.COMMAND;
  }

  private ConsoleStyle style() {
    return new ConsoleStyle(Looks.coloured(io), discreet, io.inJob(), guide(), Looks.columns(io));
  }

  private List<Finding> toRunner(Report told) {
    List<Finding> lost = new ArrayList<>();
    lost("the outputs of the step", outgoing.outputs(Outputs.of(told, Version.TOOL)))
        .ifPresent(lost::add);
    Links links = new Links(JobContext.of(io.environment()).files());
    String summary = new SummaryRenderer(discreet, guide(), links).rendered(told);
    lost("the job summary", outgoing.summary(summary)).ifPresent(lost::add);
    return lost;
  }

  private static Optional<Finding> lost(String what, Appended appended) {
    return appended.complaint().isEmpty()
        ? Optional.empty()
        : Optional.of(unwritable(what + " " + appended.complaint(), appended.cause()));
  }

  private Optional<Finding> write(String path, String requirements, String text) {
    String lost = "`" + path + "` could not be written";
    try {
      ReportFile file = new ReportFile(io, path);
      Optional<String> obstacle = file.obstacle(requirements);
      if (obstacle.isPresent()) {
        return Optional.of(unwritable(lost, obstacle.get(), "name another file in the workspace"));
      }
      outgoing.report(file, text);
      return Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.of(unwritable(lost, FileFailures.words(e)));
    }
  }

  private static Finding unwritable(String message, String cause) {
    return unwritable(message, cause, "make the place writable");
  }

  private static Finding unwritable(String message, String cause, String help) {
    return Finding.error(Rule.UNWRITABLE_OUTPUT, message)
        .as(Severity.WARNING)
        .seen(cause)
        .help(help + "; the verdict and the exit code stand as they are");
  }
}
