package io.github.tokenpreflight.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tokenpreflight.evidence.Grant;
import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.TestAnswers;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Remedy;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Statement;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.github.Question;
import io.github.tokenpreflight.github.Refusal.Meaning;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each cause has its own sentence, its own rule and its own way to mend it.
final class RefutationTest {
  private static final Refutation REFUTATION =
      new Refutation(
          Rule.MISSING_PERMISSION,
          "permissions.x",
          lead -> Statement.of(lead + " `x`"),
          "acme/site");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "KIND          | MISSING_PERMISSION      | the token lacks `x`",
        "REACH         | REPOSITORY_OUT_OF_REACH | `acme/site` is not there, or hidden from the token",
        "STATE         | MISSING_PERMISSION      | now nobody has `x`",
        "GRANT         | MISSING_PERMISSION      | the token lacks `x`",
        "ROLE          | MISSING_ROLE            | the user behind the token lacks `x`",
        "GRANT_OR_ROLE | MISSING_PERMISSION      | the token or the user behind it lacks `x`",
        "GRANT ROLE    | MISSING_PERMISSION      | the token and the user behind it lack `x`",
        "REACH GRANT   | REPOSITORY_OUT_OF_REACH | `acme/site` is not there, or hidden from the token"
      })
  void everyCauseHasItsRuleAndItsSentence(String causes, Rule rule, String message) {
    Finding finding = of(causes);

    assertEquals(rule, finding.rule());
    assertEquals(message, finding.message());
    assertEquals(Verdict.UNMET, finding.verdict());
  }

  @Test
  void whoeverLacksItIsHelped() {
    String role =
        "give the user behind the token the role in `acme/site`, or use a token of a user who has it";

    assertEquals(List.of("mend the token"), of("GRANT").help());
    assertEquals(List.of(role), of("ROLE").help());
    assertEquals(List.of("mend the token", role), of("GRANT_OR_ROLE").help());
    assertEquals(List.of("mend the token", role), of("GRANT ROLE").help());
    assertEquals(
        List.of("unarchive `acme/site`, or leave the requirement out"), of("STATE").help());
  }

  @Test
  void aPolicyIsToldAsWhatItIs() {
    Question asked = Question.get(URI.create("https://api.test/x"), "a test");
    Finding finding =
        REFUTATION.of(
            new Grant.Lacking(
                "refused",
                Cause.POLICY,
                List.of(TestAnswers.refused(asked, Meaning.CLASSIC_FORBIDDEN))),
            List.of());

    assertEquals(Rule.POLICY_REFUSAL, finding.rule());
    assertEquals("the organization `acme` forbids classic tokens", finding.message());
  }

  private static Finding of(String causes) {
    Set<Cause> all =
        Arrays.stream(causes.split(" ", -1)).map(Cause::valueOf).collect(Collectors.toSet());
    return REFUTATION.of(
        new Grant.Lacking("said", all, List.of()), List.of(Remedy.step("mend the token")));
  }
}
