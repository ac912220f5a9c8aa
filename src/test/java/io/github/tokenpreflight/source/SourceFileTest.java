package io.github.tokenpreflight.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceFileTest {
  @Test
  void linesCountFromOneWhateverEndsThem() {
    SourceFile file = new SourceFile("a.yml", "one\r\ntwo\n\nfour");

    assertEquals(Optional.of("one"), file.line(1));
    assertEquals(Optional.of("two"), file.line(2));
    assertEquals(Optional.of(""), file.line(3));
    assertEquals(Optional.of("four"), file.line(4));
    assertTrue(file.line(5).isEmpty());
    assertTrue(file.line(0).isEmpty());
  }

  @Test
  void aPlaceIsALinkThatEditorsFollow() {
    SourceFile file = new SourceFile(".github/token-requirements.yml", "version: 1\n");

    assertEquals(".github/token-requirements.yml:1:10", file.at(new Span(1, 10, 1)).link());
  }

  @Test
  void aSpanStartsAtOneAndCoversText() {
    assertEquals(4, new Span(1, 3, 2).endColumn());
    assertThrows(IllegalArgumentException.class, () -> new Span(0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Span(1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Span(1, 1, 0));
  }
}
