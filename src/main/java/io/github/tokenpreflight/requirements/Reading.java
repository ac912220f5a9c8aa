package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.source.SourceFile;
import java.util.List;

/// What came of reading a requirements file.
public sealed interface Reading {
  /// With what can be shown of it.
  SourceFile file();

  /// Everything that is to be said about it, in the order of the text.
  List<Finding> findings();

  /// The file says what is required.
  ///
  /// @param warnings what is odd about it, in the order of the text
  record Read(Requirements requirements, List<Finding> warnings) implements Reading {
    public Read {
      warnings = List.copyOf(warnings);
    }

    @Override
    public SourceFile file() {
      return requirements.file();
    }

    @Override
    public List<Finding> findings() {
      return warnings;
    }
  }

  /// The file is wrong, so no token is judged by it.
  ///
  /// @param file with what can be shown of it
  /// @param errors all of them, in the order of the text; each has a place
  record Invalid(SourceFile file, List<Finding> errors) implements Reading {
    public Invalid {
      errors = List.copyOf(errors);
    }

    @Override
    public List<Finding> findings() {
      return errors;
    }
  }
}
