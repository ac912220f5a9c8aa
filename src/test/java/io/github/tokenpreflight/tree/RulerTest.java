package io.github.tokenpreflight.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.source.Span;
import org.junit.jupiter.api.Test;

class RulerTest {
  @Test
  void linesAndColumnsCountFromOne() {
    Ruler ruler = new Ruler("ab\ncd\n");

    assertEquals(new Span(1, 1, 2), ruler.span(0, 2));
    assertEquals(new Span(2, 2, 1), ruler.span(4, 5));
  }

  @Test
  void everyLineEndCountsOnceAndTheSameAsInASourceFile() {
    String text = "a\r\nb\rc\nd\u2028e\u0085f";
    Ruler ruler = new Ruler(text);

    for (char letter = 'a'; letter <= 'f'; letter++) {
      Span span = ruler.span(text.indexOf(letter), text.indexOf(letter) + 1);
      String line = new SourceFile("x", text).line(span.line()).orElseThrow();

      assertEquals(letter, line.charAt(span.column() - 1));
    }
  }

  @Test
  void aSpanEndsWithItsFirstLineAndWithoutWhiteSpace() {
    assertEquals(new Span(1, 2, 1), new Ruler("ab  \ncd").span(1, 7));
  }

  @Test
  void aLineEndOrTheEndOfTheTextMovesBackToWhatShows() {
    assertEquals(new Span(1, 2, 1), new Ruler("ab \n\n").span(3, 4));
    assertEquals(new Span(1, 2, 1), new Ruler("ab \n\n").span(5, 6));
  }

  @Test
  void moreThanAScreenOfLinesIsCounted() {
    String text = "x\n".repeat(1_000) + "y";

    assertEquals(new Span(1_001, 1, 1), new Ruler(text).span(2_000, 2_001));
  }
}
