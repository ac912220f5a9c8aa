package io.github.tokenpreflight.check;

import io.github.tokenpreflight.evidence.Standing;
import io.github.tokenpreflight.finding.Causes;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.finding.Subject;
import io.github.tokenpreflight.finding.TokenReport;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.requirements.Effect;
import io.github.tokenpreflight.requirements.TokenRequirements;
import io.github.tokenpreflight.token.Token;
import java.util.List;
import java.util.stream.Stream;

/// The ordered list of all checks, and what they come to for one token.
public final class Checks {
  private static final List<Check> OUTSIDE = List.of(new ShapeCheck(), new KindCheck());
  private static final Check VALIDITY = new ValidityCheck();
  private static final List<Check> INSIDE =
      List.of(
          new LoginCheck(),
          new ExpiryCheck(),
          new ScopeCheck(),
          new RepositoryCheck(),
          new PermissionCheck(),
          new EndpointCheck(),
          new OrganizationCheck(),
          new UnexpectedSuccessCheck(),
          new RateLimitCheck());

  private Checks() {}

  /// Everything that is to be said about one token.
  public static TokenReport report(Case matter, Strictness strictness) {
    List<Finding> judged =
        Causes.merged(Fitting.adjusted(matter, judge(matter))).stream()
            .map(strictness::applied)
            .toList();
    return report(matter.requirements(), Subjects.of(matter), judged);
  }

  /// The report of a token that is not there.
  public static TokenReport absent(TokenRequirements requirements, Finding finding) {
    return report(requirements, Subject.unknown(), List.of(finding));
  }

  /// Whether the value can be a token at all, so that GitHub may be asked about it.
  public static boolean askable(Token token) {
    return ShapeCheck.askable(token);
  }

  /// One cause, one finding: what is wrong with the token itself silences what needs a living one.
  private static List<Finding> judge(Case matter) {
    Stream<Finding> outside = OUTSIDE.stream().flatMap(check -> check.judge(matter).stream());
    if (!ShapeCheck.askable(matter.evidence().lead().token())) {
      return outside.toList();
    }
    Stream<Finding> valid = VALIDITY.judge(matter).stream();
    if (!(matter.standing() instanceof Standing.Alive)) {
      return Stream.concat(outside, valid).toList();
    }
    Stream<Finding> inside = INSIDE.stream().flatMap(check -> check.judge(matter).stream());
    return Stream.of(outside, valid, inside).flatMap(findings -> findings).toList();
  }

  private static TokenReport report(
      TokenRequirements requirements, Subject subject, List<Finding> findings) {
    boolean softened = requirements.effects().enforce() == Effect.WARN;
    return new TokenReport(
        requirements.name().value(),
        requirements.purpose().why(),
        requirements.purpose().owner(),
        subject,
        findings.stream().noneMatch(Checks::spoils),
        findings.stream().map(finding -> softened ? softened(finding) : finding).toList());
  }

  private static boolean spoils(Finding finding) {
    return finding.severity() == Severity.ERROR
        || finding.verdict() == Verdict.INCONCLUSIVE
        || finding.rule() == Rule.TOKEN_ABSENT;
  }

  private static Finding softened(Finding finding) {
    return finding.severity() == Severity.ERROR ? finding.as(Severity.WARNING) : finding;
  }
}
