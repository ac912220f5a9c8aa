package io.github.tokenpreflight.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.token.TestTokens;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DisguisesTest {
  @Test
  void theTokenItselfIsTheFirstMask() {
    for (String value : List.of(TestTokens.classic(), TestTokens.installationJwt())) {
      assertEquals(value, Disguises.of(TestTokens.boxed(value)).maskable().getFirst());
    }
  }

  @Test
  void theLongestDisguiseComesFirst() {
    List<String> all = Disguises.of(TestTokens.boxed(TestTokens.classic())).all();

    for (int i = 1; i < all.size(); i++) {
      assertTrue(all.get(i - 1).length() >= all.get(i).length());
    }
  }

  @Test
  void whatTheRunnerDerivesByItselfIsNotMaskedAgain() {
    String value = TestTokens.classic();
    List<String> masks = Disguises.of(TestTokens.boxed(value)).maskable();
    String base64 = Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));

    assertFalse(masks.contains(base64));
    assertTrue(Disguises.of(TestTokens.boxed(value)).all().contains(base64));
  }

  @Test
  void whatTheRunnerDoesNotDeriveIsMasked() {
    String value = TestTokens.classic();
    List<String> masks = Disguises.of(TestTokens.boxed(value)).maskable();
    String hex = Encodings.hex(value);

    assertTrue(masks.contains(hex));
    assertTrue(masks.contains(hex.toUpperCase(Locale.ROOT)));
    assertTrue(masks.contains(value.substring("ghp_".length())));
    assertTrue(masks.contains(Encodings.base64Within(value, 1)));
  }

  @Test
  void thePayloadAndTheSignatureOfAnInstallationTokenAreDisguisesButItsHeaderIsNot() {
    List<String> parts = List.of(TestTokens.installationJwt().split("\\.", -1));
    List<String> masks = Disguises.of(TestTokens.boxed(TestTokens.installationJwt())).maskable();

    assertTrue(masks.contains(parts.get(1)));
    assertTrue(masks.contains(parts.get(2)));
    assertTrue(masks.stream().noneMatch(parts.get(0)::contains));
  }

  @Test
  void theSecondPartOfAFineGrainedTokenIsADisguise() {
    String value = TestTokens.fineGrained();
    List<String> masks = Disguises.of(TestTokens.boxed(value)).maskable();

    assertTrue(masks.contains(value.substring(value.length() - 59)));
  }

  @Test
  void nothingShorterThanEightCharactersIsHidden() {
    for (String value :
        List.of("abcdefg", "{\n  \"a\": 1\n}", TestTokens.classic(), "one\ntwo\nthree-and-more")) {
      Disguises disguises = Disguises.of(TestTokens.boxed(value));

      assertTrue(disguises.all().stream().allMatch(it -> it.length() >= 8), value);
      assertTrue(disguises.maskable().stream().allMatch(it -> it.length() >= 8), value);
    }
  }

  @Test
  void aShortSecretIsNotMasked() {
    assertFalse(Disguises.of(TestTokens.boxed("secret")).maskable().contains("secret"));
  }

  @Test
  void noMaskHasALineBreakBecauseTheRunnerWouldMaskItsShortLinesToo() {
    Disguises disguises = Disguises.of(TestTokens.boxed("{\n  \"key\": \"0123456789\"\n}"));

    assertTrue(disguises.maskable().stream().noneMatch(mask -> mask.contains("\n")));
    assertTrue(disguises.maskable().contains("\"key\": \"0123456789\""));
    assertTrue(disguises.maskable().contains("{\\n  \\\"key\\\": \\\"0123456789\\\"\\n}"));
  }

  @Test
  void aWordOutOfAValueThatIsNoGitHubTokenIsLeftAlone() {
    List<String> all = Disguises.of(TestTokens.boxed("my_release_production")).all();

    assertFalse(all.contains("production"));
  }

  @Test
  void whatWasGivenIsADisguiseToo() {
    String given = "Bearer " + TestTokens.classic();

    assertTrue(Disguises.of(TestTokens.boxed(given + "\n")).maskable().contains(given));
  }

  @Test
  void aTokenNeedsFewMasks() {
    assertTrue(Disguises.of(TestTokens.boxed(TestTokens.classic())).maskable().size() <= 8);
    assertTrue(Disguises.of(TestTokens.boxed(TestTokens.installationJwt())).maskable().size() < 30);
  }
}
