package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.token.Sighting;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Runs one command. The one place that catches everything.
public final class Cli {
  private final Io io;
  private final AtomicReference<@Nullable Outgoing> running = new AtomicReference<>();

  public Cli(Io io) {
    this.io = io;
  }

  /// The whole program but for the exit.
  ///
  /// Without arguments in a job it is the action; otherwise the arguments say what to do.
  public ExitCode run(String... arguments) {
    Outgoing outgoing = new Outgoing(io);
    running.set(outgoing);
    ExitCode code = run(outgoing, arguments);
    boolean whole = outgoing.flush();
    running.set(null);
    // What nobody could read is no verdict.
    return whole || code != ExitCode.DONE ? code : ExitCode.INCONCLUSIVE;
  }

  /// Says that the check did not come to its end, unless it has; for a process that is told to end.
  public void interrupt() {
    Outgoing outgoing = running.getAndSet(null);
    if (outgoing != null) {
      outgoing.interrupted();
    }
  }

  private ExitCode run(Outgoing outgoing, String... arguments) {
    try {
      if (arguments.length == 0 && io.inJob()) {
        return new CheckCommand(io, outgoing).runAsAction();
      }
      outgoing.hide(Surroundings.of(io).tokensInSight());
      if (Arrays.stream(arguments).anyMatch(argument -> !Sighting.in(argument).isEmpty())) {
        outgoing.complain(
            "a token stands among the arguments, where every process of the machine can read it; "
                + "put it into an environment variable, and replace the token");
        return ExitCode.INVALID;
      }
      return new CommandLineCommands(io, outgoing).run(arguments);
    } catch (RuntimeException | Error bug) {
      outgoing.bug(trace(bug));
      return ExitCode.BUG;
    }
  }

  private static String trace(Throwable bug) {
    StringWriter text = new StringWriter();
    bug.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
