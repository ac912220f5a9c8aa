package io.github.tokenpreflight.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Report;
import io.github.tokenpreflight.finding.Subject;
import io.github.tokenpreflight.source.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OutputsTest {
  @Test
  void theOutputsAreThoseOfTheAction() {
    assertEquals(
        List.of(
            "result",
            "usable",
            "missing",
            "unproven",
            "token-kind",
            "login",
            "expires-at",
            "expires-in-days",
            "rate-limit-remaining",
            "report"),
        List.copyOf(outputs(TestReports.mixed()).keySet()));
  }

  @Test
  void whatIsUnprovenIsCountedAndListed() {
    assertEquals("0", outputs(TestReports.of(TestReports.met())).get("unproven"));
    assertEquals(
        """
        2
        RELEASE_TOKEN: permissions: contents: write on acme/site
        RELEASE_TOKEN: permissions: contents: write on acme/site\
        """,
        outputs(TestReports.of(TestReports.unproven(), TestReports.unproven().structural()))
            .get("unproven"));
  }

  @Test
  void oneTokenIsDescribed() {
    Map<String, String> outputs =
        outputs(TestReports.of(TestReports.met(), TestReports.unmet(), TestReports.unmet()));

    assertEquals("failed", outputs.get("result"));
    assertEquals("false", outputs.get("usable"));
    assertEquals(
        "RELEASE_TOKEN: scopes: read:org\nRELEASE_TOKEN: scopes: read:org", outputs.get("missing"));
    assertEquals("classic", outputs.get("token-kind"));
    assertEquals("acme-bot", outputs.get("login"));
    assertEquals("2026-10-03T12:00:00Z", outputs.get("expires-at"));
    assertEquals("2", outputs.get("expires-in-days"));
    assertEquals("4321", outputs.get("rate-limit-remaining"));
  }

  @Test
  void whatIsUnknownIsEmpty() {
    for (Report report :
        List.of(
            TestReports.report(),
            TestReports.invalid(TestReports.error()),
            TestReports.report(TestReports.token("A", Subject.unknown())))) {
      Map<String, String> outputs = outputs(report);

      for (String name :
          List.of(
              "missing",
              "token-kind",
              "login",
              "expires-at",
              "expires-in-days",
              "rate-limit-remaining")) {
        assertEquals("", outputs.get(name), name);
      }
    }
  }

  @Test
  void ofSeveralTokensTheEarliestExpiryAndTheSmallestBudgetAreTold() {
    Map<String, String> outputs =
        outputs(
            TestReports.report(
                TestReports.token("A", subject("classic", "2026-10-09T00:00:00Z", 5)),
                TestReports.token("B", Subject.unknown()),
                TestReports.token("C", subject("classic", "2026-10-05T00:00:00Z", 7))));

    assertEquals("2026-10-05T00:00:00Z", outputs.get("expires-at"));
    assertEquals("3", outputs.get("expires-in-days"));
    assertEquals("5", outputs.get("rate-limit-remaining"));
    assertEquals("", outputs.get("token-kind"));
  }

  @Test
  void kindAndLoginAreToldWhenAllTokensAgree() {
    Map<String, String> outputs =
        outputs(
            TestReports.report(
                TestReports.token("A", subject("classic", "2026-10-09T00:00:00Z", 5)),
                TestReports.token("B", subject("classic", "2026-10-05T00:00:00Z", 7))));

    assertEquals("classic", outputs.get("token-kind"));
    assertEquals("bot", outputs.get("login"));
  }

  @Test
  void aTokenThatHasExpiredHasLessThanNoDayLeft() {
    assertEquals(
        "-1",
        outputs(
                TestReports.report(
                    TestReports.token("A", subject("classic", "2026-10-01T11:00:00Z", 5))))
            .get("expires-in-days"));
  }

  @Test
  void aReportThatFitsIsWhole() throws IOException {
    JsonNode report = report(TestReports.mixed());

    assertTrue(report.get("omitted").isEmpty());
    assertEquals(6, report.get("findings").size());
  }

  @Test
  void aReportThatIsTooLargeGoesWithoutProofsAndMetFindingsFirst() throws IOException {
    JsonNode report = report(many(TestReports.met(), 1000));

    assertEquals("[\"proofs\",\"met-findings\"]", report.get("omitted").toString());
    assertEquals(0, report.get("findings").size());
    assertEquals(1000, report.at("/tokens/0/counts/met").asInt());
  }

  @Test
  void aReportThatIsStillTooLargeGoesWithoutFindings() throws IOException {
    Report report = many(TestReports.unmet(), 2000);

    assertEquals("[\"findings\"]", report(report).get("omitted").toString());
    assertTrue(
        outputs(report).getOrDefault("report", "").getBytes(StandardCharsets.UTF_8).length
            <= Outputs.REPORT_LIMIT_BYTES);
  }

  private static Report many(Finding finding, int times) {
    return TestReports.many(finding.at(TestReports.FILE.at(new Span(1, 1, 1))), times);
  }

  private static Subject subject(String kind, String expiry, long remaining) {
    return new Subject(
        Optional.of(kind),
        Optional.of("bot"),
        Optional.empty(),
        Optional.of(Instant.parse(expiry)),
        Optional.empty(),
        OptionalLong.of(remaining));
  }

  private static JsonNode report(Report report) throws IOException {
    return new ObjectMapper().readTree(outputs(report).getOrDefault("report", ""));
  }

  private static Map<String, String> outputs(Report report) {
    return Outputs.of(report, TestReports.TOOL);
  }
}
