package io.github.tokenpreflight.runner;

import io.github.tokenpreflight.redact.Disguises;
import java.util.Collection;
import java.util.List;

/// The mask commands, which must be written and flushed before any other line.
public final class Masking {
  private Masking() {}

  /// One line for each text that the runner must hide; none twice.
  public static List<String> lines(Collection<Disguises> tokens) {
    return tokens.stream()
        .flatMap(token -> token.maskable().stream())
        .distinct()
        .map(text -> WorkflowCommand.addMask(text).line())
        .toList();
  }
}
