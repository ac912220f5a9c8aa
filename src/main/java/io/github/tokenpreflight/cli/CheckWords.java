package io.github.tokenpreflight.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The words of `check`: the inputs of the action, but for those that hold a token.
@Command(
    name = "check",
    description = "Checks the tokens in the environment against the requirements file.")
final class CheckWords extends CommandLineCommands.Words {
  @Option(
      names = "--token-stdin",
      paramLabel = "NAME",
      description = "Read the token declared as NAME from standard input.")
  @Nullable String stdin;

  CheckWords(Io io, Outgoing outgoing) {
    super(io, outgoing);
  }

  @Override
  ExitCode run(Io io, Function<String, Optional<String>> given) {
    Optional<String> name = Optional.ofNullable(stdin).filter(text -> !text.isBlank());
    Optional<String> token = Optional.ofNullable(stdin).map(_ -> StandardInput.text(io));
    return new CheckCommand(io, outgoing)
        .run(
            input ->
                switch (input) {
                  case "name" -> name;
                  case "token" -> token;
                  default -> given.apply(input);
                },
            List.of());
  }
}
