package io.github.tokenpreflight.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.source.Span;
import io.github.tokenpreflight.tree.Node.Mapping;
import io.github.tokenpreflight.tree.Node.Scalar;
import io.github.tokenpreflight.tree.Node.Sequence;
import io.github.tokenpreflight.tree.Node.Style;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Workflows may name values and use them again, as GitHub has it since 2025.
class DialectTest {
  @Test
  void anAliasIsTheValueThatItsAnchorNames() {
    Mapping root = root("a: &x { b: 1 }\nc: *x\nd: [*x, &y two, *y]\n");

    assertSame(value(root, 0), value(root, 1));
    Sequence list = assertInstanceOf(Sequence.class, value(root, 2));
    assertSame(value(root, 0), list.items().getFirst());
    assertEquals("two", assertInstanceOf(Scalar.class, list.items().getLast()).text());
  }

  @Test
  void aValueStandsBehindItsAnchorAndTag() {
    Mapping root = root("a: &x 'one'\nb: !!str &y |\n  two\nc: &z\n  d: 1\ne: &n\nf: *n\n");

    assertEquals(new Span(1, 7, 5), value(root, 0).span());
    assertEquals(Style.QUOTED, assertInstanceOf(Scalar.class, value(root, 0)).style());
    assertEquals(Style.BLOCK, assertInstanceOf(Scalar.class, value(root, 1)).style());
    assertEquals(new Span(2, 13, 1), value(root, 1).span());
    assertEquals(new Span(5, 3, 1), value(root, 2).span());
    assertEquals("", assertInstanceOf(Scalar.class, value(root, 4)).text());
  }

  @Test
  void theLastAnchorOfANameCounts() {
    Mapping root = root("a: &x 1\nb: &x 2\nc: *x\n");

    assertEquals("2", assertInstanceOf(Scalar.class, value(root, 2)).text());
  }

  @Test
  void anAliasWithoutAnchorIsAnErrorAtItsPlace() {
    assertEquals(List.of("syntax-error 1:4"), errors("a: *x\nb: &x 1\n"));
    assertEquals(List.of("syntax-error 1:8"), errors("a: &x [*x]\n"));
  }

  @Test
  void aBombOfAliasesIsRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
    for (int level = 1; level < 9; level++) {
      String below = "*a" + (level - 1);
      bomb.append("a" + level + ": &a" + level + " [" + (below + ", ").repeat(9) + below + "]\n");
    }

    assertEquals("unsupported-yaml 5:45", errors(bomb.toString()).getFirst());
  }

  @Test
  void mergeKeysAreRefusedHereToo() {
    assertEquals(List.of("unsupported-yaml 3:3"), errors("a: &x { b: 1 }\nc:\n  <<: *x\n"));
  }

  @Test
  void aHundredLevelsMayStandInsideOneAnother() {
    assertEquals(List.of(), errors("[".repeat(100) + "]".repeat(100)));
    assertEquals(List.of("syntax-error 1:101"), errors("[".repeat(101) + "]".repeat(101)));
  }

  private static Node value(Mapping mapping, int at) {
    return mapping.entries().get(at).value();
  }

  private static Mapping root(String text) {
    Tree tree = TreeReader.read(new SourceFile("x.yml", text), Dialect.WORKFLOW);
    assertEquals(List.of(), tree.errors());
    return assertInstanceOf(Mapping.class, tree.root().orElseThrow());
  }

  private static List<String> errors(String text) {
    return TreeReader.read(new SourceFile("x.yml", text), Dialect.WORKFLOW).errors().stream()
        .map(DialectTest::place)
        .toList();
  }

  private static String place(Finding error) {
    Span span = error.place().orElseThrow().span();
    return error.rule().id() + " " + span.line() + ":" + span.column();
  }
}
