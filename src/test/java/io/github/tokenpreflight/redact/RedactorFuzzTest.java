package io.github.tokenpreflight.redact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.tokenpreflight.fuzz.Bounded;
import io.github.tokenpreflight.token.TestTokens;
import io.github.tokenpreflight.token.Token;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever stands around a token, the token does not stand in the redacted text.
class RedactorFuzzTest {
  private static final Token TOKEN = TestTokens.boxed(TestTokens.fineGrained());
  private static final Redactor REDACTOR = Redactor.of(List.of(Disguises.of(TOKEN)));

  static Stream<byte[]> texts() {
    String token = TOKEN.reveal();
    return Stream.of("", token, "\"" + token + "\"", Encodings.base64("x:" + token), token + token)
        .map(text -> text.getBytes(UTF_8));
  }

  @MethodSource("texts")
  @FuzzTest
  void noTextKeepsTheToken(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    String half = TOKEN.reveal().substring(0, 40);
    for (String around :
        List.of(text, text + TOKEN.reveal() + text, half + text + TOKEN.reveal())) {
      Bounded.run(() -> assertFalse(REDACTOR.redacted(around).contains(TOKEN.reveal())));
    }
  }
}
