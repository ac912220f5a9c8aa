package io.github.tokenpreflight.requirements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.tokenpreflight.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastedTokensTest {
  private static final String SECRET = "0123456789abcdefABCDEF0123456789abcd";

  @Test
  void aTokenInTheFileIsRefusedWhereverItStands() {
    for (String text :
        List.of(
            Sample.token("").replace("A:", "A: ghp_" + SECRET),
            Sample.token("").replace("A:", "ghp_" + SECRET + ":"),
            Sample.token("why: the token is ghp_" + SECRET + ", keep it"),
            Sample.token("# ghp_" + SECRET),
            Sample.token("login: ghp_" + SECRET + "\nbroken: [ghp_" + SECRET))) {
      Reading.Invalid reading = assertInstanceOf(Reading.Invalid.class, Sample.read(text));

      assertEquals(
          "a token itself seems to stand in the file", reading.errors().getFirst().message());
      assertFalse(everything(reading).contains(SECRET), text);
    }
  }

  @Test
  void eachTokenIsShownWithItsSecretMasked() {
    Finding error = Sample.findings(Sample.read(Sample.token("why: gho_" + SECRET))).getFirst();

    assertEquals("gho_" + "*".repeat(36), Sample.cut(error.place().orElseThrow()));
  }

  @Test
  void allTokensAreFoundBehindForeignLineEnds() {
    String text = Sample.token("# ghp_" + SECRET + "\nwhy: ghu_" + SECRET).replace("\n", "\r\n");

    assertEquals(
        List.of("t.yml:4:7", "t.yml:5:10"),
        Sample.findings(Sample.read(text)).stream()
            .map(error -> error.place().orElseThrow().link())
            .toList());
  }

  @Test
  void namesThatLookLikeAPrefixAreFine() {
    Sample.requirements("why: github_pat_of_the_release_bot_of_the_site and ghp_short1234567890");
    assertEquals(
        List.of(),
        Sample.errors("version: 1\ntokens: { github_pat_of_the_release_bot_of_the_site: {} }"));
  }

  private static String everything(Reading.Invalid reading) {
    StringBuilder all = new StringBuilder(reading.file().text());
    for (Finding error : reading.errors()) {
      all.append(error.message()).append(error.help());
      all.append(error.place().orElseThrow().file().text());
    }
    return all.toString();
  }
}
