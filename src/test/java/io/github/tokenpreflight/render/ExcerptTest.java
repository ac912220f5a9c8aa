package io.github.tokenpreflight.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.source.Place;
import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void theSpanIsUnderlinedBelowItsLine() {
    assertEquals(
        List.of(
            "  --> a.yml:1:5",
            "   |",
            " 1 |   - read:org",
            "   |     ^^^^^^^^ required here",
            "   |"),
        excerpt("  - read:org", new Span(1, 5, 8)));
  }

  @Test
  void theMarginIsAsWideAsTheLineNumber() {
    SourceFile file = new SourceFile("a.yml", "\n".repeat(11) + "scopes: x\n");
    Excerpt excerpt = Excerpt.of(List.of(file.at(new Span(12, 1, 6))), "", 100);

    assertEquals(
        List.of("   --> a.yml:12:1", "    |", " 12 | scopes: x", "    | ^^^^^^", "    |"),
        excerpt.lines());
    assertEquals("    ", excerpt.margin());
    assertEquals("   ", Excerpt.of(List.of(), "", 100).margin());
  }

  @Test
  void severalPlacesStandInOneExcerpt() {
    SourceFile file = new SourceFile("a.yml", "a: [b, c]\nd: e\n\n\nf: g\n");
    List<Place> places =
        List.of(
            file.at(new Span(1, 5, 1)),
            file.at(new Span(1, 8, 1)),
            file.at(new Span(2, 4, 1)),
            file.at(new Span(5, 4, 1)));

    assertEquals(
        List.of(
            "  --> a.yml:1:5",
            "   |",
            " 1 | a: [b, c]",
            "   |     ^  ^ here",
            " 2 | d: e",
            "   |    ^ here",
            "...",
            " 5 | f: g",
            "   |    ^ here",
            "   |"),
        Excerpt.of(places, "here", 100).lines());
  }

  @Test
  void tabsAndWideCharactersKeepTheUnderlineInPlace() {
    assertUnderlined("\tabc", new Span(1, 2, 3), 4, 3);
    assertUnderlined("日本: abc", new Span(1, 5, 3), 6, 3);
    assertUnderlined("日本: abc", new Span(1, 1, 2), 0, 4);
    assertUnderlined("😀 abc", new Span(1, 4, 3), 3, 3);
    assertUnderlined("e\u0301 abc", new Span(1, 4, 3), 2, 3);
    assertUnderlined("\u200Babc", new Span(1, 2, 3), 0, 3);
  }

  @Test
  void whatWouldSteerATerminalIsMadeVisible() {
    List<String> lines = excerpt("a: \u001B[31m\u202Eb", new Span(1, 1, 1));

    assertEquals(" 1 | a: \uFFFD[31m\uFFFDb", lines.get(2));
  }

  @Test
  void aLongLineIsShownAroundTheSpan() {
    String line = "x".repeat(500) + "SPAN" + "y".repeat(500);
    List<String> lines = excerpt(line, new Span(1, 501, 4));

    assertEquals(" 1 | ..." + "x".repeat(48) + "SPAN" + "y".repeat(48) + "...", lines.get(2));
    assertEquals("   | " + " ".repeat(51) + "^^^^ required here", lines.get(3));
  }

  @Test
  void aSpanAtEitherEndOfALongLineIsShown() {
    String line = "START" + "x".repeat(500) + "END";

    assertEquals(" 1 | START" + "x".repeat(95) + "...", excerpt(line, new Span(1, 1, 5)).get(2));
    assertEquals(" 1 | ..." + "x".repeat(97) + "END", excerpt(line, new Span(1, 506, 3)).get(2));
    assertEquals(
        "   | " + " ".repeat(100) + "^^^ required here", excerpt(line, new Span(1, 506, 3)).get(3));
  }

  @Test
  void aSpanLongerThanTheWindowIsUnderlinedAsFarAsItIsShown() {
    List<String> lines = excerpt("ab" + "x".repeat(500), new Span(1, 3, 500));

    assertEquals(" 1 | ..." + "x".repeat(100) + "...", lines.get(2));
    assertEquals("   |    " + "^".repeat(100) + " required here", lines.get(3));
  }

  @Test
  void aWindowCutsNoWideCharacterInHalf() {
    for (int column = 1; column < 400; column += 7) {
      List<String> lines = excerpt("日".repeat(400), new Span(1, column, 1));

      assertTrue(Cells.of(lines.get(2)) <= 5 + 3 + 100 + 3, lines.get(2));
      assertEquals("^^", lines.get(3).replaceAll("[^^]", ""));
    }
  }

  @Test
  void aSpanBehindTheEndOfALineIsShownAtTheEnd() {
    assertUnderlined("scopes:", new Span(1, 20, 1), 7, 1);
  }

  @Test
  void aLineThatIsNotThereIsNotShown() {
    assertEquals(List.of("  --> a.yml:9:1"), excerpt("one line", new Span(9, 1, 1)));
  }

  private static void assertUnderlined(String line, Span span, int indent, int carets) {
    assertEquals(
        "   | " + " ".repeat(indent) + "^".repeat(carets) + " required here",
        excerpt(line, span).get(3));
  }

  private static List<String> excerpt(String line, Span span) {
    return Excerpt.of(List.of(new SourceFile("a.yml", line).at(span)), "required here", 100)
        .lines();
  }
}
