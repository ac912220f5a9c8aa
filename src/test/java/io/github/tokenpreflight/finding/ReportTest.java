package io.github.tokenpreflight.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final Finding MET = finding(Verdict.MET);
  private static final Finding UNMET = finding(Verdict.UNMET);
  private static final Finding UNPROVEN = finding(Verdict.UNPROVEN);
  private static final Finding INCONCLUSIVE = finding(Verdict.INCONCLUSIVE);

  @Test
  void theWorstFindingThatCountsDecides() {
    assertEquals(Result.PASSED, report(MET).result());
    assertEquals(Result.WARNED, report(MET, UNPROVEN).result());
    assertEquals(Result.INCONCLUSIVE, report(UNPROVEN, INCONCLUSIVE).result());
    assertEquals(Result.FAILED, report(INCONCLUSIVE, UNMET).result());
  }

  @Test
  void anOptionCanMakeAFindingLouderOrQuieter() {
    assertEquals(Result.FAILED, report(UNPROVEN.as(Severity.ERROR)).result());
    assertEquals(Result.WARNED, report(UNMET.as(Severity.WARNING)).result());
    assertEquals(Result.PASSED, report(UNPROVEN.as(Severity.NOTE)).result());
  }

  @Test
  void noErrorEverPasses() {
    for (Verdict verdict : Verdict.values()) {
      Result result = report(finding(verdict).as(Severity.ERROR)).result();

      assertTrue(result == Result.FAILED || result == Result.INCONCLUSIVE, verdict.word());
    }
  }

  @Test
  void anErrorOfTheFileOutweighsTheRestAndAWarningAboutItDoesNot() {
    Finding error = Finding.error(Rule.UNKNOWN_KEY, "the key `scope` has no meaning here");

    assertEquals(Result.INVALID, withError(error).result());
    assertFalse(withError(error).usable());
    assertEquals(Result.WARNED, withError(error.as(Severity.WARNING)).result());
  }

  @Test
  void aRunWithoutTokensIsNotUsable() {
    assertFalse(new Report("a.yml", Instant.EPOCH, List.of(), List.of()).usable());
    assertTrue(report(MET).usable());
  }

  @Test
  void ruleIdsAreKebabCaseAndReadBack() {
    for (Rule rule : Rule.values()) {
      assertTrue(rule.id().matches("[a-z]+(-[a-z]+)*"), rule.id());
      assertEquals(Optional.of(rule), Rule.parse(rule.id()));
      assertEquals("docs/rules/" + rule.id() + ".md", rule.docs());
    }
    assertTrue(Rule.parse("missing").isEmpty());
  }

  private static Finding finding(Verdict verdict) {
    return Finding.of(Rule.MISSING_SCOPE, verdict, "scopes: repo", "a message");
  }

  private static Report withError(Finding error) {
    return new Report("a.yml", Instant.EPOCH, List.of(token(UNPROVEN)), List.of(error));
  }

  private static Report report(Finding... findings) {
    return new Report("a.yml", Instant.EPOCH, List.of(token(findings)), List.of());
  }

  private static TokenReport token(Finding... findings) {
    return new TokenReport(
        "TOKEN", Optional.empty(), Optional.empty(), Subject.unknown(), true, List.of(findings));
  }
}
