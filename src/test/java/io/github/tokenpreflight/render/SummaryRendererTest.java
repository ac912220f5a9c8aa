package io.github.tokenpreflight.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Report;
import io.github.tokenpreflight.finding.Subject;
import io.github.tokenpreflight.finding.TokenReport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummaryRendererTest {
  private static final Links LINKS =
      new Links(Optional.of("https://github.com/acme/site/blob/0a1b2c"));

  @Test
  void aTableThenWhatFailedThenAFoldWithTheRest() {
    assertEquals(
        """
        ### Token Preflight: not met: 1 of 2 requirements

        | token | state | kind | owner | expires | what to do |
        | --- | --- | --- | --- | --- | --- |
        | `RELEASE_TOKEN` | ❌&nbsp;not&nbsp;met | classic | platform-team | in&nbsp;2&nbsp;days \
        | add `read:org` at <https://github.com/settings/tokens> |

        <details open><summary><b>error</b>: RELEASE_TOKEN lacks the scope <code>read:org</code> \
        (<a href="https://github.com/acme/site/blob/0a1b2c/.github/token-requirements.yml#L6">\
        line 6</a>)</summary>

        ```text
          --> .github/token-requirements.yml:6:9
           |
         6 |       - read:org
           |         ^^^^^^^^ required here
           |
        ```

        - seen: GitHub lists `repo, workflow` in `x-oauth-scopes`
        - asked: `GET https://api.github.com/rate_limit`

        1. add `read:org` at <https://github.com/settings/tokens>
        2. or drop the requirement

        More: `token-preflight explain missing-scope`

        </details>

        <details><summary>1 met</summary>

        `RELEASE_TOKEN`: classic, login acme-bot, expires 2026-10-03T12:00:00Z (in 2 days)

        - for: Tags releases
        - holds: `repo`, `workflow`
        - met `scopes: repo`: GitHub lists `repo, workflow` in `x-oauth-scopes`

        </details>

        """,
        told(TestReports.of(TestReports.met(), TestReports.unmet())));
  }

  @Test
  void theWorstTokenComesFirstAndWhatIsUnknownOfAllHasNoColumn() {
    List<String> rows =
        told(TestReports.report(
                bare("GOOD", TestReports.met()),
                bare("DOUBTFUL", TestReports.unproven()),
                bare("UNKNOWN", TestReports.inconclusive()),
                bare("BAD", TestReports.unmet(), TestReports.unproven())))
            .lines()
            .filter(line -> line.startsWith("| "))
            .toList();

    assertEquals(
        List.of(
            "| token | state | what to do |",
            "| --- | --- | --- |",
            "| `BAD` | ❌&nbsp;not&nbsp;met | add `read:org` at <https://github.com/settings/tokens>"
                + " (and 1 more below) |",
            "| `UNKNOWN` | ❓&nbsp;could&nbsp;not&nbsp;be&nbsp;checked |  |",
            "| `DOUBTFUL` | ⚠️&nbsp;warnings | set `probes: writes` |",
            "| `GOOD` | ✅&nbsp;met |  |"),
        rows);
  }

  private static TokenReport bare(String name, Finding... findings) {
    return new TokenReport(
        name, Optional.empty(), Optional.empty(), Subject.unknown(), true, List.of(findings));
  }

  @Test
  void everyRowHasAsManyCellsWhateverStandsInThem() {
    for (Report report : TestReports.samples()) {
      List<String> rows = told(report).lines().filter(line -> line.startsWith("| ")).toList();

      assertTrue(
          rows.stream()
                  .map(row -> row.replace("\\|", "").chars().filter(c -> c == '|').count())
                  .distinct()
                  .count()
              <= 1,
          rows.toString());
    }
  }

  @Test
  void everyFoldIsClosed() {
    List<Report> reports = new ArrayList<>(TestReports.samples());
    reports.add(TestReports.many(TestReports.unmet(), 4000));
    reports.add(TestReports.many(TestReports.met(), 9000));
    for (Report report : reports) {
      String text = told(report);

      assertEquals(text.split("<details").length, text.split("</details>", -1).length);
    }
  }

  @Test
  void foreignTextStaysText() {
    String text = told(TestReports.hostile());

    String outsideCode =
        text.replaceAll("(?s)```.*?```", "").replaceAll("`` .*? ``", "").replaceAll("`.*?`", "");

    assertFalse(outsideCode.contains("<img"), outsideCode);
    assertFalse(outsideCode.contains("@acme"), outsideCode);
    assertFalse(outsideCode.replaceAll("<summary>.*", "").contains(" [x]("), outsideCode);
    assertFalse(text.contains("\u001B"));
    assertFalse(text.lines().anyMatch(line -> line.startsWith("::")));
  }

  @Test
  void theDiscreetFormGivesAwayNoLoginScopeOrDate() {
    for (Report report : TestReports.samples()) {
      String text = new SummaryRenderer(true, Guide.COMMAND, LINKS).rendered(report);

      assertFalse(text.contains("acme-bot"), text);
      assertFalse(text.contains("workflow`"), text);
      assertFalse(text.contains("2026-10-03"), text);
    }
  }

  @Test
  void aSummaryFitsTheRunnersLimitAndSaysWhatIsMissing() {
    String text = told(TestReports.many(TestReports.unmet(), 4000));

    assertTrue(text.getBytes(StandardCharsets.UTF_8).length < 1 << 20);
    assertTrue(text.length() > 1_000_000);
    assertTrue(
        text.matches("(?s).*\n[0-9]+ parts of this page left out: a job summary holds 1 MiB.*\n"));
  }

  private static String told(Report report) {
    return new SummaryRenderer(false, Guide.COMMAND, LINKS).rendered(report);
  }
}
