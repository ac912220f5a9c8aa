package io.github.tokenpreflight.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Report;
import io.github.tokenpreflight.finding.Result;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnotationRendererTest {
  @Test
  void anAnnotationStandsAtItsPlaceAndSaysEverything() {
    assertEquals(
        "::group::Annotations\n"
            + "::error file=.github/token-requirements.yml,line=6,col=9,endColumn=16,"
            + "title=RELEASE_TOKEN lacks the scope read%3Aorg::"
            + "seen: GitHub lists `repo, workflow` in `x-oauth-scopes`"
            + "%0Aasked: GET https://api.github.com/rate_limit"
            + "%0Ahelp: add `read:org` at https://github.com/settings/tokens"
            + "%0Ahelp: or drop the requirement"
            + "%0Adocs: token-preflight explain missing-scope\n"
            + "::endgroup::\n",
        new AnnotationRenderer(false, Guide.COMMAND).rendered(TestReports.of(TestReports.unmet())));
  }

  @Test
  void whatIsMetOrOnlyNotedHasNoAnnotation() {
    assertEquals(List.of(), lines(TestReports.of(TestReports.met(), TestReports.notApplicable())));
  }

  @Test
  void errorsComeBeforeWarningsAndWhatIsRefutedBeforeWhatIsUnknown() {
    List<String> titles =
        lines(
                TestReports.of(
                    TestReports.unproven(), TestReports.inconclusive(), TestReports.unmet()))
            .stream()
            .map(line -> line.replaceAll("^::(\\w+) .*title=([^:]*)::.*", "$1 $2"))
            .toList();

    assertEquals(
        List.of(
            "error RELEASE_TOKEN lacks the scope read%3Aorg",
            "error RELEASE_TOKEN could not be checked",
            "warning RELEASE_TOKEN%3A no harmless question shows contents%3A write"),
        titles);
  }

  @Test
  void aRunThatFailsHasAnErrorAndOneThatPassesHasNone() {
    for (Report report : TestReports.samples()) {
      boolean fails = report.result() != Result.PASSED && report.result() != Result.WARNED;
      boolean error = lines(report).stream().anyMatch(line -> line.startsWith("::error "));

      assertEquals(fails, error);
    }
  }

  @Test
  void nineOfALevelAreTold() {
    List<String> lines = lines(TestReports.many(TestReports.unmet(), 9));

    assertEquals(9, lines.size());
    assertTrue(
        lines.stream().allMatch(line -> line.contains("title=RELEASE_TOKEN lacks the scope")));
  }

  @Test
  void moreThanNineAreFoldedIntoTheLastOne() {
    List<String> lines = lines(TestReports.many(TestReports.unmet(), 30));

    assertEquals(9, lines.size());
    assertTrue(
        lines.getLast().startsWith("::error title=Token Preflight%3A the rest::and 22 more"));
    assertTrue(lines.getLast().contains("%0ARELEASE_TOKEN lacks the scope `read:org` 9%0A"));
  }

  @Test
  void everyLineIsACommandThatTheRunnerAcceptsWhole() {
    for (Report report : TestReports.samples()) {
      for (String line : lines(report)) {
        assertTrue(line.matches("::(error|warning) [^ ].*::.+"), line);
        assertFalse(line.contains("##["), line);
      }
    }
    Finding huge =
        Finding.of(Rule.POLICY_REFUSAL, Verdict.UNMET, "valid", "refused").seen("x".repeat(9000));

    assertTrue(lines(TestReports.of(huge)).getFirst().length() < 4300);
  }

  @Test
  void foreignTextInATitleRunsNoCommand() {
    Finding hostile =
        Finding.of(Rule.POLICY_REFUSAL, Verdict.UNMET, "valid", "::x::\n##[add-mask]e, \u001B[1m");
    String line = lines(TestReports.of(hostile)).getFirst();

    assertTrue(
        line.startsWith(
            "::error title=RELEASE_TOKEN%3A %3A%3Ax%3A%3A # #[add-mask]e%2C \uFFFD[1m::"),
        line);
  }

  @Test
  void anExampleKeepsItsLinesAndATextThatIsNoFileIsShown() {
    SourceFile inline = new SourceFile(SourceFile.INLINE, "version: 2\n");
    Finding finding =
        Finding.error(Rule.UNSUPPORTED_VERSION, "the version is unknown")
            .at(inline.at(new Span(1, 10, 1)))
            .help("write\n  version: 1");

    assertEquals(
        "::error title=the version is unknown::"
            + "  --> inline-requirements:1:10%0A   |%0A 1 | version: 2%0A   |          ^%0A   |"
            + "%0Ahelp: write%0A  version: 1%0Adocs: token-preflight explain unsupported-version",
        lines(TestReports.invalid(finding)).getFirst());
  }

  @Test
  void theDiscreetFormGivesAwayNoHeldScope() {
    String text =
        new AnnotationRenderer(true, Guide.COMMAND).rendered(TestReports.of(TestReports.unmet()));

    assertTrue(text.contains("lists other scopes"), text);
    assertFalse(text.contains("workflow"), text);
  }

  private static List<String> lines(Report report) {
    return new AnnotationRenderer(false, Guide.COMMAND)
        .rendered(report)
        .lines()
        .filter(line -> !line.matches("::(end)?group::.*"))
        .toList();
  }
}
