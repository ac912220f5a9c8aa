package io.github.tokenpreflight.check;

import io.github.tokenpreflight.evidence.Grant;
import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Remedy;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Statement;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// A required power that the token lacks, told by what is missing.
///
/// @param rule what is broken when the power itself is missing
/// @param requirement in the words of the requirements file
/// @param lacks the power as what is said of a lead such as "the token lacks"
/// @param place the repository or organization it is about
record Refutation(Rule rule, String requirement, Function<String, Statement> lacks, String place) {
  /// @param help how to mend it when the power itself is missing
  Finding of(Grant.Lacking lacking, List<Remedy> help) {
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
                .toList());
  }

  private Finding told(Grant.Lacking lacking) {
    boolean both = lacking.has(Cause.GRANT) && lacking.has(Cause.ROLE);
    return switch (lacking.cause()) {
      case REACH ->
          unmet(
              Rule.REPOSITORY_OUT_OF_REACH,
              Statement.of("`" + place + "` is not there, or hidden from the token"));
      case STATE -> unmet(rule, lacks.apply("now nobody has"));
      case ROLE -> unmet(Rule.MISSING_ROLE, lacks.apply("the user behind the token lacks"));
      case GRANT_OR_ROLE -> unmet(rule, lacks.apply("the token or the user behind it lacks"));
      case GRANT, KIND, POLICY ->
          unmet(
              rule,
              lacks.apply(both ? "the token and the user behind it lack" : "the token lacks"));
    };
  }

  private Stream<Remedy> help(Cause cause, List<Remedy> help) {
    Remedy role =
        Remedy.adding(
            "give the user behind the token the role in {places}, or use a token of a user who has it",
            requirement,
            Phrases.name(place));
    return switch (cause) {
      case ROLE -> Stream.of(role);
      case GRANT_OR_ROLE -> Stream.concat(help.stream(), Stream.of(role));
      case STATE ->
          Stream.of(Remedy.step("unarchive `" + place + "`, or leave the requirement out"));
      case KIND, REACH, POLICY, GRANT -> help.stream();
    };
  }

  private Finding unmet(Rule broken, Statement statement) {
    return Finding.of(broken, Verdict.UNMET, requirement, statement);
  }
}
