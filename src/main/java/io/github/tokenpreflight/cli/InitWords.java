package io.github.tokenpreflight.cli;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The words of `init`.
@Command(
    name = "init",
    description =
        "Writes a first requirements file from the workflows of this checkout, offline, with the reason of each line.")
final class InitWords extends CommandLineCommands.Words {
  @Option(names = "--stdout", description = "Print the file in place of writing it.")
  boolean stdout;

  @Option(names = "--diff", description = "Show how it differs from the file that is there.")
  boolean diff;

  @Option(names = "--force", description = "Overwrite the file that is there.")
  boolean force;

  @Option(
      names = "--from-log",
      paramLabel = "FILE",
      description =
          "Read the refused calls of a job's log, or of `gh api --verbose`, in place of the workflows.")
  @Nullable String log;

  InitWords(Io io, Outgoing outgoing) {
    super(io, outgoing);
  }

  @Override
  ExitCode run(Io io, Function<String, Optional<String>> given) {
    InitCommand.Way way =
        stdout
            ? InitCommand.Way.PRINT
            : diff
                ? InitCommand.Way.COMPARE
                : force ? InitCommand.Way.OVERWRITE : InitCommand.Way.WRITE;
    return new InitCommand(io, outgoing).run(way, Optional.ofNullable(log));
  }
}
