package io.github.tokenpreflight.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.finding.Report;
import io.github.tokenpreflight.finding.Severity;
import org.junit.jupiter.api.Test;

class ConsoleRendererTest {
  private static final ConsoleStyle PLAIN = new ConsoleStyle(false, false, false, Guide.COMMAND);
  private static final ConsoleStyle DISCREET = new ConsoleStyle(false, true, true, Guide.COMMAND);

  @Test
  void aFindingSaysWhatWhereWhyAndHow() {
    assertEquals(
        """
        RELEASE_TOKEN: classic, login acme-bot, expires 2026-10-03T12:00:00Z (in 2 days)
          for: Tags releases
          owner: platform-team
          holds: `repo`, `workflow`
          met  scopes: repo
          n/a  permissions: contents: write (a classic token has no permissions)

        error[missing-scope]: the token lacks the scope `read:org`
          --> .github/token-requirements.yml:6:9
           |
         6 |       - read:org
           |         ^^^^^^^^ required here
           |
           = seen: GitHub lists `repo, workflow` in `x-oauth-scopes`
           = asked: GET https://api.github.com/rate_limit
           = help: add `read:org` at https://github.com/settings/tokens
           = help: or drop the requirement
           = docs: token-preflight explain missing-scope

        not met: 1 of 2 requirements
        """,
        told(
            PLAIN,
            TestReports.of(TestReports.met(), TestReports.unmet(), TestReports.notApplicable())));
  }

  @Test
  void aTokenThatMeetsEverythingTakesALineForEachRequirement() {
    assertEquals(
        """
        RELEASE_TOKEN: classic, login acme-bot, expires 2026-10-03T12:00:00Z (in 2 days)
          holds: `repo`, `workflow`
          met       scopes: repo
          unproven  permissions: contents: write on acme/site \
        (no harmless question shows `contents: write`)

        met: 1 of 2 requirements, 1 unproven
        """,
        told(PLAIN, TestReports.of(TestReports.met(), TestReports.unproven().as(Severity.NOTE))));
  }

  @Test
  void anErrorOfTheFileHasTheSameFormAndNoToken() {
    assertEquals(
        """
        error[unknown-key]: the key `scope` has no meaning here
          --> .github/token-requirements.yml:4:5
           |
         4 |     scopes:
           |     ^^^^^^
           |
           = help: did you mean `scopes`?
           = docs: token-preflight explain unknown-key

        not checked: 1 error in .github/token-requirements.yml
        """,
        told(PLAIN, TestReports.invalid(TestReports.error())));
  }

  @Test
  void aFindingWithoutAPlaceHasNoExcerpt() {
    assertTrue(
        told(PLAIN, TestReports.of(TestReports.inconclusive()))
            .contains(
                """
                error[token-unchecked]: the token could not be checked
                   = asked: GET https://api.github.com/rate_limit
                   = docs: token-preflight explain token-unchecked
                """));
  }

  @Test
  void theDiscreetFormGivesAwayNoLoginScopeOrDate() {
    for (Report report : TestReports.samples()) {
      String text = told(DISCREET, report);

      assertFalse(text.contains("acme-bot"), text);
      assertFalse(text.contains("workflow`"), text);
      assertFalse(text.contains("2026-10-03"), text);
    }
    assertTrue(told(DISCREET, TestReports.mixed()).contains("RELEASE_TOKEN: classic\n"));
    assertTrue(told(DISCREET, TestReports.mixed()).contains("seen: GitHub lists other scopes"));
  }

  @Test
  void theVerdictIsTheLastLine() {
    for (Report report : TestReports.samples()) {
      assertEquals(Tally.of(report).verdict(), told(PLAIN, report).lines().toList().getLast());
    }
  }

  @Test
  void foreignTextRunsNoCommandAndSteersNoTerminal() {
    String text = told(DISCREET, TestReports.hostile());

    assertFalse(text.contains("##["), text);
    assertFalse(text.lines().anyMatch(line -> line.strip().startsWith("::")), text);
    assertFalse(text.contains("\u001B"), text);
    assertFalse(text.contains("\u202E"), text);
  }

  @Test
  void withoutARunnerForeignTextStaysAsItIs() {
    assertTrue(told(PLAIN, TestReports.hostile()).contains("##[add-mask]e"));
  }

  @Test
  void coloursAreSentOnlyWhereTheyAreWanted() {
    ConsoleStyle colours = new ConsoleStyle(true, false, false, Guide.COMMAND);

    for (Report report : TestReports.samples()) {
      String coloured = told(colours, report);

      assertTrue(coloured.contains("\u001B["));
      assertEquals(told(PLAIN, report), coloured.replaceAll("\u001B\\[[0-9]+m", ""));
    }
  }

  private static String told(ConsoleStyle style, Report report) {
    return new ConsoleRenderer(style).rendered(report);
  }
}
