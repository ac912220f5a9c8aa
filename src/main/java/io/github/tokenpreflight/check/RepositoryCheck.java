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
    return matter.wishes().access().repositories().stream()
        .map(wish -> judge(matter, wish))
        .toList();
  }

  private static Finding judge(Case matter, RepositoryRequirement wish) {
    String name = wish.repository().value().toString();
    String role = wish.role().value().word();
    Grant grant =
        Access.of(matter.evidence()).grant(wish.repository().value(), wish.role().value());
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
        power.finding(matter, grant, Remedies.role(matter, wish)).at(matter.at(wish.role().span()));
    return FourCauses.of(matter, new Target.Repository(wish.repository().value()), grant)
        .map(text -> finding.seen(text))
        .orElse(finding);
  }
}
