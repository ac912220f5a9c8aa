package io.github.tokenpreflight.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QuoteTest {
  @Test
  void aWordStandsInBackticks() {
    assertEquals("`read:org`", Quote.of("read:org"));
  }

  @Test
  void nothingIsNamed() {
    assertEquals("an empty text", Quote.of(""));
  }

  @Test
  void aLongTextIsCut() {
    assertEquals("`" + "x".repeat(40) + "...`", Quote.of("x".repeat(41)));
    assertEquals("`" + "x".repeat(40) + "`", Quote.of("x".repeat(40)));
  }

  @Test
  void aBriefQuoteIsHalfAsLong() {
    assertEquals("`" + "x".repeat(20) + "...`", Quote.brief("x".repeat(21)));
    assertEquals("`contents`", Quote.brief("contents"));
  }

  @Test
  void whatCouldMoveATerminalOrEndTheQuoteIsReplaced() {
    assertEquals("`a?b?c?d?e?`", Quote.of("a`b\nc\u001bd\u202ee\uD800"));
  }

  @Test
  void aCharacterOfTwoUnitsIsNotCutInHalf() {
    assertEquals("`" + "\uD83D\uDE00".repeat(20) + "...`", Quote.of("\uD83D\uDE00".repeat(21)));
    assertEquals(
        "`x" + "\uD83D\uDE00".repeat(20) + "...`", Quote.of("x" + "\uD83D\uDE00".repeat(21)));
  }
}
