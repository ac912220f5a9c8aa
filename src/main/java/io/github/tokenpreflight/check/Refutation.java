package io.github.tokenpreflight.check;

import io.github.tokenpreflight.evidence.Grant;
import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A required power that the token lacks, told by what is missing.
///
/// @param rule what is broken when the power itself is missing
/// @param requirement in the words of the requirements file
/// @param words the power in a sentence: "the token lacks WORDS"
/// @param place the repository or organization it is about
record Refutation(Rule rule, String requirement, String words, String place) {
  /// @param help how to mend it when the power itself is missing
  Finding of(Grant.Lacking lacking, List<String> help) {
    Optional<Refusal> policy =
        lacking.by().stream()
            .filter(Answer.Refused.class::isInstance)
            .map(answer -> ((Answer.Refused) answer).refusal())
            .filter(refusal -> refusal.meaning().policy())
            .findFirst();
    if (lacking.cause() == Cause.POLICY && policy.isPresent()) {
      return Policies.refused(requirement, policy.get()).seen(lacking.words());
    }
    return told(lacking)
        .seen(lacking.words())
        .help(
            lacking.causes().stream()
                .sorted()
                .flatMap(cause -> help(cause, help))
                .distinct()
                .toArray(String[]::new));
  }

  private Finding told(Grant.Lacking lacking) {
    boolean both = lacking.has(Cause.GRANT) && lacking.has(Cause.ROLE);
    return switch (lacking.cause()) {
      case REACH ->
          unmet(
              Rule.REPOSITORY_OUT_OF_REACH,
              "`" + place + "` is not there, or hidden from the token");
      case STATE -> unmet(rule, "nobody has " + words + " now");
      case ROLE -> unmet(Rule.MISSING_ROLE, "the user behind the token lacks " + words);
      case GRANT_OR_ROLE -> unmet(rule, "the token or the user behind it lacks " + words);
      case GRANT, KIND, POLICY ->
          unmet(
              rule, (both ? "the token and the user behind it lack " : "the token lacks ") + words);
    };
  }

  private Stream<String> help(Cause cause, List<String> help) {
    String role =
        "give the user behind the token the role in `"
            + place
            + "`, or use a token of a user who has it";
    return switch (cause) {
      case ROLE -> Stream.of(role);
      case GRANT_OR_ROLE -> Stream.concat(help.stream(), Stream.of(role));
      case STATE -> Stream.of("unarchive `" + place + "`, or leave the requirement out");
      case KIND, REACH, POLICY, GRANT -> help.stream();
    };
  }

  private Finding unmet(Rule broken, String message) {
    return Finding.of(broken, Verdict.UNMET, requirement, message);
  }
}
