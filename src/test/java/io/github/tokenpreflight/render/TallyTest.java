package io.github.tokenpreflight.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Report;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Severity;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final Finding MET = TestReports.met();
  private static final Finding UNMET = TestReports.unmet();
  private static final Finding UNPROVEN = TestReports.unproven();
  private static final Finding INCONCLUSIVE = TestReports.inconclusive();

  @Test
  void whatIsMetIsCounted() {
    assertVerdict("met: 2 of 2 requirements", MET, MET);
    assertVerdict("met: 1 of 1 requirement", MET, TestReports.notApplicable());
    assertVerdict("met: 1 of 2 requirements, 1 unproven", MET, UNPROVEN);
    assertVerdict("met: nothing was required");
  }

  @Test
  void whatIsNotMetComesFirst() {
    assertVerdict(
        "not met: 2 of 4 requirements, 1 could not be checked", UNMET, UNMET, INCONCLUSIVE, MET);
    assertVerdict("not met: 1 of 2 requirements, 1 unproven", UNMET, UNPROVEN);
  }

  @Test
  void whatCouldNotBeCheckedIsNeverCalledNotMet() {
    assertVerdict("could not be checked: 1 of 2 requirements", INCONCLUSIVE, MET);
    assertVerdict("could not be checked: 1 of 2 requirements, 1 unproven", INCONCLUSIVE, UNPROVEN);
  }

  @Test
  void anUnprovenRequirementThatFailsTheJobIsTheVerdict() {
    assertVerdict("unproven: 1 of 2 requirements", UNPROVEN.as(Severity.ERROR), MET);
  }

  @Test
  void whatOnlyWarnsIsSaidToBeReportedOnly() {
    assertVerdict("not met: 1 of 2 requirements, reported only", UNMET.as(Severity.WARNING), MET);
    assertVerdict(
        "could not be checked: 1 of 1 requirement, reported only",
        INCONCLUSIVE.as(Severity.WARNING));
  }

  @Test
  void errorsSayThatNothingWasChecked() {
    Finding input = Finding.error(Rule.WRONG_INPUT, "the input `probes` is `all`");

    assertEquals(
        "not checked: 1 error in .github/token-requirements.yml",
        verdict(TestReports.invalid(TestReports.error(), input.as(Severity.WARNING))));
    assertEquals("not checked: 2 errors", verdict(TestReports.invalid(TestReports.error(), input)));
  }

  @Test
  void everyTokenCounts() {
    assertEquals(
        "not met: 1 of 4 requirements, 1 could not be checked, 1 unproven",
        verdict(TestReports.mixed()));
  }

  private static void assertVerdict(String expected, Finding... findings) {
    assertEquals(expected, verdict(TestReports.of(findings)));
  }

  private static String verdict(Report report) {
    return Tally.of(report).verdict();
  }
}
