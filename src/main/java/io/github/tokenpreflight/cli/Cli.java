package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.token.Sighting;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;

/// Runs one command. The one place that catches everything.
public final class Cli {
  private final Io io;

  public Cli(Io io) {
    this.io = io;
  }

  /// The whole program but for the exit.
  ///
  /// Without arguments in a job it is the action; otherwise the arguments say what to do.
  public ExitCode run(String... arguments) {
    Outgoing outgoing = new Outgoing(io);
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
    } finally {
      outgoing.flush();
    }
  }

  private static String trace(Throwable bug) {
    StringWriter text = new StringWriter();
    bug.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
