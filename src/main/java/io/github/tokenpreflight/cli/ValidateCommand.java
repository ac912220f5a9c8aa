package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Report;
import io.github.tokenpreflight.requirements.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `validate`: requirements files alone, offline.
final class ValidateCommand {
  private final Io io;
  private final Console console;

  ValidateCommand(Io io, Console console) {
    this.io = io;
    this.console = console;
  }

  /// @param files none for the usual one
  ExitCode run(List<String> files) {
    RequirementsSource source = new RequirementsSource(io.directory(), false);
    List<Finding> errors = new ArrayList<>();
    List<Optional<String>> named =
        files.isEmpty() ? List.of(Optional.empty()) : files.stream().map(Optional::of).toList();
    for (Optional<String> file : named) {
      switch (source.read(file, Optional.empty())) {
        case Reading.Invalid invalid -> errors.addAll(invalid.errors());
        case Reading.Read good -> {
          errors.addAll(good.warnings());
          console.print(
              "valid: "
                  + good.requirements().file().path()
                  + " declares "
                  + Phrases.count(good.requirements().tokens().size(), "token")
                  + "\n");
        }
      }
    }
    if (errors.isEmpty()) {
      return ExitCode.DONE;
    }
    Report report = new Report(String.join(", ", files), io.clock().instant(), List.of(), errors);
    return new Voices(io, console, false, Optional.empty(), Optional.empty()).speak(report);
  }
}
