package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.tree.Ruler;

/// Expressions of workflows that somebody wrote into the requirements, where nobody evaluates them.
final class Expressions {
  private static final String START = "${{";

  private Expressions() {}

  /// Refuses each, but for those in lines that are comments as a whole.
  static void refuse(SourceFile file, Errors errors) {
    String text = file.text();
    int at = text.indexOf(START);
    if (at < 0) {
      return;
    }
    Ruler ruler = new Ruler(text);
    for (; at >= 0; at = text.indexOf(START, at + START.length())) {
      int line = text.lastIndexOf('\n', at) + 1;
      if (!text.substring(line, at).stripLeading().startsWith("#")) {
        int close = text.indexOf("}}", at);
        errors.alone(
            Rule.WRONG_VALUE,
            ruler.span(at, close < 0 ? at + START.length() : close + 2),
            "an expression stands in the file, where nobody evaluates it",
            "write the value itself; a token is declared by the name of its variable alone");
      }
    }
  }
}
