package io.github.tokenpreflight.check;

import io.github.tokenpreflight.evidence.Call;
import io.github.tokenpreflight.evidence.Grant;
import io.github.tokenpreflight.evidence.Wanted;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Remedy;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Statement;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.requirements.EndpointRequirement;
import java.util.ArrayList;
import java.util.List;

/// Would each declared call be let through?
final class EndpointCheck implements Check {
  @Override
  public List<Finding> judge(Case matter) {
    List<Finding> findings = new ArrayList<>();
    for (EndpointRequirement requirement : matter.requirements().access().endpoints()) {
      List<Wanted<Call>> there =
          matter.plan().calls().stream()
              .filter(wanted -> wanted.requirement().requirement().equals(requirement))
              .toList();
      if (there.isEmpty()) {
        findings.add(nowhere(matter, requirement));
      }
      there.forEach(
          wanted -> findings.add(judge(matter, wanted).at(matter.at(requirement.span()))));
    }
    return findings;
  }

  /// The message names the cause and not the call, so that calls with one cause become one finding.
  private static Finding judge(Case matter, Wanted<Call> wanted) {
    String line = "`" + wanted.requirement().line() + "`";
    Claim claim =
        new Claim(
            Rule.UNUSABLE_ENDPOINT,
            "endpoints: " + wanted.requirement().line(),
            Statement.of(line + " would go through"),
            lead -> Statement.of(lead + " that " + line + " would go through"));
    return claim.finding(
        wanted.inquiry().grant(matter.evidence()),
        lacking -> refuted(matter, wanted, lacking),
        () -> Advice.of(matter, wanted::inquiry));
  }

  private static Finding refuted(Case matter, Wanted<Call> wanted, Grant.Lacking lacking) {
    Call call = wanted.requirement();
    String requirement = "endpoints: " + call.line();
    return lacking.cause() == Grant.Cause.GRANT || lacking.cause() == Grant.Cause.KIND
        ? Finding.of(
                Rule.UNUSABLE_ENDPOINT,
                Verdict.UNMET,
                requirement,
                "a declared call on `" + call.target().words() + "` would be refused")
            .seen(lacking.words())
            .help(Remedies.call(matter, call))
        : new Refutation(
                Rule.UNUSABLE_ENDPOINT,
                requirement,
                lead ->
                    Statement.of(
                        lead + " what is needed for",
                        lead + " what is needed for",
                        call.line(),
                        ""),
                call.target().words())
            .of(lacking, List.of(Remedy.step("check the name, and give the token access to it")));
  }

  private static Finding nowhere(Case matter, EndpointRequirement requirement) {
    return Finding.of(
            Rule.UNUSABLE_ENDPOINT,
            Verdict.UNPROVEN,
            "endpoints: " + requirement.line(),
            "nothing says where `" + requirement.line() + "` is called")
        .at(matter.at(requirement.span()))
        .help("declare `repositories` or `organizations`, or write the call with their names");
  }
}
