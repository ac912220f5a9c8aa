package io.github.tokenpreflight.requirements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeclaredNamesTest {
  @Test
  void namesAreFoundInEveryNotationAndInBrokenFiles() {
    for (String text :
        List.of(
            "version: 1\ntokens:\n  RELEASE_TOKEN:\n    why: [",
            "{\"version\": 1, \"tokens\": {\"RELEASE_TOKEN\" : {",
            "tokens: { RELEASE_TOKEN: {} }\n\t",
            "tokens:\n  'RELEASE_TOKEN': &a\n",
            "tokens:\nRELEASE_TOKEN : x")) {
      assertTrue(DeclaredNames.in(text).contains("RELEASE_TOKEN"), text);
    }
  }

  @Test
  void namesAreFoundWhateverTheEncoding() {
    String text = "version: 1\ntokens:\n  A_TOKEN: {}\n";
    for (var encoding :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
      assertEquals(Set.of("A_TOKEN"), DeclaredNames.in(text.getBytes(encoding)));
    }
  }

  @Test
  void variablesOfTheSystemAndWordsBeforeTheTokensAreNone() {
    assertEquals(
        Set.of("A"),
        DeclaredNames.in(
            "X: 1\ntokens:\n  PATH: {}\n  HOME: {}\n  GITHUB_REPOSITORY: {}\n  A: {}"));
  }

  @Test
  void aMebibyteIsReadAtOnce() {
    for (String piece : List.of("a", "a ", "a:", "a'", "tokens: ", "INPUT_")) {
      String text = "tokens:" + piece.repeat((1 << 20) / piece.length());

      assertTimeout(Duration.ofSeconds(5), () -> DeclaredNames.in(text), piece);
    }
  }
}
