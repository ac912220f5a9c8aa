package io.github.tokenpreflight.check;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Seen;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.Payloads;
import io.github.tokenpreflight.requirements.Declared;
import io.github.tokenpreflight.token.TokenKind;
import java.util.List;
import java.util.Optional;

/// Does the token belong to the user it should?
final class LoginCheck implements Check {
  @Override
  public List<Finding> judge(Case matter) {
    return matter.requirements().identity().login().map(login -> judge(matter, login)).stream()
        .toList();
  }

  private static Finding judge(Case matter, Declared<String> required) {
    String requirement = "login: " + required.value();
    return verdict(matter, requirement, required.value()).at(matter.at(required.span()));
  }

  private static Finding verdict(Case matter, String requirement, String login) {
    if (matter.evidence().kinds().stream().noneMatch(TokenKind::hasUser)) {
      return Finding.of(
          Rule.WRONG_LOGIN,
          Verdict.NOT_APPLICABLE,
          requirement,
          "no user stands behind an installation token");
    }
    Optional<Answer> answer = matter.plan().user().flatMap(matter.evidence()::to);
    if (answer.isEmpty()) {
      return Finding.of(
              Rule.WRONG_LOGIN, Verdict.UNPROVEN, requirement, "whose token it is was not asked")
          .help("use `probes: read`, which asks GET /user");
    }
    return switch (answer.get()) {
      case Answer.Given given ->
          Payloads.login(given.response())
              .map(found -> compared(requirement, login, found))
              .orElseGet(() -> Undecided.unanswered(Rule.WRONG_LOGIN, requirement, given))
              .proof(Proofs.of(given));
      case Answer.Refused refused -> Undecided.refused(Rule.WRONG_LOGIN, requirement, refused);
      case Answer.Unanswered unanswered ->
          Undecided.unanswered(Rule.WRONG_LOGIN, requirement, unanswered)
              .proof(Proofs.of(unanswered));
    };
  }

  private static Finding compared(String requirement, String required, String found) {
    Seen seen =
        new Seen(
            "GitHub names " + Phrases.name(found) + " in `login` of GET /user",
            "GitHub names another login in GET /user (left out here)");
    return required.equalsIgnoreCase(found)
        ? Finding.of(
            Rule.WRONG_LOGIN, Verdict.MET, requirement, "the token belongs to `" + required + "`")
        : Finding.of(
                Rule.WRONG_LOGIN,
                Verdict.UNMET,
                requirement,
                "the token does not belong to `" + required + "`")
            .seen(seen)
            .help("make the token with the account `" + required + "` and save it again");
  }
}
