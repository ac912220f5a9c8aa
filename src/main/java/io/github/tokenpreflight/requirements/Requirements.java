package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.source.SourceFile;
import java.util.List;

/// A requirements file, read and typed.
public record Requirements(SourceFile file, List<TokenRequirements> tokens) {
  public Requirements {
    tokens = List.copyOf(tokens);
  }
}
