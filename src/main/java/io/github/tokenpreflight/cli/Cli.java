package io.github.tokenpreflight.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.regex.Pattern;

/// Runs one command. The one place that catches everything.
public final class Cli {
  /// A token wherever it stands in an argument, or most of one: no name or path looks like that.
  private static final Pattern TOKEN =
      Pattern.compile("(gh[oprsu]_|github_pat_)(?=(\\w*\\d){3})\\w{16}");

  private final Io io;

  public Cli(Io io) {
    this.io = io;
  }

  /// The whole program but for the exit.
  ///
  /// Without arguments in a job it is the action; otherwise the arguments say what to do.
  public ExitCode run(String... arguments) {
    Console console = new Console(io);
    try {
      if (arguments.length == 0 && io.inJob()) {
        return new CheckCommand(io, console).runAsAction();
      }
      console.hide(Surroundings.of(io).tokensInSight());
      if (Arrays.stream(arguments).anyMatch(argument -> TOKEN.matcher(argument).find())) {
        console.complain(
            "a token stands among the arguments, where every process of the machine can read it; "
                + "put it into an environment variable, and replace the token");
        return ExitCode.INVALID;
      }
      return new CommandLineCommands(io, console).run(arguments);
    } catch (RuntimeException | Error bug) {
      console.bug(trace(bug));
      return ExitCode.BUG;
    } finally {
      console.flush();
    }
  }

  private static String trace(Throwable bug) {
    StringWriter text = new StringWriter();
    bug.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
