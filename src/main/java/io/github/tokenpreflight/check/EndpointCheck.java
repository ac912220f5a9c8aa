package io.github.tokenpreflight.check;

import io.github.tokenpreflight.evidence.Call;
import io.github.tokenpreflight.evidence.Calls;
import io.github.tokenpreflight.evidence.Grant;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.requirements.EndpointRequirement;
import java.util.ArrayList;
import java.util.List;

/// Would each declared call be let through?
final class EndpointCheck implements Check {
  @Override
  public List<Finding> judge(Case matter) {
    Calls calls = Calls.of(matter.evidence());
    List<Finding> findings = new ArrayList<>();
    for (EndpointRequirement requirement : matter.requirements().access().endpoints()) {
      List<Call> there = Call.of(requirement, matter.places());
      if (there.isEmpty()) {
        findings.add(nowhere(matter, requirement));
      }
      for (Call call : there) {
        findings.add(judge(matter, call, calls.grant(call)).at(matter.at(requirement.span())));
      }
    }
    return findings;
  }

  /// The message names the cause and not the call, so that calls with one cause become one finding.
  private static Finding judge(Case matter, Call call, Grant grant) {
    String requirement = "endpoints: " + call.line();
    Finding finding =
        switch (grant) {
          case Grant.Held held ->
              Finding.of(
                      Rule.UNUSABLE_ENDPOINT,
                      Verdict.MET,
                      requirement,
                      "`" + call.line() + "` would go through")
                  .seen(held.words());
          case Grant.Lacking lacking -> lacking(matter, call, requirement, lacking);
          case Grant.Open open ->
              Finding.of(
                      Rule.UNUSABLE_ENDPOINT,
                      Verdict.UNPROVEN,
                      requirement,
                      "could not prove that `" + call.line() + "` would go through")
                  .seen(open.words());
          case Grant.Unanswered unanswered ->
              Finding.of(
                      Rule.UNUSABLE_ENDPOINT,
                      Verdict.INCONCLUSIVE,
                      requirement,
                      "could not check `" + call.line() + "`")
                  .seen(unanswered.words())
                  .help("run the job again");
        };
    return finding.proof(Proofs.of(grant.by()));
  }

  private static Finding lacking(
      Case matter, Call call, String requirement, Grant.Lacking lacking) {
    if (lacking.cause() == Grant.Cause.GRANT || lacking.cause() == Grant.Cause.KIND) {
      return Finding.of(
              Rule.UNUSABLE_ENDPOINT,
              Verdict.UNMET,
              requirement,
              "a declared call on `" + call.target().words() + "` would be refused")
          .seen(lacking.words())
          .help(Remedies.call(matter, call));
    }
    return new Power(
            Rule.UNUSABLE_ENDPOINT,
            requirement,
            "what `" + call.line() + "` needs",
            call.target().words(),
            false)
        .finding(matter, lacking, List.of("check the name, and give the token access to it"));
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
