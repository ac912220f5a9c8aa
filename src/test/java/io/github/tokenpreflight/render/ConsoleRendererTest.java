package io.github.tokenpreflight.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Report;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.finding.Verdict;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ConsoleRendererTest {
  private static final Pattern FOREIGN_COMMAND = Pattern.compile("^\\s*::(?!group::|endgroup::)");
  private static final ConsoleStyle PLAIN = new ConsoleStyle(false, false, false, Guide.COMMAND, 0);
  private static final ConsoleStyle DISCREET =
      new ConsoleStyle(false, true, true, Guide.COMMAND, 0);

  @Test
  void aFindingSaysWhatWhereWhyAndHow() {
    assertEquals(
        """
        not met: 1 of 2 requirements

        error[missing-scope]: RELEASE_TOKEN lacks the scope `read:org`
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

        RELEASE_TOKEN: classic, login acme-bot, expires 2026-10-03T12:00:00Z (in 2 days)
          for: Tags releases
          owner: platform-team
          holds: `repo`, `workflow`
          met  scopes: repo
          n/a  permissions: contents: write (a classic token has no permissions)

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
          for: Tags releases
          owner: platform-team
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
        not checked: 1 error in .github/token-requirements.yml

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
                error[token-unchecked]: RELEASE_TOKEN could not be checked
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
    assertTrue(told(DISCREET, TestReports.mixed()).contains("RELEASE_TOKEN: not met (classic)\n"));
    assertTrue(told(DISCREET, TestReports.mixed()).contains("seen: GitHub lists other scopes"));
  }

  @Test
  void theVerdictIsTheLastLineAndTheFirstWhereThereIsMoreToSay() {
    for (Report report : TestReports.samples()) {
      List<String> lines = told(PLAIN, report).lines().toList();

      assertEquals(Tally.of(report).verdict(), lines.getLast());
      if (!Told.worstFirst(report).isEmpty()) {
        assertEquals(lines.getLast(), lines.getFirst());
      }
    }
  }

  @Test
  void errorsComeBeforeWarningsOfWhateverToken() {
    Report report =
        TestReports.report(
            TestReports.token("A", TestReports.subject(), TestReports.unproven()),
            TestReports.token("B", TestReports.subject(), TestReports.unmet()));

    assertEquals(
        List.of(
            "error[missing-scope]: B lacks the scope `read:org`",
            "warning[missing-permission]: A: no harmless question shows `contents: write`"),
        told(PLAIN, report).lines().filter(line -> line.matches("\\w+\\[.*")).toList());
  }

  @Test
  void inAJobWhatIsKnownIsFolded() {
    List<String> lines = told(DISCREET, TestReports.mixed()).lines().toList();

    assertTrue(lines.contains("::group::DEPLOY_TOKEN: could not be checked"), lines.toString());
    assertEquals("::endgroup::", lines.get(lines.size() - 2));
  }

  @Test
  void whatNoQuestionSettlesIsOneNote() {
    Finding open = TestReports.unproven().structural();
    Finding other =
        Finding.of(Rule.MISSING_PERMISSION, Verdict.UNPROVEN, "permissions: x", "a message")
            .structural()
            .help("leave it out");

    assertTrue(
        told(PLAIN, TestReports.of(TestReports.met(), open, other, other))
            .contains(
                """
                  met  scopes: repo
                  unproven  3 of 4 cannot be proven by these questions: \
                `permissions: contents: write on acme/site`, `permissions: x`, `permissions: x`
                            for 1 of them: set `probes: writes`
                            for 2 of them: leave it out
                """));
  }

  @Test
  void atATerminalLongTextIsBrokenAtBlanks() {
    ConsoleStyle narrow = new ConsoleStyle(false, false, false, Guide.COMMAND, 60);
    Finding finding =
        TestReports.unmet().why("a reason that goes on and on, " + "word ".repeat(20));

    for (String line : told(narrow, TestReports.of(finding)).lines().toList()) {
      assertTrue(line.length() <= 60 || line.contains("https://") || !line.startsWith("   "), line);
    }
  }

  @Test
  void foreignTextRunsNoCommandAndSteersNoTerminal() {
    String text = told(DISCREET, TestReports.hostile());

    assertFalse(text.contains("##["), text);
    assertFalse(text.lines().anyMatch(line -> FOREIGN_COMMAND.matcher(line).find()), text);
    assertFalse(text.contains("\u001B"), text);
    assertFalse(text.contains("\u202E"), text);
  }

  @Test
  void withoutARunnerForeignTextStaysAsItIs() {
    assertTrue(told(PLAIN, TestReports.hostile()).contains("##[add-mask]e"));
  }

  @Test
  void coloursAreSentOnlyWhereTheyAreWanted() {
    ConsoleStyle colours = new ConsoleStyle(true, false, false, Guide.COMMAND, 0);

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
