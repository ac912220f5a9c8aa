package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Report;
import io.github.tokenpreflight.requirements.Reading;
import io.github.tokenpreflight.requirements.ScopesAlone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `validate`: requirements files alone, offline.
final class ValidateCommand {
  private final Io io;
  private final Outgoing outgoing;

  ValidateCommand(Io io, Outgoing outgoing) {
    this.io = io;
    this.outgoing = outgoing;
  }

  /// @param files none for the usual one
  ExitCode run(List<String> files) {
    RequirementsSource source = new RequirementsSource(io.directory(), false);
    List<Finding> errors = new ArrayList<>();
    List<Optional<String>> named =
        files.isEmpty() ? List.of(Optional.empty()) : files.stream().map(Optional::of).toList();
    for (Optional<String> file : named) {
      RequirementsSource.Found found = source.read(file, Optional.empty());
      outgoing.hide(found.tokens(io));
      switch (found.reading()) {
        case Reading.Invalid invalid -> errors.addAll(invalid.errors());
        case Reading.Read good -> {
          errors.addAll(good.warnings());
          errors.addAll(ScopesAlone.warnings(good.requirements()));
          outgoing.print(
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
    return new Voices(io, outgoing, false, Optional.empty(), Optional.empty()).speak(report);
  }
}
