package io.github.tokenpreflight.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tokenpreflight.evidence.Grant;
import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.TestAnswers;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Statement;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.Question;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The one translation of a grant to a verdict: the three ways of saying no stay apart.
final class ClaimTest {
  private static final Question ASKED = Question.get(URI.create("https://api.test/x"), "a test");
  private static final List<Answer> BY = List.of(TestAnswers.given(ASKED, "{}"));
  private static final Claim CLAIM =
      new Claim(
          Rule.MISSING_PERMISSION,
          "permissions.x",
          Statement.of("the token has `x`"),
          lead -> Statement.of(lead + " `x`"));

  @Test
  void aHeldGrantMeetsTheClaim() {
    said(new Grant.Held("because", BY), Verdict.MET, "the token has `x`", List.of());
  }

  @Test
  void aLackingGrantIsToldByItsOwnWords() {
    said(new Grant.Lacking("because", Cause.GRANT, BY), Verdict.UNMET, "refuted", List.of());
  }

  @Test
  void aDoubtfulGrantIsNotProvable() {
    List<String> advice = List.of("advice");
    said(new Grant.Unprovable("because", BY), Verdict.UNPROVEN, "could not prove `x`", advice);
    said(new Grant.Ambiguous("because", BY), Verdict.UNPROVEN, "could not prove `x`", advice);
  }

  @Test
  void anUnansweredGrantCouldNotBeAsked() {
    said(
        new Grant.Unanswered("because", BY),
        Verdict.INCONCLUSIVE,
        "could not check `x`",
        List.of("run the job again"));
  }

  private static void said(Grant grant, Verdict verdict, String message, List<String> help) {
    Finding finding =
        CLAIM.finding(
            grant,
            _ -> Finding.of(CLAIM.rule(), Verdict.UNMET, CLAIM.requirement(), "refuted"),
            () -> "advice");

    assertEquals(verdict, finding.verdict());
    assertEquals(message, finding.message());
    assertEquals(help, finding.help());
    assertEquals("permissions.x", finding.requirement());
    assertEquals(1, finding.proofs().size(), "the answer is named as a proof");
  }
}
