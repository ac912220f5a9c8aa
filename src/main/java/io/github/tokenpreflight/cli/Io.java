package io.github.tokenpreflight.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// The world outside, handed on as JDK types so that a test can hand on another one.
///
/// @param environment variables, with the names as they are
/// @param out the only stream that is written to while a job runs
/// @param error for the command line's complaints about its arguments; never used in a job
/// @param directory what relative paths start from
/// @param terminal whether a person looks at `out`
/// @param ticks nanoseconds that only ever grow, for time limits: a clock may be set meanwhile
public record Io(
    Map<String, String> environment,
    InputStream in,
    PrintStream out,
    PrintStream error,
    Path directory,
    InstantSource clock,
    Sleep sleep,
    RandomGenerator random,
    boolean terminal,
    LongSupplier ticks) {

  /// A world whose time limits run by its clock.
  public Io(
      Map<String, String> environment,
      InputStream in,
      PrintStream out,
      PrintStream error,
      Path directory,
      InstantSource clock,
      Sleep sleep,
      RandomGenerator random,
      boolean terminal) {
    this(
        environment,
        in,
        out,
        error,
        directory,
        clock,
        sleep,
        random,
        terminal,
        () -> TimeUnit.MILLISECONDS.toNanos(clock.millis()));
  }

  /// Waits for real, or pretends to.
  @FunctionalInterface
  public interface Sleep {
    void sleep(Duration duration) throws InterruptedException;
  }

  /// The same world with other variables.
  Io with(Map<String, String> variables) {
    return new Io(variables, in, out, error, directory, clock, sleep, random, terminal);
  }

  /// A variable's value, empty when it is not there: in a job nobody can tell the two apart.
  String variable(String name) {
    return environment.getOrDefault(name, "");
  }

  /// The root of the checked-out repository in a job, which is also where the runner starts a
  /// container; anywhere else the directory itself.
  Path workspace() {
    String workspace = variable("GITHUB_WORKSPACE");
    try {
      return inJob() && !workspace.isEmpty() ? Path.of(workspace) : directory;
    } catch (InvalidPathException e) {
      return directory;
    }
  }

  /// Whether this is a job of GitHub Actions.
  boolean inJob() {
    return variable("GITHUB_ACTIONS").equals("true");
  }
}
