package io.github.tokenpreflight.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenTest {
  private static final Map<String, TokenForm> FORMS =
      Map.of(
          TestTokens.classic(),
          TokenForm.CLASSIC,
          TestTokens.oauth(),
          TokenForm.OAUTH,
          TestTokens.appUser(),
          TokenForm.APP_USER,
          TestTokens.installation(),
          TokenForm.INSTALLATION,
          TestTokens.installationJwt(),
          TokenForm.INSTALLATION,
          TestTokens.refresh(),
          TokenForm.REFRESH,
          TestTokens.fineGrained(),
          TokenForm.FINE_GRAINED,
          TestTokens.legacy(),
          TokenForm.LEGACY,
          "a-token-of-some-proxy",
          TokenForm.OTHER);

  @Test
  void everyFormIsToldByItsPrefixAndWearsNoBlemish() {
    FORMS.forEach((value, form) -> {
      Token token = TestTokens.boxed(value);

      assertEquals(form, token.form());
      assertEquals(List.of(), token.blemishes(), form.toString());
      assertTrue(token.sendable());
      assertEquals(value, token.reveal());
    });
  }

  @Test
  void theLongestPrefixesAndLengthsAreThoseThatGitHubDocuments() {
    assertEquals(40, TestTokens.classic().length());
    assertEquals(80, TestTokens.refresh().length());
    assertEquals(93, TestTokens.fineGrained().length());
  }

  @Test
  void nothingIsNoToken() {
    for (String nothing : List.of("", " ", "\n", "\t \r\n", "\"\"", "''", "Bearer ", "bearer")) {
      assertTrue(Token.of(nothing).isEmpty(), "<" + nothing + ">");
    }
  }

  @Test
  void whiteSpaceAroundATokenIsTakenOffAndNamed() {
    for (String given : List.of(" %", "%\n", "%\r\n", "\t% ")) {
      Token token = TestTokens.boxed(given.replace("%", TestTokens.classic()));

      assertEquals(TestTokens.classic(), token.reveal());
      assertEquals(List.of(Blemish.SURROUNDING_SPACE), token.blemishes());
      assertTrue(token.sendable());
    }
  }

  @Test
  void quotationMarksAreTakenOffAndNamed() {
    for (String given : List.of("\"%\"", "'%'", "`%`", "\"'%'\"")) {
      Token token = TestTokens.boxed(given.replace("%", TestTokens.classic()));

      assertEquals(TestTokens.classic(), token.reveal());
      assertEquals(List.of(Blemish.QUOTES), token.blemishes());
    }
  }

  @Test
  void aSingleQuotationMarkStays() {
    assertEquals("\"abcdefgh", TestTokens.boxed("\"abcdefgh").reveal());
    assertEquals("\"", TestTokens.boxed("\"").reveal());
  }

  @Test
  void theSchemeOfAHeaderIsTakenOffAndNamedAlsoBehindQuotationMarks() {
    for (String given : List.of("Bearer %", "bearer %", "token  %")) {
      Token token = TestTokens.boxed(given.replace("%", TestTokens.classic()));

      assertEquals(TestTokens.classic(), token.reveal());
      assertEquals(List.of(Blemish.SCHEME_PREFIX), token.blemishes());
    }
    for (String given : List.of("\"Bearer %\"", "Bearer \"%\"")) {
      Token token = TestTokens.boxed(given.replace("%", TestTokens.classic()));

      assertEquals(TestTokens.classic(), token.reveal());
      assertTrue(
          token.blemishes().containsAll(List.of(Blemish.QUOTES, Blemish.SCHEME_PREFIX)), given);
    }
  }

  @Test
  void aLineBreakInsideCannotBeSent() {
    Token token = TestTokens.boxed(TestTokens.classic() + "\n" + TestTokens.oauth());

    assertEquals(List.of(Blemish.LINE_BREAK), token.blemishes());
    assertFalse(token.sendable());
  }

  @Test
  void charactersThatNoHeaderMayCarryAreNamed() {
    for (String odd : List.of("\u200B", "\uFEFF", "é", "\u0007", " ")) {
      Token token = TestTokens.boxed("ghp_" + odd + "Preflight");

      assertEquals(List.of(Blemish.UNSENDABLE), token.blemishes());
      assertFalse(token.sendable());
    }
  }

  @Test
  void aTokenThatLostItsEndLooksCutShort() {
    for (String whole : FORMS.keySet()) {
      boolean telling =
          switch (TestTokens.boxed(whole).form()) {
            case CLASSIC, OAUTH, APP_USER, FINE_GRAINED -> true;
            case INSTALLATION -> whole.length() == 40;
            case REFRESH, LEGACY, OTHER -> false;
          };
      Token cut = TestTokens.boxed(whole.substring(0, whole.length() - 1));

      assertEquals(telling, cut.blemishes().contains(Blemish.CUT_SHORT), cut.toString());
      assertTrue(cut.sendable());
    }
  }

  @Test
  void oneWrongLetterIsSeenByTheChecksum() {
    String wrong = TestTokens.classic().replace("Preflight0P", "Preflight0Q");

    assertEquals(List.of(Blemish.CUT_SHORT), TestTokens.boxed(wrong).blemishes());
  }

  @Test
  void theFormOfAnInstallationTokenLeavesOpenWhoseItIs() {
    assertEquals(
        List.of(TokenKind.APP_INSTALLATION, TokenKind.ACTIONS),
        TestTokens.boxed(TestTokens.installationJwt()).form().kinds());
    assertEquals(List.of(), TokenForm.REFRESH.kinds());
  }

  @Test
  void aBoxPrintsNothingOfItsSecret() {
    for (String value : FORMS.keySet()) {
      String printed = TestTokens.boxed(value).toString();

      for (int i = 0; i + 6 <= value.length(); i++) {
        assertFalse(printed.contains(value.substring(i, i + 6)), printed);
      }
    }
  }

  @Test
  void theWordsOfKindsAreReadBack() {
    for (TokenKind kind : TokenKind.values()) {
      assertEquals(kind, TokenKind.parse(kind.word()).orElseThrow());
      assertTrue(kind.hasScopes() != kind.hasPermissions());
    }
    assertTrue(TokenKind.parse("Classic").isEmpty());
  }
}
