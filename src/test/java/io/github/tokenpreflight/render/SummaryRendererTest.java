package io.github.tokenpreflight.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.finding.Report;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryRendererTest {
  @Test
  void theVerdictComesFirstThenATableThenTheSteps() {
    assertEquals(
        """
        ## Token Preflight

        **not met: 1 of 2 requirements**

        ### `RELEASE_TOKEN`

        - is: classic, login acme-bot, expires 2026-10-03T12:00:00Z (in 2 days)
        - for: Tags releases
        - owner: platform-team
        - holds: `repo`, `workflow`

        | requirement | verdict | seen |
        | --- | --- | --- |
        | `scopes: repo` | met | GitHub lists `repo, workflow` in `x-oauth-scopes` |
        | `scopes: read:org` | unmet | the token lacks the scope `read:org` |

        #### error: the token lacks the scope `read:org`

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

        """,
        told(TestReports.of(TestReports.met(), TestReports.unmet())));
  }

  @Test
  void everyRowHasThreeCellsWhateverStandsInThem() {
    for (Report report : TestReports.samples()) {
      List<String> rows = told(report).lines().filter(line -> line.startsWith("| ")).toList();

      for (String row : rows) {
        assertEquals(4, row.replace("\\|", "").chars().filter(c -> c == '|').count(), row);
      }
    }
  }

  @Test
  void foreignTextStaysText() {
    String text = told(TestReports.hostile());

    String outsideCode =
        text.replaceAll("(?s)```.*?```", "").replaceAll("`` .*? ``", "").replaceAll("`.*?`", "");

    assertFalse(outsideCode.contains("<img"), outsideCode);
    assertFalse(outsideCode.contains("@acme"), outsideCode);
    assertFalse(outsideCode.contains(" [x]("), outsideCode);
    assertFalse(text.contains("\u001B"));
    assertFalse(text.lines().anyMatch(line -> line.startsWith("::")));
  }

  @Test
  void theDiscreetFormGivesAwayNoLoginScopeOrDate() {
    for (Report report : TestReports.samples()) {
      String text = new SummaryRenderer(true, Guide.COMMAND).rendered(report);

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
    return new SummaryRenderer(false, Guide.COMMAND).rendered(report);
  }
}
