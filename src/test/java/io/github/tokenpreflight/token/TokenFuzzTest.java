package io.github.tokenpreflight.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.tokenpreflight.fuzz.Bounded;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a variable holds, it becomes a token that tells nothing of itself, or none.
class TokenFuzzTest {
  static Stream<byte[]> values() {
    return Stream.of(
            "",
            "not a token",
            "\"'`quoted`'\"",
            "Bearer bearer",
            "${{ secrets.X }}",
            "a\r\nb",
            TestTokens.classic(),
            TestTokens.fineGrained(),
            TestTokens.installationJwt(),
            TestTokens.refresh(),
            TestTokens.legacy())
        .map(text -> text.getBytes(UTF_8));
  }

  @MethodSource("values")
  @FuzzTest
  void aValueBecomesATokenThatTellsNothing(byte[] value) {
    String given = new String(value, UTF_8);
    Bounded.run(() -> Token.of(given).ifPresent(token -> check(given, token)));
  }

  private static void check(String given, Token token) {
    assertEquals(given, token.revealAsGiven());
    assertFalse(token.reveal().isEmpty());
    boolean telling = token.reveal().length() > 20;
    assertFalse(telling && token.toString().contains(token.reveal()));
  }
}
