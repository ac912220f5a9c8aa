package io.github.tokenpreflight.check;

import io.github.tokenpreflight.evidence.Access;
import io.github.tokenpreflight.evidence.Grant;
import io.github.tokenpreflight.evidence.Kinds;
import io.github.tokenpreflight.evidence.Target;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.requirements.RepositoryRequirement;
import io.github.tokenpreflight.token.TokenKind;
import java.util.List;

/// Is each declared repository in reach, with the role that is declared?
final class RepositoryCheck implements Check {
  @Override
  public List<Finding> judge(Case matter) {
    return matter.requirements().access().repositories().stream()
        .map(requirement -> judge(matter, requirement))
        .toList();
  }

  private static Finding judge(Case matter, RepositoryRequirement requirement) {
    String name = requirement.repository().value().toString();
    String role = requirement.role().value().word();
    Grant grant =
        Access.of(matter.evidence())
            .grant(requirement.repository().value(), requirement.role().value());
    // Of a token with permissions it is the permission that is missing, not the role of a user.
    boolean permission =
        grant instanceof Grant.Lacking lacking
            && lacking.cause() == Grant.Cause.GRANT
            && Kinds.possible(matter.evidence()).stream().noneMatch(TokenKind::hasScopes);
    Power power =
        new Power(
            permission ? Rule.MISSING_PERMISSION : Rule.MISSING_ROLE,
            "repositories." + name + ": " + role,
            "`" + role + "` on `" + name + "`",
            name,
            false);
    Finding finding =
        power
            .finding(matter, grant, Remedies.role(matter, requirement))
            .at(matter.at(requirement.role().span()));
    return FourCauses.of(matter, new Target.Repository(requirement.repository().value()), grant)
        .map(text -> finding.seen(text))
        .orElse(finding);
  }
}
