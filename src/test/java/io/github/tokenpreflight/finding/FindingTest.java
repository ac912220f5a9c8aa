package io.github.tokenpreflight.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
    assertEquals(Doubt.CIRCUMSTANTIAL, of(Verdict.UNPROVEN).doubt());

    Finding structural = of(Verdict.UNPROVEN).structural();

    assertEquals(Doubt.STRUCTURAL, structural.seen("more").doubt());
    assertEquals(Severity.NOTE, structural.severity());
  }

  private static Finding of(Verdict verdict) {
    return Finding.of(Rule.MISSING_SCOPE, verdict, "scopes: repo", "a message");
  }
}
