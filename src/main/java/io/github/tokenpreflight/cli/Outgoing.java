package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.redact.Disguises;
import io.github.tokenpreflight.redact.Redactor;
import io.github.tokenpreflight.runner.Appended;
import io.github.tokenpreflight.runner.Masking;
import io.github.tokenpreflight.runner.RunnerFiles;
import io.github.tokenpreflight.token.Token;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The one way out: the streams, the runner's files and the reports. Nothing leaves that was not
/// redacted.
///
/// In a job everything goes to one stream, because the runner reads the other one out of order.
final class Outgoing {
  private final Io io;
  private final Map<Token, Disguises> hidden = new LinkedHashMap<>();
  private final Set<String> masked = new HashSet<>();
  private Redactor redactor = Redactor.none();

  Outgoing(Io io) {
    this.io = io;
  }

  /// Hides these tokens from now on; in a job the runner is told first of all.
  void hide(Collection<Token> tokens) {
    List<Disguises> fresh = new ArrayList<>();
    for (Token token : tokens) {
      if (!hidden.containsKey(token)) {
        Disguises disguises = Disguises.of(token);
        hidden.put(token, disguises);
        fresh.add(disguises);
      }
    }
    if (fresh.isEmpty()) {
      return;
    }
    redactor = Redactor.of(hidden.values());
    if (io.inJob()) {
      Masking.lines(fresh).stream()
          .filter(masked::add)
          .forEach(line -> io.out().print(line + "\n"));
      io.out().flush();
    }
  }

  /// Text without any of the hidden tokens, for those who cut or parse it before it leaves.
  String redacted(String text) {
    return redactor.redacted(text);
  }

  void print(String text) {
    io.out().print(redacted(text));
  }

  /// Something wrong with the call itself.
  void complain(String text) {
    (io.inJob() ? io.out() : io.error()).print(redacted("token-preflight: " + text + "\n"));
  }

  /// How far something is, beside what is said; at a terminal it may be written over.
  void progress(String text) {
    (io.inJob() ? io.out() : io.error()).print(redacted(text));
    flush();
  }

  void bug(String trace) {
    print(
        "this is a bug in token-preflight; nothing was proven about any token\n"
            + "report it with the lines below, from which tokens have been taken out\n"
            + trace);
  }

  /// The process was told to end, in a job when the job was cancelled or its time was up.
  void interrupted() {
    print("interrupted: the check did not come to its end, nothing was proven about any token\n");
    if (io.inJob()) {
      outputs(Map.of("result", "inconclusive"));
    }
    flush();
  }

  /// Sets outputs of the step.
  Appended outputs(Map<String, String> outputs) {
    Map<String, String> shown = new LinkedHashMap<>();
    outputs.forEach((name, value) -> shown.put(name, redacted(value)));
    return runnerFiles().appendOutputs(shown);
  }

  /// Adds Markdown to the job summary.
  Appended summary(String markdown) {
    return runnerFiles().appendSummary(redacted(markdown));
  }

  void report(ReportFile file, String text) throws IOException {
    file.write(redacted(text));
  }

  /// Sends everything on its way; false when the output stream took not all of it.
  boolean flush() {
    boolean whole = !io.out().checkError();
    if (!whole) {
      io.error().print("token-preflight: the output could not be written\n");
    }
    io.error().flush();
    return whole;
  }

  private RunnerFiles runnerFiles() {
    return new RunnerFiles(io.environment(), io.random());
  }
}
