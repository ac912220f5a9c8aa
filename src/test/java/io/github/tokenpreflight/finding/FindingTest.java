package io.github.tokenpreflight.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTest {
  @Test
  void aVerdictHasItsUsualSeverity() {
    assertEquals(Severity.NOTE, of(Verdict.MET).severity());
    assertEquals(Severity.NOTE, of(Verdict.NOT_APPLICABLE).severity());
    assertEquals(Severity.WARNING, of(Verdict.UNPROVEN).severity());
    assertEquals(Severity.ERROR, of(Verdict.UNMET).severity());
    assertEquals(Severity.ERROR, of(Verdict.INCONCLUSIVE).severity());
    assertEquals(Severity.ERROR, Finding.error(Rule.WRONG_INPUT, "a message").severity());
  }

  @Test
  void whatIsAddedComesAfterWhatWasThereAndChangesNothingElse() {
    Finding first = of(Verdict.UNMET).help("one").seen("a");
    Finding second = first.help("two", "three").seen(new Seen("full", "discreet"));

    assertEquals(List.of("one"), first.help());
    assertEquals(List.of("one", "two", "three"), second.help());
    assertEquals("a", second.seen().getFirst().text(true));
    assertEquals("discreet", second.seen().getLast().text(true));
    assertEquals("full", second.seen().getLast().text(false));
    assertEquals(first.message(), second.message());
  }

  @Test
  void whatNoQuestionSettlesIsANote() {
    assertFalse(of(Verdict.UNPROVEN).isStructural());

    Finding structural = of(Verdict.UNPROVEN).structural();

    assertTrue(structural.seen("more").isStructural());
    assertEquals(Severity.NOTE, structural.severity());
  }

  @Test
  void aTitleNamesTheToken() {
    assertEquals("A lacks `x` on `o/r`", about("the token lacks"));
    assertEquals("the user behind A lacks `x` on `o/r`", about("the user behind the token lacks"));
    assertEquals("A: could not prove `x` on `o/r`", about("could not prove"));
    assertEquals("the value of `A` is odd", Statement.of("the value of `A` is odd").about("A"));
  }

  private static String about(String lead) {
    return Statement.of(lead, lead, "x", "o/r").about("A");
  }

  @Test
  void whatOneActMendsIsOneFinding() {
    List<Finding> merged =
        Causes.merged(
            List.of(
                lacks("issues: write", "acme/site", "Issues: Read and write"),
                of(Verdict.MET),
                lacks("statuses: write", "acme/site", "Commit statuses: Read and write"),
                lacks("issues: write", "acme/docs", "Issues: Read and write"),
                lacks("statuses: write", "acme/docs", "Commit statuses: Read and write"),
                lacks("pages: read", "acme/docs", "Pages: Read-only")));

    assertEquals(2, merged.size());
    Finding one = merged.getFirst();
    assertEquals(
        "the token lacks `issues: write` and `statuses: write` on `acme/site`; "
            + "`issues: write`, `statuses: write` and `pages: read` on `acme/docs`",
        one.message());
    assertEquals(
        List.of(
            "on acme/site and acme/docs add Issues: Read and write, "
                + "Commit statuses: Read and write and Pages: Read-only"),
        one.help());
    assertEquals(5, one.parts().count());
    assertEquals(2, one.seen().size());
  }

  @Test
  void whatIsMendedOtherwiseStaysApart() {
    Finding first = lacks("issues: write", "acme/site", "Issues: Read and write");

    assertEquals(2, merged(first, first.as(Severity.WARNING)));
    assertEquals(2, merged(first, of(Verdict.UNMET)));
    assertEquals(2, merged(of(Verdict.MET), of(Verdict.MET)));
    assertEquals(2, merged(of(Verdict.UNPROVEN), of(Verdict.UNPROVEN)));
    assertEquals(1, merged(of(Verdict.UNMET), of(Verdict.UNMET)));
  }

  private static int merged(Finding... findings) {
    return Causes.merged(List.of(findings)).size();
  }

  private static Finding lacks(String permission, String place, String label) {
    return Finding.of(
            Rule.MISSING_PERMISSION,
            Verdict.UNMET,
            "permissions." + permission + " on " + place,
            Statement.of("the token lacks", "the token lacks", permission, place))
        .seen("GitHub refused " + place)
        .help(List.of(Remedy.adding("on {places} add {things}", label, place)));
  }

  private static Finding of(Verdict verdict) {
    return Finding.of(Rule.MISSING_SCOPE, verdict, "scopes: repo", "a message");
  }
}
