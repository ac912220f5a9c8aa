package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.audit.Audit;
import io.github.tokenpreflight.present.AuditConsole;
import io.github.tokenpreflight.present.AuditCsv;
import io.github.tokenpreflight.present.AuditHtml;
import io.github.tokenpreflight.present.AuditJson;
import io.github.tokenpreflight.present.AuditSarif;
import io.github.tokenpreflight.present.AuditSummary;
import io.github.tokenpreflight.present.Presenter;
import io.github.tokenpreflight.present.RevokeView;
import io.github.tokenpreflight.runner.Appended;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Tells one audit everywhere it is to be told.
final class AuditVoices {
  private static final String STREAM = "-";

  private final Io io;
  private final Outgoing outgoing;
  private final AuditOptions options;

  AuditVoices(Io io, Outgoing outgoing, AuditOptions options) {
    this.io = io;
    this.outgoing = outgoing;
    this.options = options;
  }

  void speak(Audit audit) {
    Map<String, Presenter> forms = new LinkedHashMap<>();
    forms.put("report", new AuditJson(Version.TOOL));
    forms.put("csv", new AuditCsv());
    forms.put("html", new AuditHtml());
    forms.put("sarif", new AuditSarif(Version.TOOL));
    boolean streamed = false;
    for (Map.Entry<String, Presenter> form : forms.entrySet()) {
      Optional<String> path = options.text(form.getKey());
      if (path.filter(STREAM::equals).isPresent()) {
        form.getValue().present(audit, outgoing::print);
        streamed = true;
      } else {
        path.ifPresent(it -> write(it, form.getValue(), audit));
      }
    }
    if (!streamed) {
      Presenter voice =
          options
              .text("revoke")
              .<Presenter>map(RevokeView::new)
              .orElseGet(() -> new AuditConsole(style()));
      voice.present(audit, outgoing::print);
    }
    if (io.inJob()) {
      summary(audit);
    }
  }

  private void summary(Audit audit) {
    StringBuilder text = new StringBuilder();
    new AuditSummary(discreet()).present(audit, text::append);
    Appended appended = outgoing.summary(text.toString());
    if (!appended.complaint().isEmpty()) {
      outgoing.complain("the job summary " + appended.complaint() + ": " + appended.cause());
    }
  }

  private AuditConsole.Style style() {
    boolean colours = Looks.coloured(io);
    return new AuditConsole.Style(colours, discreet(), io.inJob());
  }

  private boolean discreet() {
    return switch (options.text("details").orElse("auto")) {
      case "full" -> false;
      case "minimal" -> true;
      default -> Surroundings.of(io).readByAnyone();
    };
  }

  private void write(String path, Presenter form, Audit audit) {
    try {
      ReportFile file = new ReportFile(io, path);
      Optional<String> obstacle = file.obstacle("");
      if (obstacle.isPresent()) {
        outgoing.complain("`" + path + "` was not written: " + obstacle.get());
        return;
      }
      try (OutputStream out = new BufferedOutputStream(file.open())) {
        form.present(audit, text -> append(out, outgoing.redacted(text)));
      }
    } catch (UncheckedIOException failure) {
      outgoing.complain("`" + path + "` was cut: " + FileFailures.words(cause(failure)));
    } catch (IOException | InvalidPathException failure) {
      outgoing.complain("`" + path + "` was not written: " + FileFailures.words(failure));
    }
  }

  private static void append(OutputStream out, String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Exception cause(UncheckedIOException failure) {
    IOException cause = failure.getCause();
    return cause == null ? failure : cause;
  }
}
