package io.github.tokenpreflight.suggest;

import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.tools.Needs;
import io.github.tokenpreflight.tools.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Needs in words.
final class Telling {
  private Telling() {}

  static String of(Tool.Case one) {
    List<String> parts = new ArrayList<>();
    String needs = of(one.needs());
    if (!needs.isEmpty()) {
      parts.add((one.instead() ? "only " : "also ") + needs);
    }
    if (!one.note().isEmpty()) {
      parts.add(one.note());
    }
    return String.join("; ", parts);
  }

  static String of(Needs needs) {
    List<String> parts = new ArrayList<>();
    if (!needs.permissions().isEmpty()) {
      parts.add(levels(needs.permissions()));
    } else if (!needs.job().isEmpty()) {
      parts.add(levels(needs.job()));
    }
    if (!needs.scopes().isEmpty()) {
      parts.add(
          (parts.isEmpty() ? "classic " : "or classic ")
              + needs.scopes().stream()
                  .map(set -> String.join(" with ", set))
                  .collect(Collectors.joining(" or ")));
    }
    return String.join(" ", parts);
  }

  static String levels(Map<String, Level> levels) {
    return levels.entrySet().stream()
        .map(one -> one.getKey() + ": " + one.getValue().wireName())
        .collect(Collectors.joining(", "));
  }
}
