package io.github.tokenpreflight.check;

import io.github.tokenpreflight.evidence.Grant;
import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.Wanted;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Statement;
import io.github.tokenpreflight.requirements.RepositoryRequirement;
import io.github.tokenpreflight.token.TokenKind;
import java.util.List;
import java.util.function.Function;

/// Is each declared repository in reach, with the role that is declared?
final class RepositoryCheck implements Check {
  @Override
  public List<Finding> judge(Case matter) {
    return matter.plan().repositories().stream().map(wanted -> judge(matter, wanted)).toList();
  }

  private static Finding judge(Case matter, Wanted<RepositoryRequirement> wanted) {
    RepositoryRequirement requirement = wanted.requirement();
    String name = requirement.repository().value().toString();
    String role = requirement.role().value().word();
    String title = "repositories." + name + ": " + role;
    Function<String, Statement> says = lead -> Statement.of(lead, lead, role, name);
    Grant grant = wanted.inquiry().grant(matter.evidence());
    Finding finding =
        new Claim(Rule.MISSING_ROLE, title, says.apply("the token has"), says)
            .finding(
                grant,
                lacking ->
                    new Refutation(rule(matter, lacking), title, says, name)
                        .of(
                            lacking,
                            lacking.has(Cause.REACH)
                                ? Remedies.reach(matter, requirement.repository().value())
                                : Remedies.role(matter, requirement)),
                () -> Advice.of(matter, wanted::inquiry))
            .at(matter.at(requirement.role().span()));
    return FourCauses.of(matter, wanted.place(), grant)
        .map(text -> finding.seen(text))
        .orElse(finding);
  }

  /// Of a token with permissions it is the permission that is missing, not the role of a user.
  private static Rule rule(Case matter, Grant.Lacking lacking) {
    return lacking.cause() == Cause.GRANT
            && matter.evidence().kinds().stream().noneMatch(TokenKind::hasScopes)
        ? Rule.MISSING_PERMISSION
        : Rule.MISSING_ROLE;
  }
}
