package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.runner.Input;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Inputs of the action as options of a command, with the same names and the same words.
final class InputOptions {
  private InputOptions() {}

  /// All inputs that are options too.
  static List<Input> all() {
    return Arrays.stream(Input.values()).filter(input -> !input.label().isEmpty()).toList();
  }

  /// A command with an option for each of the inputs besides its own.
  static CommandLine command(List<Input> inputs, CommandLineCommands.Words words) {
    CommandLine command = new CommandLine(words);
    for (Input input : inputs) {
      command
          .getCommandSpec()
          .addOption(
              OptionSpec.builder("--" + input.word())
                  .paramLabel(input.label())
                  .type(String.class)
                  .description(input.description().replace("`", "").replace("%", "%%"))
                  .build());
    }
    return command;
  }

  /// The text of an option by the name of its input. Empty is absent.
  static Function<String, Optional<String>> given(CommandSpec spec) {
    return name ->
        Optional.ofNullable(spec.findOption("--" + name))
            .flatMap(option -> Optional.<String>ofNullable(option.getValue()))
            .filter(text -> !text.isBlank());
  }
}
