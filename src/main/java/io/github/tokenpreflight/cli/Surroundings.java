package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.check.Absence;
import io.github.tokenpreflight.check.Absence.Cause;
import io.github.tokenpreflight.runner.JobContext;
import io.github.tokenpreflight.runner.Visibility;
import io.github.tokenpreflight.token.Token;
import io.github.tokenpreflight.token.TokenForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the environment and the event of the job tell about a run.
final class Surroundings {
  private static final Pattern WITHIN =
      Pattern.compile(
          "(?<![A-Za-z0-9])(?:ghs_\\d{1,20}_eyJ[\\w-]{1,2000}\\.[\\w-]{1,4000}\\.[\\w-]{1,2000}"
              + "|(?:gh[oprsu]_|github_pat_)(?=(?:\\w*\\d){3})\\w{20,255})");

  /// Random text has digits in it, the name of a variable or a path hardly.
  private static final Pattern THREE_DIGITS = Pattern.compile("\\d\\D*\\d\\D*\\d");

  /// The event of a job is smaller by far.
  private static final int EVENT_LIMIT_BYTES = 16 << 20;

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
  /// They are hidden before anything is read, so that not even an invalid requirements file can
  /// bring one to light.
  List<Token> tokensInSight() {
    List<Token> tokens = new ArrayList<>();
    for (String value : io.environment().values()) {
      if (value.contains("gh") || value.contains("github_pat_")) {
        Token.of(value)
            .filter(token -> isUnmistakable(token) && THREE_DIGITS.matcher(value).find())
            .ifPresent(tokens::add);
        // What stands inside something longer, such as a list of secrets.
        WITHIN
            .matcher(value)
            .results()
            .map(match -> Token.of(match.group()))
            .flatMap(Optional::stream)
            .forEach(tokens::add);
      }
    }
    return tokens;
  }

  private static boolean isUnmistakable(Token token) {
    return token.form() != TokenForm.OTHER && token.form() != TokenForm.LEGACY;
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
    try (InputStream in = Files.newInputStream(Path.of(path))) {
      return Optional.of(new String(in.readNBytes(EVENT_LIMIT_BYTES), StandardCharsets.UTF_8));
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }
}
