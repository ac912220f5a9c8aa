package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.check.Absence;
import io.github.tokenpreflight.check.Absence.Cause;
import io.github.tokenpreflight.runner.Audience;
import io.github.tokenpreflight.runner.JobContext;
import io.github.tokenpreflight.token.Sighting;
import io.github.tokenpreflight.token.Token;
import io.github.tokenpreflight.token.TokenForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the environment and the event of the job tell about a run.
final class Surroundings {
  /// Variables of the runner that hold commits, or paths and references with one in them.
  ///
  /// Source: GitHub docs, "Variables reference" (documented).
  private static final List<String> OF_COMMITS =
      List.of(
          "GITHUB_SHA",
          "GITHUB_WORKFLOW_SHA",
          "GITHUB_WORKFLOW_REF",
          "GITHUB_ACTION_REF",
          "GITHUB_ACTION_PATH",
          "GITHUB_REF");

  private static final int LEGACY_LENGTH = 40;
  private static final int LONGEST_LEGACY = 100;

  /// The event of a job is smaller by far.
  private static final int EVENT_LIMIT_BYTES = 16 << 20;

  private final Io io;
  private final JobContext job;
  private final List<String> names;

  private Surroundings(Io io, JobContext job) {
    this.io = io;
    this.names = List.copyOf(io.environment().keySet());
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
    return io.inJob() && job.audience() != Audience.PRIVATE;
  }

  /// The values that look like tokens, whatever the variables are called.
  ///
  /// They are hidden before anything is read, so that not even an invalid requirements file can
  /// bring one to light.
  List<Token> tokensInSight() {
    List<Token> tokens = new ArrayList<>();
    for (Map.Entry<String, String> variable : io.environment().entrySet()) {
      String value = variable.getValue();
      List<Sighting> seen = Sighting.in(value);
      if (!seen.isEmpty()) {
        Token.of(value).filter(token -> token.form() != TokenForm.OTHER).ifPresent(tokens::add);
      }
      // What stands inside something longer, such as a list of secrets.
      for (Sighting token : seen) {
        Token.of(value.substring(token.start(), token.end())).ifPresent(tokens::add);
      }
      if (value.length() >= LEGACY_LENGTH
          && value.length() <= LONGEST_LEGACY
          && !OF_COMMITS.contains(variable.getKey())) {
        Token.of(value).filter(this::isLegacy).ifPresent(tokens::add);
      }
    }
    return tokens;
  }

  /// Whether it is a token from before April 2021, and not a commit, which has the same form: of
  /// those the runner and the event tell.
  private boolean isLegacy(Token token) {
    return token.form() == TokenForm.LEGACY
        && OF_COMMITS.stream().noneMatch(name -> token.standsIn(io.variable(name)))
        && job.eventPath().flatMap(Surroundings::text).filter(token::standsIn).isEmpty();
  }

  /// Why the token of this variable is not there.
  ///
  /// @param declared the names of all tokens of the file
  Absence absence(String name, Collection<String> declared) {
    return new Absence(
        cause(),
        io.environment().containsKey(name),
        names.stream().filter(other -> !declared.contains(other)).toList(),
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
      Path file = Path.of(path);
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      try (InputStream in = Files.newInputStream(file)) {
        return Optional.of(new String(in.readNBytes(EVENT_LIMIT_BYTES), StandardCharsets.UTF_8));
      }
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }
}
