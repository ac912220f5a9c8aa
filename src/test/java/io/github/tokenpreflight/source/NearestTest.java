package io.github.tokenpreflight.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> SCOPES =
      List.of("repo", "repo:status", "read:org", "write:org", "admin:org", "workflow", "gist");

  @Test
  void oneWrongMissingOrSwappedLetterIsForgiven() {
    assertEquals(List.of("workflow"), Nearest.to("workflwo", SCOPES));
    assertEquals(List.of("workflow"), Nearest.to("workflows", SCOPES));
    assertEquals(List.of("workflow"), Nearest.to("workflo", SCOPES));
    assertEquals(List.of("gist"), Nearest.to("gits", SCOPES));
  }

  @Test
  void caseHyphensAndUnderscoresDoNotCount() {
    assertEquals(List.of("read:org"), Nearest.to("Read_Org", SCOPES));
    assertEquals(List.of("pull_requests"), Nearest.to("PULL-REQUESTS", List.of("pull_requests")));
  }

  @Test
  void theClosestComesFirstThenTheAlphabet() {
    List<String> known = List.of("contents", "content", "consents");

    assertEquals(List.of("contents", "consents", "content"), Nearest.to("contents", known));
  }

  @Test
  void atMostThreeAreTold() {
    assertEquals(3, Nearest.to("abcdef", List.of("abcdea", "abcdeb", "abcdec", "abcded")).size());
  }

  @Test
  void aWildGuessIsNotTold() {
    assertEquals(List.of(), Nearest.to("deployments", SCOPES));
    assertEquals(List.of(), Nearest.to("x", List.of("y", "on", "z")));
    assertEquals(List.of(), Nearest.to("", SCOPES));
    assertEquals(List.of(), Nearest.to("w".repeat(10_000), SCOPES));
  }
}
