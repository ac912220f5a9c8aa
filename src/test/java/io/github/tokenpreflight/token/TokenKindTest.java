package io.github.tokenpreflight.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TokenKindTest {
  @Test
  void scopesPermissionsAndUsersFollowFromTheKind() {
    assertEquals(Set.of(TokenKind.CLASSIC, TokenKind.OAUTH), those(TokenKind::hasScopes));
    assertEquals(
        EnumSet.complementOf(EnumSet.of(TokenKind.CLASSIC, TokenKind.OAUTH)),
        those(TokenKind::hasPermissions));
    assertEquals(
        EnumSet.complementOf(EnumSet.of(TokenKind.ACTIONS, TokenKind.APP_INSTALLATION)),
        those(TokenKind::hasUser));
  }

  @Test
  void aKindIsFoundByItsWordAlone() {
    assertEquals(TokenKind.values().length, TokenKind.words().size());
    for (TokenKind kind : TokenKind.values()) {
      assertEquals(Optional.of(kind), TokenKind.parse(kind.word()));
      assertFalse(kind.title().isEmpty());
    }
    assertEquals(Optional.empty(), TokenKind.parse("Classic"));
  }

  @Test
  void fortyHexadecimalDigitsAreATokenFromBefore2021AndNothingElseIs() {
    assertEquals(TokenForm.LEGACY, TokenForm.of("0123456789abcdef".repeat(3).substring(8)));
    for (String other : List.of("g", "A", "F", "`", "/", ":", "@")) {
      assertEquals(TokenForm.OTHER, TokenForm.of("0".repeat(39) + other), other);
    }
    assertEquals(TokenForm.OTHER, TokenForm.of("0".repeat(39)));
    assertEquals(TokenForm.OTHER, TokenForm.of("0".repeat(41)));
  }

  @Test
  void twoBoxesAreComparedByWhatIsInThem() {
    Token token = TestTokens.boxed(TestTokens.classic());
    Token same = TestTokens.boxed(TestTokens.classic());
    Token padded = TestTokens.boxed(TestTokens.classic() + "\n");
    Token other = TestTokens.boxed(TestTokens.oauth());

    assertEquals(token, same);
    assertEquals(token.hashCode(), same.hashCode());
    assertNotEquals(token, padded);
    assertTrue(token.isSameAs(padded));
    assertFalse(token.isSameAs(other));
    assertEquals(40, token.length());
    assertEquals("Token[CLASSIC, 40 characters]", token.toString());
    assertTrue(TestTokens.boxed("${{ secrets.A }}").isExpression());
    assertFalse(token.isExpression());
  }

  private static Set<TokenKind> those(Predicate<TokenKind> kinds) {
    return Arrays.stream(TokenKind.values()).filter(kinds).collect(Collectors.toSet());
  }
}
