package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.check.Absence;
import io.github.tokenpreflight.check.Absence.Cause;
import io.github.tokenpreflight.runner.JobContext;
import io.github.tokenpreflight.runner.Visibility;
import io.github.tokenpreflight.token.Token;
import io.github.tokenpreflight.token.TokenForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the environment and the event of the job tell about a run.
final class Surroundings {
  private final Io io;
  private final JobContext job;

  private Surroundings(Io io, JobContext job) {
    this.io = io;
    this.job = job;
  }

  /// Reads the event, if there is one that can be read.
  static Surroundings of(Io io) {
    JobContext job = JobContext.of(io.environment());
    return new Surroundings(
        io, job.eventPath().flatMap(Surroundings::text).map(job::withEvent).orElse(job));
  }

  JobContext job() {
    return job;
  }

  /// Whether the log must be taken for one that anyone can read.
  boolean readByAnyone() {
    return io.inJob() && job.visibility() != Visibility.PRIVATE;
  }

  /// The values that look like tokens, whatever the variables are called.
  ///
  /// They are hidden before anything is read, so that not even a faulty requirements file can bring
  /// one to light.
  List<Token> tokensInSight() {
    return io.environment().values().stream()
        .map(Token::of)
        .flatMap(Optional::stream)
        .filter(token -> token.form() != TokenForm.OTHER && token.form() != TokenForm.LEGACY)
        .toList();
  }

  /// Why the token of this variable is not there.
  Absence absence(String name) {
    return new Absence(
        cause(),
        io.environment().containsKey(name),
        List.copyOf(io.environment().keySet()),
        io.inJob());
  }

  private Cause cause() {
    if (job.withheld().isEmpty()) {
      return Cause.NONE_KNOWN;
    }
    return job.byDependabot() ? Cause.DEPENDABOT : Cause.FORK;
  }

  private static Optional<String> text(String path) {
    try {
      return Optional.of(Files.readString(Path.of(path)));
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }
}
