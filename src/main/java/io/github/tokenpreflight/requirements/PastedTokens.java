package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.source.Span;
import io.github.tokenpreflight.token.Sighting;
import io.github.tokenpreflight.tree.Ruler;
import java.util.Arrays;
import java.util.List;

/// Tokens that somebody wrote into the file itself, in a value, a key or a comment.
///
/// They are masked before anything else reads the text, so that no sentence or excerpt shows them.
///
/// @param masked the file with asterisks in place of each secret; nothing else moves
/// @param spans where they stand
record PastedTokens(SourceFile masked, List<Span> spans) {
  static PastedTokens in(SourceFile file) {
    List<Sighting> seen = Sighting.in(file.text());
    if (seen.isEmpty()) {
      return new PastedTokens(file, List.of());
    }
    char[] text = file.text().toCharArray();
    for (Sighting token : seen) {
      Arrays.fill(text, token.secret(), token.end(), '*');
    }
    SourceFile masked = new SourceFile(file.path(), new String(text));
    Ruler ruler = new Ruler(masked.text());
    return new PastedTokens(
        masked, seen.stream().map(token -> ruler.span(token.start(), token.end())).toList());
  }

  void refuse(Errors errors) {
    for (Span span : spans) {
      errors.alone(
          Rule.WRONG_VALUE,
          span,
          "a token itself seems to stand in the file",
          "revoke the token, and declare only the name of the variable that holds it");
    }
  }
}
