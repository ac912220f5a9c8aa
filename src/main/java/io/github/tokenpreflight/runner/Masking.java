package io.github.tokenpreflight.runner;

import io.github.tokenpreflight.redact.Disguises;
import io.github.tokenpreflight.token.Token;
import java.util.Collection;
import java.util.List;

/// The mask commands, which must be written and flushed before any other line.
public final class Masking {
  private Masking() {}

  /// One line for each text that the runner must hide; none twice.
  public static List<String> lines(Collection<Token> tokens) {
    return tokens.stream()
        .flatMap(token -> Disguises.of(token).maskable().stream())
        .distinct()
        .map(text -> WorkflowCommand.addMask(text).line())
        .toList();
  }
}
