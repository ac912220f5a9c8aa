package io.github.tokenpreflight.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.finding.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every rule is told: by a story in which it is broken, by one in which it holds, and by a page.
final class RulesTest {
  /// Rules that a requirement can meet, so that a report says when they hold. Of all others a
  /// report says something only when they are broken.
  private static final Set<Rule> MEETABLE =
      EnumSet.of(
          Rule.TOKEN_REJECTED,
          Rule.WRONG_KIND,
          Rule.WRONG_LOGIN,
          Rule.TOKEN_EXPIRES_SOON,
          Rule.TOKEN_LIVES_TOO_LONG,
          Rule.TOKEN_NEVER_EXPIRES,
          Rule.MISSING_SCOPE,
          Rule.FORBIDDEN_SCOPE,
          Rule.EXCESS_SCOPE,
          Rule.MISSING_PERMISSION,
          Rule.FORBIDDEN_PERMISSION,
          Rule.UNUSABLE_ENDPOINT,
          Rule.MISSING_ROLE,
          Rule.ORGANIZATION_OUT_OF_REACH,
          Rule.SSO_NOT_AUTHORIZED,
          Rule.LOW_RATE_LIMIT);

  private static final Pattern MARK =
      Pattern.compile("(?m)^(?:error|warning|note)\\[([a-z-]+)]: |\"rule\":\"([a-z-]+)\"");

  /// What one story ends with.
  ///
  /// @param console what was said
  /// @param output the outputs, the report among them
  private record Ending(String exit, String console, String output) {
    static Ending of(Path folder) throws IOException {
      return new Ending(
          text(folder.resolve("expected/exit")).strip(),
          text(folder.resolve("expected/console.txt")),
          text(folder.resolve("expected/output")));
    }

    private static String text(Path file) throws IOException {
      return Files.exists(file) ? Files.readString(file) : "";
    }

    boolean breaks(Rule rule) {
      return Pattern.compile("(?m)^(?:error|warning|note)\\[" + rule.id() + "]: ")
              .matcher(console)
              .find()
          || (console + output).contains("\"rule\":\"" + rule.id() + "\",\"verdict\":\"error\"");
    }

    /// Whether the rule was judged, and well; for rules that only speak when they are broken,
    /// whether all went well without a word of it.
    boolean keeps(Rule rule) {
      return MEETABLE.contains(rule)
          ? output.contains("\"rule\":\"" + rule.id() + "\",\"verdict\":\"met\"")
          : exit.equals("0") && output.contains("\"result\":\"passed\"") && !mentions(rule);
    }

    private boolean mentions(Rule rule) {
      return MARK.matcher(console + output)
          .results()
          .anyMatch(mark -> rule.id().equals(mark.group(1)) || rule.id().equals(mark.group(2)));
    }
  }

  @Test
  void everyRuleIsBrokenInAStoryAndHoldsInAnother() throws IOException {
    assertEquals(
        List.of(),
        gaps(List.of(Rule.values()), endings()),
        "every rule of finding/Rule is told by two stories; CONTRIBUTING.md, \"Add a rule\"");
  }

  @Test
  void aRuleWithoutAStoryIsNoticed() throws IOException {
    List<Ending> without =
        endings().stream()
            .filter(
                ending -> !ending.breaks(Rule.WRONG_LOGIN) && !ending.keeps(Rule.LOW_RATE_LIMIT))
            .toList();

    assertEquals(
        List.of(
            "no story breaks wrong-login: add one to src/test/cases whose expected/console.txt says"
                + " error[wrong-login] or warning[wrong-login]",
            "no story keeps low-rate-limit: add one to src/test/cases whose expected/output has it"
                + " with the verdict \"met\""),
        gaps(List.of(Rule.WRONG_LOGIN, Rule.LOW_RATE_LIMIT, Rule.MISSING_SCOPE), without));
  }

  @Test
  void everyRuleHasAPageAndEveryPageARule() throws IOException {
    List<String> pages;
    try (var files = Files.list(Path.of("docs/rules"))) {
      pages = files.map(page -> page.getFileName().toString()).sorted().toList();
    }

    List<String> wanted = Rule.ids().stream().map(id -> id + ".md").toList();
    assertEquals(
        List.of(),
        wanted.stream().filter(page -> !pages.contains(page)).toList(),
        "write these pages of docs/rules, built like the others");
    assertEquals(
        List.of(),
        pages.stream().filter(page -> !wanted.contains(page)).toList(),
        "no rule of finding/Rule is called so: delete these pages of docs/rules");
    for (Rule rule : Rule.values()) {
      String page = Files.readString(Path.of(rule.docs()));
      assertTrue(
          page.startsWith("# " + rule.id() + "\n\n"),
          rule.docs() + " starts with the line `# " + rule.id() + "` and an empty one");
    }
  }

  @Test
  void titlesStandAloneAndNeedNoHistory() {
    List<String> titles = Arrays.stream(Rule.values()).map(Rule::title).toList();

    assertEquals(
        titles.size(),
        titles.stream().distinct().count(),
        "two rules of finding/Rule have the same title");
    for (String title : titles) {
      assertTrue(
          title.matches("(?:[a-z]|YAML|GitHub).{5,90}[^.!]"),
          "a title in finding/Rule is one phrase in lower case without a full stop: " + title);
      assertTrue(
          !title.matches(".*\\d.*|.*\\b(?:new|now|anymore|since|issue)\\b.*"),
          "a title in finding/Rule has no number and tells no history: " + title);
    }
  }

  private static List<String> gaps(List<Rule> rules, List<Ending> endings) {
    List<String> gaps = new ArrayList<>();
    for (Rule rule : rules) {
      if (endings.stream().noneMatch(ending -> ending.breaks(rule))) {
        gaps.add(
            "no story breaks %1$s: add one to src/test/cases whose expected/console.txt says error[%1$s] or warning[%1$s]"
                .formatted(rule.id()));
      }
      if (endings.stream().noneMatch(ending -> ending.keeps(rule))) {
        gaps.add("no story keeps " + rule.id() + ": " + keeping(rule));
      }
    }
    return gaps;
  }

  private static String keeping(Rule rule) {
    return MEETABLE.contains(rule)
        ? "add one to src/test/cases whose expected/output has it with the verdict \"met\""
        : "add one to src/test/cases that passes without a word of it; if a report says when it is"
            + " met, name it in RulesTest.MEETABLE";
  }

  private static List<Ending> endings() throws IOException {
    List<Ending> endings = new ArrayList<>();
    for (Path folder : CasesTest.folders()) {
      endings.add(Ending.of(folder));
    }
    return endings;
  }
}
