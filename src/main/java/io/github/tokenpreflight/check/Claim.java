package io.github.tokenpreflight.check;

import io.github.tokenpreflight.evidence.Grant;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Statement;
import io.github.tokenpreflight.finding.Verdict;
import java.util.function.Function;
import java.util.function.Supplier;

/// What a requirement claims of a token, and the one translation of a grant to the finding about
/// it.
///
/// @param rule what is broken when the claim is refuted
/// @param requirement in the words of the requirements file
/// @param met the claim as a sentence
/// @param doubted the claim as what is said of "could not prove"
record Claim(Rule rule, String requirement, Statement met, Function<String, Statement> doubted) {
  /// The finding for a grant.
  ///
  /// @param refuted the finding where the grant refutes the claim
  /// @param advice what to do where nothing proves it
  Finding finding(Grant grant, Function<Grant.Lacking, Finding> refuted, Supplier<String> advice) {
    Finding finding =
        switch (grant) {
          case Grant.Held _ -> of(Verdict.MET, met).seen(grant.words());
          case Grant.Lacking lacking -> refuted.apply(lacking);
          case Grant.Unprovable _ -> unproven(grant, advice).structural();
          case Grant.Ambiguous _ -> unproven(grant, advice);
          case Grant.Unanswered _ ->
              of(Verdict.INCONCLUSIVE, doubted.apply("could not check"))
                  .seen(grant.words())
                  .help("run the job again");
        };
    return finding.proof(Proofs.of(grant.by()));
  }

  private Finding unproven(Grant grant, Supplier<String> advice) {
    return of(Verdict.UNPROVEN, doubted.apply("could not prove"))
        .seen(grant.words())
        .help(advice.get());
  }

  private Finding of(Verdict verdict, Statement statement) {
    return Finding.of(rule, verdict, requirement, statement);
  }
}
