package io.github.tokenpreflight.audit;

import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.token.TokenKind;
import java.util.ArrayList;
import java.util.List;

/// Declared tokens for which a smaller one would do.
final class Advice {
  private Advice() {}

  static List<AuditFinding> of(RepositoryHead head, String file, List<DeclaredToken> tokens) {
    List<AuditFinding> advice = new ArrayList<>();
    for (DeclaredToken token : tokens) {
      Needs needs = Needs.of(token.power());
      Spot spot = new Spot(head.name(), file, token.line(), 1, 0);
      if (isHome(head, token) && needs.obtainableBy(TokenKind.ACTIONS)) {
        advice.add(needless(token, needs, spot));
      } else if (token.power().kinds().equals(List.of(TokenKind.CLASSIC.word()))
          && needs.obtainableBy(TokenKind.FINE_GRAINED)) {
        advice.add(fineGrained(token, needs, spot));
      }
    }
    return advice;
  }

  private static AuditFinding needless(DeclaredToken token, Needs needs, Spot spot) {
    return AuditFinding.of(
            Rule.NEEDLESS_TOKEN,
            Severity.NOTE,
            spot,
            token.name(),
            "`GITHUB_TOKEN` can be given all that " + Phrases.name(token.name()) + " declares")
        .help(
            "write into the job: `permissions: { " + needs.words() + " }`",
            "keep the token if its commits must start other workflows, which those of"
                + " `GITHUB_TOKEN` do not");
  }

  private static AuditFinding fineGrained(DeclaredToken token, Needs needs, Spot spot) {
    return AuditFinding.of(
            Rule.COULD_BE_FINE_GRAINED,
            Severity.NOTE,
            spot,
            token.name(),
            "a fine-grained token can do all that " + Phrases.name(token.name()) + " declares")
        .seen("it may be classic only, and declares " + needs.words())
        .help("allow `fine-grained` in `kinds`, and make a token with `" + needs.words() + "`");
  }

  /// Whether all that is declared is about the repository itself, which is all that `GITHUB_TOKEN`
  /// reaches, and no scope is declared, which would mean more than the permissions say.
  private static boolean isHome(RepositoryHead head, DeclaredToken token) {
    DeclaredToken.Power power = token.power();
    boolean own =
        power.repositories().stream()
            .allMatch(line -> line.replaceFirst(": .*", "").equalsIgnoreCase(head.name()));
    boolean already = power.kinds().contains(TokenKind.ACTIONS.word());
    boolean calls =
        power.endpoints().stream().allMatch(call -> call.contains("/repos/{owner}/{repo}"));
    return own
        && calls
        && !already
        && !token.name().equalsIgnoreCase("GITHUB_TOKEN")
        && power.scopes().isEmpty()
        && power.organizations().isEmpty();
  }
}
