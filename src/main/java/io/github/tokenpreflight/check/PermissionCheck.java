package io.github.tokenpreflight.check;

import io.github.tokenpreflight.evidence.Grant;
import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.Inquiries;
import io.github.tokenpreflight.evidence.Inquiry;
import io.github.tokenpreflight.evidence.Target;
import io.github.tokenpreflight.evidence.Wanted;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Statement;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.requirements.PermissionRequirement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// What permissions open: what the token must be able to do of it and what it must not, each at
/// each place with a verdict of its own, whatever the kind of the token.
final class PermissionCheck implements Check {
  @Override
  public List<Finding> judge(Case matter) {
    List<Finding> findings = new ArrayList<>();
    for (PermissionRequirement requirement : matter.requirements().access().permissions()) {
      String title = "permissions." + title(requirement);
      List<Finding> there =
          of(requirement, matter.plan().permissions())
              .map(wanted -> wanted(matter, wanted, title))
              .toList();
      findings.addAll(
          there.isEmpty()
              ? List.of(nowhere(matter, Rule.MISSING_PERMISSION, title, requirement))
              : there);
    }
    for (PermissionRequirement requirement : matter.requirements().forbidden().permissions()) {
      String title = "forbid.permissions." + title(requirement);
      List<Finding> there =
          of(requirement, matter.plan().forbidden())
              .map(wanted -> forbidden(matter, wanted, title))
              .toList();
      findings.addAll(
          there.isEmpty()
              ? List.of(nowhere(matter, Rule.FORBIDDEN_PERMISSION, title, requirement))
              : there);
    }
    return findings;
  }

  private static Stream<Wanted<PermissionRequirement>> of(
      PermissionRequirement requirement, List<Wanted<PermissionRequirement>> planned) {
    return planned.stream().filter(wanted -> wanted.requirement().equals(requirement));
  }

  private static Finding wanted(Case matter, Wanted<PermissionRequirement> wanted, String title) {
    PermissionRequirement requirement = wanted.requirement();
    Target place = wanted.place();
    String there = title + " on " + place.words();
    Function<String, Statement> says =
        lead -> Statement.of(lead, lead, title(requirement), place.words());
    Grant grant = wanted.inquiry().grant(matter.evidence());
    Finding finding =
        new Claim(Rule.MISSING_PERMISSION, there, says.apply("the token has"), says)
            .finding(
                grant,
                lacking ->
                    new Refutation(Rule.MISSING_PERMISSION, there, says, place.words())
                        .of(lacking, Remedies.permission(matter, requirement, place)),
                () -> Advice.of(matter, () -> withWrites(matter, wanted)));
    Finding told =
        requirement.why().map(why -> finding.why("wanted because: " + why)).orElse(finding);
    return FourCauses.of(matter, place, grant)
        .map(text -> told.seen(text))
        .orElse(told)
        .at(matter.at(requirement.permission().span()));
  }

  /// Only a refusal proves that a permission is not there; only a success that it is.
  private static Finding forbidden(
      Case matter, Wanted<PermissionRequirement> wanted, String title) {
    String words = words(wanted);
    String there = title + " on " + wanted.place().words();
    return new Claim(
            Rule.FORBIDDEN_PERMISSION,
            there,
            Statement.of("the token lacks " + words),
            lead -> Statement.of(lead + " that the token lacks " + words))
        .finding(
            denied(wanted.inquiry().grant(matter.evidence())),
            lacking ->
                Finding.of(
                        Rule.FORBIDDEN_PERMISSION,
                        Verdict.UNMET,
                        there,
                        "the token has " + words + ", which is forbidden")
                    .seen(lacking.words())
                    .help("take the permission off the token"),
            () -> Advice.of(matter, () -> withWrites(matter, wanted)))
        .at(matter.at(wanted.requirement().permission().span()));
  }

  /// The grant of not having it. That a role, a policy or a state keeps the token from using it
  /// does not take it off the token.
  private static Grant denied(Grant grant) {
    return switch (grant) {
      case Grant.Held(var words, var by) -> new Grant.Lacking(words, Cause.GRANT, by);
      case Grant.Lacking lacking when lacking.has(Cause.GRANT) || lacking.has(Cause.KIND) ->
          new Grant.Held(lacking.words(), lacking.by());
      case Grant.Lacking lacking -> new Grant.Ambiguous(lacking.words(), lacking.by());
      default -> grant;
    };
  }

  private static Inquiry withWrites(Case matter, Wanted<PermissionRequirement> wanted) {
    return new Inquiries(matter.evidence().kinds(), matter.evidence().setting().withWrites())
        .permission(
            wanted.requirement().permission().value(),
            wanted.requirement().level().value(),
            wanted.place());
  }

  private static String words(Wanted<PermissionRequirement> wanted) {
    return "`" + title(wanted.requirement()) + "` on `" + wanted.place().words() + "`";
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
