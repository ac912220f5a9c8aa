package io.github.tokenpreflight.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SightingTest {
  private static final List<String> TOKENS =
      List.of(
          TestTokens.classic(),
          TestTokens.oauth(),
          TestTokens.appUser(),
          TestTokens.installation(),
          TestTokens.installationJwt(),
          TestTokens.refresh(),
          TestTokens.fineGrained(),
          "ghp_" + "abcdefghij".repeat(4).substring(4));

  @Test
  void aTokenIsSeenWhateverStandsAroundIt() {
    for (String token : TOKENS) {
      for (String around : List.of("@", "x=@&y", "\"@\"", "https://@:x@host", "a_@ b", "@, @")) {
        String text = around.replace("@host", "#host").replace("@", token).replace("#", "@");

        for (Sighting seen : Sighting.in(text)) {
          assertEquals(token, text.substring(seen.start(), seen.end()));
        }
        assertEquals(around.equals("@, @") ? 2 : 1, Sighting.in(text).size(), text);
      }
    }
  }

  @Test
  void aTokenThatLostItsEndIsSeenToo() {
    assertEquals(1, Sighting.in(TestTokens.classic().substring(0, 34)).size());
  }

  @Test
  void namesThatStartLikeATokenAreNone() {
    for (String name :
        List.of(
            "github_pat_of_the_release_bot_of_the_site",
            "github_pat_2026_11_28_of_the_bot",
            "ghp_short1234567890",
            "ghs_",
            "the highs_2026112820261128201",
            "laughs_0123456789012345678901234567890")) {
      assertEquals(List.of(), Sighting.in(name), name);
    }
  }

  @Test
  void aMebibyteIsReadAtOnce() {
    for (String piece : List.of("ghp_", "ghs_a.", "g", "ghs_-", "github_pat_1", "1", "_gho_x")) {
      String text = piece.repeat((1 << 20) / piece.length());

      assertTimeout(Duration.ofSeconds(5), () -> Sighting.in(text), piece);
    }
  }
}
