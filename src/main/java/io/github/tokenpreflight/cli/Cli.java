package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.token.Token;
import io.github.tokenpreflight.token.TokenForm;
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
    Console console = new Console(io);
    try {
      if (arguments.length == 0 && io.inJob()) {
        return new CheckCommand(io, console).runAsAction();
      }
      if (Arrays.stream(arguments).anyMatch(Cli::isToken)) {
        console.complain(
            "a token stands among the arguments, where every process of the machine can read it; "
                + "put it into an environment variable, and replace the token");
        return ExitCode.FAULTY;
      }
      return new CommandLineCommands(io, console).run(arguments);
    } catch (RuntimeException bug) {
      console.bug(trace(bug));
      return ExitCode.BUG;
    } finally {
      console.flush();
    }
  }

  private static boolean isToken(String argument) {
    return Token.of(argument)
        .map(Token::form)
        .filter(form -> form != TokenForm.OTHER && form != TokenForm.LEGACY)
        .isPresent();
  }

  private static String trace(Throwable bug) {
    StringWriter text = new StringWriter();
    bug.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
