package io.github.tokenpreflight.check;

import io.github.tokenpreflight.evidence.Standing;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.Refusal.Meaning;
import io.github.tokenpreflight.token.TokenKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Does GitHub accept the token at all?
final class ValidityCheck implements Check {
  private static final String REQUIREMENT = "valid";

  @Override
  public List<Finding> judge(Case matter) {
    Finding finding =
        switch (matter.standing()) {
          case Standing.Alive alive ->
              Finding.of(Rule.TOKEN_REJECTED, Verdict.MET, REQUIREMENT, "GitHub accepts the token")
                  .proof(Proofs.of(alive.by()));
          case Standing.Rejected barred -> barred(matter, barred.by());
          case Standing.Unknown unknown -> unknown(unknown);
        };
    return List.of(finding.at(matter.atToken()));
  }

  private static Finding barred(Case matter, Answer.Refused answer) {
    Meaning meaning = answer.refusal().meaning();
    Finding finding =
        switch (meaning) {
          case BAD_CREDENTIALS -> rejected(matter);
          case SUSPENDED ->
              Finding.of(
                      Rule.TOKEN_REJECTED,
                      Verdict.UNMET,
                      REQUIREMENT,
                      "the account behind the token is suspended")
                  .help("use a token of an active account, or have the suspension lifted");
          default -> Policies.refused(REQUIREMENT, answer.refusal());
        };
    return finding.seen(seen(answer)).proof(Proofs.of(answer));
  }

  private static Finding rejected(Case matter) {
    String name = matter.requirements().name().value();
    return Finding.of(
            Rule.TOKEN_REJECTED,
            Verdict.UNMET,
            REQUIREMENT,
            "GitHub does not accept the token: wrong, expired or revoked")
        .help(
            "make a new token"
                + page(matter)
                + matter
                    .requirements()
                    .purpose()
                    .owner()
                    .map(owner -> " (renewed by " + owner + ")")
                    .orElse("")
                + " and save it: `gh secret set "
                + name
                + "`",
            "if it was made for another server than "
                + matter.evidence().setting().host().web()
                + ", set `api-url`");
  }

  /// Where such tokens are made, where that is a page of the user's own.
  private static String page(Case matter) {
    Set<TokenKind> kinds = matter.evidence().kinds();
    String settings = matter.evidence().setting().host().web() + "/settings/";
    if (kinds.equals(Set.of(TokenKind.FINE_GRAINED))) {
      return " at " + settings + "personal-access-tokens";
    }
    return kinds.equals(Set.of(TokenKind.CLASSIC)) ? " at " + settings + "tokens" : "";
  }

  private static String seen(Answer.Refused answer) {
    String said = "GitHub answered " + Phrases.name(answer.response().line());
    return answer.refusal().meaning() == Meaning.BAD_CREDENTIALS
        ? said + " to " + answer.question().line() + ", three times"
        : said + " to " + answer.question().line();
  }

  private static Finding unknown(Standing.Unknown unknown) {
    Finding finding =
        Finding.of(
                Rule.TOKEN_UNCHECKED,
                Verdict.INCONCLUSIVE,
                REQUIREMENT,
                "could not check the token; nothing is known against it")
            .seen(unknown.words())
            .help(
                "run the job again"
                    + unknown
                        .by()
                        .flatMap(ValidityCheck::retryAt)
                        .map(at -> " after " + at)
                        .orElse("")
                    + "; the token may be good, so do not replace it yet")
            .help(unreached(unknown));
    return unknown.by().map(answer -> finding.proof(Proofs.of(answer))).orElse(finding);
  }

  /// What else to look at when no answer came at all.
  private static String[] unreached(Standing.Unknown unknown) {
    boolean silent =
        unknown
            .by()
            .filter(answer -> answer instanceof Answer.Unanswered it && it.response().isEmpty())
            .isPresent();
    return silent
        ? new String[] {"check `api-url`, the proxy variables (`HTTPS_PROXY`) and `ca-file`"}
        : new String[0];
  }

  /// When GitHub lets it ask again, where it said so.
  private static Optional<Instant> retryAt(Answer answer) {
    return answer instanceof Answer.Unanswered unanswered
        ? unanswered.retryAt().map(at -> at.truncatedTo(ChronoUnit.SECONDS))
        : Optional.empty();
  }
}
