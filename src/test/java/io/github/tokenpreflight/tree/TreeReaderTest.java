package io.github.tokenpreflight.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.source.Span;
import io.github.tokenpreflight.tree.Node.Mapping;
import io.github.tokenpreflight.tree.Node.Scalar;
import io.github.tokenpreflight.tree.Node.Sequence;
import io.github.tokenpreflight.tree.Node.Style;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TreeReaderTest {
  @Test
  void aScalarKnowsWhereItWasWritten() {
    String text = "a: one\nb:\n  - 'two '\n  - { c: \"th\\x72ee\" }\n";

    assertEquals(List.of("a", "one", "b", "'two '", "c", "\"th\\x72ee\""), written("x.yml", text));
  }

  @Test
  void jsonKeepsTheSamePlaces() {
    String text = "{\n  \"a\\u0062\": [1.50, true, null,\"x\\\"y\\\\\"],\t\"b\":-1e3}";

    assertEquals(
        List.of("\"a\\u0062\"", "1.50", "true", "null", "\"x\\\"y\\\\\"", "\"b\"", "-1e3"),
        written("x.json", text));
  }

  @Test
  void placesAreRightBehindCharactersOutsideTheBasicPlane() {
    assertEquals(
        List.of("\uD83D\uDE00", "\uD83D\uDE00\uD83D\uDE00 x", "k", "v"),
        written("x.yml", "\uD83D\uDE00: \uD83D\uDE00\uD83D\uDE00 x # \uD83D\uDE00\nk: v"));
    assertEquals(
        List.of("\"\uD83D\uDE00\"", "1", "\"k\"", "2"),
        written("x.json", "{\"\uD83D\uDE00\": 1, \"k\": 2}"));
  }

  @Test
  void placesAreRightInALargeFileWithForeignLineEnds() {
    String text = "k%: [a, b] # \u00a0 \uD83D\uDE00\r\n".repeat(20_000);
    StringBuilder unique = new StringBuilder();
    for (String line : text.split("(?<=\n)", -1)) {
      unique.append(line.replace("%", String.valueOf(unique.length())));
    }
    List<String> written = written("x.yml", unique.toString());

    assertEquals(60_000, written.size());
    assertTrue(written.stream().allMatch(word -> word.matches("k\\d+|a|b")));
  }

  @Test
  void placesAreRightInAJsonFileLargerThanTheBufferOfTheParser() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < 20_000; i++) {
      text.append("\"k").append(i).append("\": \"v\",\n");
    }
    List<String> written = written("x.json", text.append("\"z\": 1}").toString());

    assertEquals(40_002, written.size());
    assertEquals(List.of("\"z\"", "1"), written.subList(40_000, 40_002));
    assertTrue(written.subList(0, 40_000).stream().allMatch(w -> w.matches("\"(k\\d+|v)\"")));
  }

  @Test
  void nothingIsCoerced() {
    for (String word : List.of("yes", "on", "012", "1.10", "0x10", "1_000", "1e3", "~", "null")) {
      assertEquals(word, scalar("k: " + word).text());
    }
  }

  @Test
  void theKeyOnStaysAWord() {
    assertEquals("on", root("x.yml", "on: [a]").entries().getFirst().key().text());
  }

  @Test
  void onlyBareWordsCanBeNothing() {
    assertTrue(scalar("k:").isNothing());
    assertTrue(scalar("k: ~").isNothing());
    assertTrue(scalar("k: Null").isNothing());
    assertEquals(Style.QUOTED, scalar("k: ''").style());
    assertTrue(!scalar("k: ''").isNothing());
    assertTrue(!scalar("k: 'null'").isNothing());
  }

  @Test
  void onlyPlainDecimalDigitsAreACount() {
    assertTrue(scalar("k: 0").isCount());
    assertTrue(scalar("k: 10").isCount());
    for (String word : List.of("01", "+1", "-1", "1.0", "1e3", "0x1", "'1'", "1_0")) {
      assertTrue(!scalar("k: " + word).isCount(), word);
    }
  }

  @Test
  void anEmptyValueIsShownAtItsKey() {
    assertEquals(new Span(2, 3, 3), scalar("a:\n  key:\n").span());
  }

  @Test
  void anEmptyItemIsShownAtItsDash() {
    Node list = root("x.yml", "a:\n  -\n").entries().getFirst().value();

    assertEquals(
        new Span(2, 3, 1), assertInstanceOf(Sequence.class, list).items().getFirst().span());
  }

  @Test
  void aBlockTextIsShownAtItsSign() {
    Scalar scalar = scalar("a:\n  key: |  # why\n    one\n    two\n");

    assertEquals("one\ntwo\n", scalar.text());
    assertEquals(Style.BLOCK, scalar.style());
    assertEquals(new Span(2, 8, 1), scalar.span());
  }

  @Test
  void aTextOverSeveralLinesIsShownOnItsFirst() {
    assertEquals(new Span(1, 4, 3), scalar("a: one\n   two").span());
  }

  @Test
  void onlyCommentsAreNothing() {
    Tree tree = TreeReader.read(new SourceFile("x.yml", "# nothing\n"));

    assertTrue(tree.root().isEmpty());
    assertTrue(tree.errors().isEmpty());
  }

  private static Mapping root(String path, String text) {
    Tree tree = TreeReader.read(new SourceFile(path, text));
    assertEquals(List.of(), tree.errors());
    return assertInstanceOf(Mapping.class, tree.root().orElseThrow());
  }

  /// The value of the last key.
  private static Scalar scalar(String text) {
    Node node = root("x.yml", text);
    while (node instanceof Mapping mapping) {
      node = mapping.entries().getLast().value();
    }
    return assertInstanceOf(Scalar.class, node);
  }

  /// What stands in the text at the span of each scalar.
  private static List<String> written(String path, String text) {
    SourceFile file = new SourceFile(path, text);
    return scalars(root(path, text)).map(scalar -> cut(file, scalar.span())).toList();
  }

  private static String cut(SourceFile file, Span span) {
    String line = file.line(span.line()).orElseThrow();
    return line.substring(span.column() - 1, span.endColumn());
  }

  private static Stream<Scalar> scalars(Node node) {
    return switch (node) {
      case Scalar scalar -> Stream.of(scalar);
      case Sequence sequence -> sequence.items().stream().flatMap(TreeReaderTest::scalars);
      case Mapping mapping ->
          mapping.entries().stream()
              .flatMap(entry -> Stream.concat(Stream.of(entry.key()), scalars(entry.value())));
    };
  }
}
