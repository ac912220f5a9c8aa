package io.github.tokenpreflight.redact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.token.TestTokens;
import io.github.tokenpreflight.token.Token;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RedactorTest {
  private static final List<String> VALUES =
      List.of(
          TestTokens.classic(),
          TestTokens.fineGrained(),
          TestTokens.installation(),
          TestTokens.installationJwt(),
          TestTokens.refresh(),
          TestTokens.legacy(),
          "a value/with+odd=\"characters\" & 'more' <é>");

  @Test
  void everyDisguiseOfEveryTokenIsHidden() {
    for (Token token : tokens()) {
      Redactor redactor = hiding(token);
      for (String disguise : Disguises.of(token).all()) {
        String redacted = redactor.redacted("before " + disguise + " after");

        assertEquals("before *** after", redacted);
      }
    }
  }

  @Test
  void aPlantedLeakIsFoundWhenNothingRedacts() {
    for (Token token : tokens()) {
      for (String disguise : Disguises.of(token).all()) {
        String leak = Redactor.none().redacted("before " + disguise + " after");

        assertTrue(leak.contains(disguise));
      }
    }
  }

  @Test
  void theFormsThatProgramsReallyWriteAreHidden() {
    for (String value : VALUES) {
      Redactor redactor = redactor(value);
      byte[] bytes = value.getBytes(UTF_8);

      assertEquals("***", redactor.redacted(value));
      assertEquals("x=***&y", redactor.redacted("x=" + URLEncoder.encode(value, UTF_8) + "&y"));
      assertEquals("***", redactor.redacted(HexFormat.of().formatHex(bytes)));
      assertEquals("***", redactor.redacted(HexFormat.of().withUpperCase().formatHex(bytes)));
      assertEquals("***", redactor.redacted(Base64.getEncoder().encodeToString(bytes)));
      assertEquals("***", redactor.redacted(Base64.getUrlEncoder().encodeToString(bytes)));
      assertEquals("***", redactor.redacted(base64("x-access-token:" + value)));
      assertEquals("***", redactor.redacted(base64(value + ":x-oauth-basic")));
      assertEquals("***", redactor.redacted(base64("Bearer " + value)));
    }
  }

  @Test
  void base64OfTheTokenInsideAnythingElseLeavesNothingWorthHaving() {
    for (String value : VALUES) {
      for (String before : List.of("", "u:", "user:", "somebody:")) {
        for (String after : List.of("", "\n", "\r\n", ":xyz")) {
          String whole = base64(before + value + after);
          String redacted = redactor(value).redacted(whole);

          int most = base64(before).length() + base64(after).length() + 8;
          assertTrue(redacted.contains("***"), redacted);
          assertTrue(redacted.length() <= most, redacted);
        }
      }
    }
  }

  @Test
  void base64BrokenIntoLinesIsHidden() {
    for (String value : VALUES) {
      String wrapped =
          Base64.getMimeEncoder(76, new byte[] {'\n'})
              .encodeToString((value + "\n").getBytes(UTF_8));
      for (String line : redactor(value).redacted(wrapped).lines().toList()) {
        assertTrue(line.startsWith("***") && line.length() <= 3 + 8, line);
      }
    }
  }

  @Test
  void partsOfATokenThatAreSecretAloneAreHidden() {
    String jwt = TestTokens.installationJwt();
    String signature = jwt.substring(jwt.lastIndexOf('.') + 1);

    assertEquals("sig ***", redactor(jwt).redacted("sig " + signature));
    assertEquals(
        "body ***",
        redactor(TestTokens.classic())
            .redacted("body " + TestTokens.classic().substring("ghp_".length())));
  }

  @Test
  void overlappingDisguisesBecomeOne() {
    Redactor redactor = hiding(boxed("abcdefgh1234"), boxed("1234ijklmnop"));

    assertEquals("<***>", redactor.redacted("<abcdefgh1234ijklmnop>"));
  }

  @Test
  void neighboursAreHiddenOneByOne() {
    assertEquals("******", redactor("abcdefgh").redacted("abcdefghabcdefgh"));
  }

  @Test
  void everyTokenOfManyIsHidden() {
    String text = String.join("|", VALUES);

    assertEquals(
        String.join("|", VALUES.stream().map(_ -> "***").toList()),
        hiding(tokens().toArray(Token[]::new)).redacted(text));
  }

  @Test
  void aTextWithoutSecretsIsTheSameText() {
    String text = "the token lacks the scope `repo`, ghp_ and ghp_Preflight0 are no secrets";

    assertSame(text, hiding(tokens().toArray(Token[]::new)).redacted(text));
    assertSame(text, Redactor.none().redacted(text));
    assertEquals("", hiding(tokens().toArray(Token[]::new)).redacted(""));
  }

  @Test
  void aTokenTooShortToHideDoesNotRuinTheText() {
    assertEquals("a banana", redactor("a").redacted("a banana"));
  }

  @Test
  void aMebibyteIsRedactedInNoTime() {
    String value = TestTokens.classic();
    String nearly = value.substring(0, value.length() - 1);
    String text = (nearly + "!").repeat((1 << 20) / value.length()) + value;
    String same = "a".repeat(1 << 20);

    assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          assertTrue(hiding(tokens().toArray(Token[]::new)).redacted(text).endsWith("!***"));
          assertEquals("***", redactor("a".repeat(300)).redacted(same));
        });
  }

  @Test
  void aSecretOverTwoLinesIsHiddenAsAWholeAndLineByLine() {
    Redactor redactor = redactor("first-half-of-it\nsecond-half-of-it");

    assertEquals("***", redactor.redacted("first-half-of-it\nsecond-half-of-it"));
    assertEquals("*** and ***", redactor.redacted("first-half-of-it and second-half-of-it"));
    assertFalse(redactor.redacted("first-half-of-it\\nsecond-half-of-it").contains("half"));
  }

  @Test
  void formsOfEveryCharacterAreHidden() {
    for (String value : VALUES) {
      StringBuilder json = new StringBuilder();
      StringBuilder percent = new StringBuilder();
      value.chars().forEach(c -> json.append(String.format(Locale.ROOT, "\\u%04x", c)));
      for (byte octet : value.getBytes(UTF_8)) {
        percent.append(String.format(Locale.ROOT, "%%%02X", octet));
      }
      String reversed = new StringBuilder(value).reverse().toString();

      for (String form :
          List.of(
              json.toString(),
              json.toString().toUpperCase(Locale.ROOT).replace("\\U", "\\u"),
              percent.toString(),
              percent.toString().toLowerCase(Locale.ROOT),
              reversed)) {
        assertEquals("***", redactor(value).redacted(form));
      }
    }
  }

  @Test
  void aTokenInOtherCaseIsHidden() {
    for (String value : VALUES.subList(0, VALUES.size() - 1)) {
      for (String other : List.of(value.toUpperCase(Locale.ROOT), value.toLowerCase(Locale.ROOT))) {
        String redacted = redactor(value).redacted(other);

        assertTrue(redacted.endsWith("***"), redacted);
      }
    }
  }

  @Test
  void everyTellingStretchOfARandomValueIsHiddenWhateverItsForm() {
    for (String value : List.of(TestTokens.legacy(), "Zx81-9fK2.mQ7_pL0vB3nR6tY5")) {
      for (String form :
          List.of(value, base64(value), HexFormat.of().formatHex(value.getBytes(UTF_8)))) {
        for (int at = 0; at + 14 <= form.length() - 3; at++) {
          String cut = form.substring(at, at + 14);

          assertTrue(redactor(value).redacted("<" + cut + ">").contains("***"), cut);
        }
      }
    }
  }

  @Test
  void theHeaderThatAllJsonWebTokensShareIsNoSecret() {
    String header = TestTokens.installationJwt().split("[_.]", -1)[2];

    assertEquals(header, redactor(TestTokens.installationJwt()).redacted(header));
  }

  @Test
  void anInnocentWordOfAnotherValueIsLeftAlone() {
    assertEquals(
        "production, release_production",
        redactor("my_release_production").redacted("production, release_production"));
  }

  @Test
  void base64FoldedAnywhereIsHidden() {
    for (String value : VALUES.subList(0, 6)) {
      for (int columns : List.of(16, 60, 64, 72)) {
        String folded =
            Base64.getMimeEncoder(columns, new byte[] {'\n'})
                .encodeToString(("x-access-token:" + value).getBytes(UTF_8));
        for (String line : redactor(value).redacted(folded).lines().skip(2).toList()) {
          assertTrue(line.length() <= 3 + 11 + 8, line);
        }
      }
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static Redactor redactor(String value) {
    return hiding(boxed(value));
  }

  private static Redactor hiding(Token... tokens) {
    return Redactor.of(Arrays.stream(tokens).map(Disguises::of).toList());
  }

  private static Token boxed(String value) {
    return TestTokens.boxed(value);
  }

  private static List<Token> tokens() {
    return VALUES.stream().map(TestTokens::boxed).toList();
  }
}
