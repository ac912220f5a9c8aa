package io.github.tokenpreflight.check;

import io.github.tokenpreflight.evidence.Grant;
import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.ProbeLevel;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A requirement about what a token can do, and how the answer to it is told.
///
/// @param rule what is broken when the power itself is missing
/// @param requirement in the words of the requirements file
/// @param words the power in a sentence: "the token has WORDS"
/// @param place the repository or organization it is about
/// @param probe whether a request that must be rejected could prove it
record Power(Rule rule, String requirement, String words, String place, boolean probe) {
  /// The finding for a grant.
  ///
  /// @param help how to mend it when the power itself is missing
  Finding finding(Case matter, Grant grant, List<String> help) {
    Finding finding =
        switch (grant) {
          case Grant.Held held ->
              Finding.of(rule, Verdict.MET, requirement, "the token has " + words)
                  .seen(held.words());
          case Grant.Lacking lacking -> lacking(lacking, help);
          case Grant.Open open ->
              Finding.of(rule, Verdict.UNPROVEN, requirement, "could not prove " + words)
                  .seen(open.words())
                  .help(advice(matter.evidence().setting().probes()));
          case Grant.Unanswered unanswered ->
              Finding.of(rule, Verdict.INCONCLUSIVE, requirement, "could not check " + words)
                  .seen(unanswered.words())
                  .help("run the job again");
        };
    return finding.proof(Proofs.of(grant.by()));
  }

  private Finding lacking(Grant.Lacking lacking, List<String> help) {
    Optional<Refusal> policy =
        lacking.by().stream()
            .filter(Answer.Refused.class::isInstance)
            .map(answer -> ((Answer.Refused) answer).refusal())
            .filter(refusal -> refusal.meaning().policy())
            .findFirst();
    if (lacking.cause() == Cause.POLICY && policy.isPresent()) {
      return Policies.refused(requirement, policy.get()).seen(lacking.words());
    }
    Finding finding =
        switch (lacking.cause()) {
          case REACH ->
              unmet(
                  Rule.REPOSITORY_OUT_OF_REACH,
                  "`" + place + "` is not there, or hidden from the token");
          case STATE -> unmet(rule, "nobody has " + words + " now");
          case ROLE -> unmet(Rule.MISSING_ROLE, "the user behind the token lacks " + words);
          case GRANT_OR_ROLE -> unmet(rule, "the token or the user behind it lacks " + words);
          case GRANT, KIND, POLICY -> unmet(rule, "the token lacks " + words);
        };
    return finding.seen(lacking.words()).help(help(lacking.cause(), help));
  }

  private String[] help(Cause cause, List<String> help) {
    return switch (cause) {
      case ROLE -> new String[] {roleHelp()};
      case GRANT_OR_ROLE ->
          Stream.concat(help.stream(), Stream.of(roleHelp())).toArray(String[]::new);
      case STATE -> new String[] {"unarchive `" + place + "`, or leave the requirement out"};
      default -> help.toArray(String[]::new);
    };
  }

  private String roleHelp() {
    return "give the user behind the token the role in `"
        + place
        + "`, or use a token of a user who has it";
  }

  private Finding unmet(Rule broken, String message) {
    return Finding.of(broken, Verdict.UNMET, requirement, message);
  }

  private String advice(ProbeLevel level) {
    if (level == ProbeLevel.HEADERS) {
      return "use `probes: read`, which asks harmless questions";
    }
    return level == ProbeLevel.READ && probe
        ? "set `probes: writes`, which proves it by a request that GitHub must reject, or accept it with `unproven: ignore`"
        : "accept it with `unproven: ignore`, or leave the requirement out";
  }
}
