package io.github.tokenpreflight.check;

import io.github.tokenpreflight.evidence.Evidence;
import io.github.tokenpreflight.evidence.Plan;
import io.github.tokenpreflight.evidence.Standing;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.requirements.OrganizationRequirement;
import io.github.tokenpreflight.requirements.TokenRequirements;
import io.github.tokenpreflight.source.Place;
import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.source.Span;
import java.util.Optional;

/// What is required of one token and what was learned about it.
public record Case(SourceFile file, TokenRequirements requirements, Plan plan, Evidence evidence) {
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

  /// The answer about a required membership; absent when it was not asked.
  Optional<Answer> membership(OrganizationRequirement requirement) {
    return plan.memberships().stream()
        .filter(membership -> membership.requirement().equals(requirement))
        .findFirst()
        .flatMap(membership -> evidence.to(membership.question()));
  }

  Standing standing() {
    return evidence.standing();
  }

  /// Where the token itself is declared, for findings that no single requirement explains.
  Place atToken() {
    return at(requirements.name().span());
  }
}
