package io.github.tokenpreflight.check;

import io.github.tokenpreflight.evidence.Evidence;
import io.github.tokenpreflight.evidence.Places;
import io.github.tokenpreflight.evidence.Questions;
import io.github.tokenpreflight.evidence.Standing;
import io.github.tokenpreflight.requirements.TokenRequirements;
import io.github.tokenpreflight.source.Place;
import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.source.Span;

/// What is required of one token and what was learned about it.
public record Case(SourceFile file, TokenRequirements requirements, Evidence evidence) {
  /// The place of a requirement.
  Place at(Span span) {
    return file.at(span);
  }

  /// A requirement as it was written.
  String written(Span span) {
    return file.line(span.line())
        .filter(line -> line.length() >= span.endColumn())
        .map(line -> line.substring(span.column() - 1, span.endColumn()))
        .orElse("");
  }

  Questions questions() {
    return evidence.questions();
  }

  /// Where requirements apply that do not say it themselves.
  Places places() {
    return Places.of(requirements, evidence.setting());
  }

  Standing standing() {
    return Standing.of(evidence);
  }

  /// Where the token itself is declared, for findings that no single requirement explains.
  Place atToken() {
    return at(requirements.name().span());
  }
}
