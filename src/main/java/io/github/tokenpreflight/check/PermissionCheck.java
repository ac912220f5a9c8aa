package io.github.tokenpreflight.check;

import io.github.tokenpreflight.evidence.Grant;
import io.github.tokenpreflight.evidence.Grants;
import io.github.tokenpreflight.evidence.Kinds;
import io.github.tokenpreflight.evidence.Target;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.requirements.PermissionRequirement;
import io.github.tokenpreflight.token.TokenKind;
import java.util.ArrayList;
import java.util.List;

/// Permissions of fine-grained, app and `GITHUB_TOKEN` tokens: those that must be there and those
/// that must not, each at each place with a verdict of its own.
final class PermissionCheck implements Check {
  @Override
  public List<Finding> judge(Case matter) {
    boolean applies =
        Kinds.possible(matter.evidence()).stream().anyMatch(TokenKind::hasPermissions);
    List<Finding> findings = new ArrayList<>();
    for (PermissionRequirement requirement : matter.requirements().access().permissions()) {
      String title = "permissions." + title(requirement);
      findings.addAll(
          applies
              ? wanted(matter, requirement, title)
              : List.of(notApplicable(matter, title, requirement)));
    }
    for (PermissionRequirement requirement : matter.requirements().forbidden().permissions()) {
      String title = "forbid.permissions." + title(requirement);
      findings.addAll(
          applies
              ? forbidden(matter, requirement, title)
              : List.of(beyondScopes(matter, title, requirement)));
    }
    return findings;
  }

  private static List<Finding> wanted(
      Case matter, PermissionRequirement requirement, String title) {
    List<Target> places = matter.places().of(requirement);
    if (places.isEmpty()) {
      return List.of(nowhere(matter, Rule.MISSING_PERMISSION, title, requirement));
    }
    Grants grants = Grants.of(matter.evidence());
    List<Finding> findings = new ArrayList<>();
    for (Target place : places) {
      Grant grant =
          grants.grant(requirement.permission().value(), requirement.level().value(), place);
      Power power =
          new Power(
              Rule.MISSING_PERMISSION,
              title + " on " + place.words(),
              "`" + title(requirement) + "` on `" + place.words() + "`",
              place.words(),
              grants.rejectable(
                  requirement.permission().value(), requirement.level().value(), place));
      Finding finding =
          power.finding(matter, grant, Remedies.permission(matter, requirement, place));
      findings.add(
          causes(matter, requirement, place, grant, finding)
              .at(matter.at(requirement.permission().span())));
    }
    return findings;
  }

  private static Finding causes(
      Case matter, PermissionRequirement requirement, Target place, Grant grant, Finding finding) {
    Finding told =
        requirement.why().map(why -> finding.why("wanted because: " + why)).orElse(finding);
    return grant instanceof Grant.Lacking
        ? FourCauses.of(matter, place, grant).map(text -> told.seen(text)).orElse(told)
        : told;
  }

  /// Only a refusal proves that a permission is not there; only a success that it is.
  private static List<Finding> forbidden(
      Case matter, PermissionRequirement requirement, String title) {
    List<Target> places = matter.places().of(requirement);
    if (places.isEmpty()) {
      return List.of(nowhere(matter, Rule.FORBIDDEN_PERMISSION, title, requirement));
    }
    Grants grants = Grants.of(matter.evidence());
    return places.stream()
        .map(place ->
            forbidden(
                    title + " on " + place.words(),
                    "`" + title(requirement) + "` on `" + place.words() + "`",
                    grants.grant(
                        requirement.permission().value(), requirement.level().value(), place))
                .at(matter.at(requirement.permission().span())))
        .toList();
  }

  private static Finding forbidden(String requirement, String words, Grant grant) {
    Finding finding =
        switch (grant) {
          case Grant.Held held ->
              Finding.of(
                      Rule.FORBIDDEN_PERMISSION,
                      Verdict.UNMET,
                      requirement,
                      "the token has " + words + ", which is forbidden")
                  .seen(held.words())
                  .help("take the permission off the token");
          case Grant.Lacking lacking
              when lacking.cause() == Grant.Cause.GRANT || lacking.cause() == Grant.Cause.KIND ->
              Finding.of(
                      Rule.FORBIDDEN_PERMISSION,
                      Verdict.MET,
                      requirement,
                      "the token lacks " + words)
                  .seen(lacking.words());
          case Grant.Unanswered open ->
              Finding.of(
                      Rule.FORBIDDEN_PERMISSION,
                      Verdict.INCONCLUSIVE,
                      requirement,
                      "could not check that the token lacks " + words)
                  .seen(open.words());
          default ->
              Finding.of(
                      Rule.FORBIDDEN_PERMISSION,
                      Verdict.UNPROVEN,
                      requirement,
                      "could not prove that the token lacks " + words)
                  .seen(grant.words());
        };
    return finding.proof(Proofs.of(grant.by()));
  }

  private static Finding notApplicable(
      Case matter, String title, PermissionRequirement requirement) {
    return Finding.of(
            Rule.MISSING_PERMISSION,
            Verdict.NOT_APPLICABLE,
            title,
            "a token of this kind has scopes, not permissions")
        .at(matter.at(requirement.permission().span()));
  }

  /// A token with scopes may well be able to do what is forbidden: green would protect from
  /// nothing.
  private static Finding beyondScopes(
      Case matter, String title, PermissionRequirement requirement) {
    return Finding.of(
            Rule.FORBIDDEN_PERMISSION,
            Verdict.UNPROVEN,
            title,
            "a token of this kind has scopes, which may allow what is forbidden")
        .at(matter.at(requirement.permission().span()))
        .help("forbid scopes as well, or allow only kinds that have permissions");
  }

  private static Finding nowhere(
      Case matter, Rule rule, String title, PermissionRequirement requirement) {
    return Finding.of(
            rule,
            Verdict.UNPROVEN,
            title,
            "nothing says where `" + title(requirement) + "` is wanted")
        .at(matter.at(requirement.permission().span()))
        .help("declare `repositories` or `organizations`, or name repositories with `on`");
  }

  private static String title(PermissionRequirement requirement) {
    return requirement.permission().value().name() + ": " + requirement.level().value().wireName();
  }
}
