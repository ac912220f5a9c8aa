package io.github.tokenpreflight.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.redact.Disguises;
import io.github.tokenpreflight.token.TestTokens;
import io.github.tokenpreflight.token.Token;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MaskingTest {
  @Test
  void theTokenIsMaskedFirst() {
    Token token = TestTokens.boxed(TestTokens.classic());

    assertEquals(
        "::add-mask::" + TestTokens.classic(),
        Masking.lines(List.of(Disguises.of(token))).getFirst());
  }

  @Test
  void everyMaskIsOneLineAndStandsOnce() {
    Token token = TestTokens.boxed(TestTokens.installationJwt());
    Token broken = TestTokens.boxed("first-half-of-it\r\nsecond-half-of-it 100%");
    List<String> lines = Masking.lines(Stream.of(token, token, broken).map(Disguises::of).toList());

    assertEquals(lines.stream().distinct().toList(), lines);
    assertTrue(lines.stream().allMatch(line -> line.matches("::add-mask::\\V{8,}")));
    assertTrue(lines.contains("::add-mask::second-half-of-it 100%25"));
  }

  @Test
  void withoutTokensThereIsNothingToMask() {
    assertEquals(List.of(), Masking.lines(List.of()));
  }
}
