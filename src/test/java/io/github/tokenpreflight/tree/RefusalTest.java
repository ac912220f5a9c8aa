package io.github.tokenpreflight.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.source.Span;
import io.github.tokenpreflight.tree.Node.Mapping;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What YAML has and requirements files leave out is refused, all at once and in its place.
class RefusalTest {
  @Test
  void everyDuplicateKeyIsNamedWithTheFirst() {
    Tree tree = TreeReader.read(new SourceFile("x.yml", "a: 1\nb: 2\na: 3\n'a': 4\n"));

    assertEquals(List.of("duplicate-key 3:1", "duplicate-key 4:1"), errors(tree));
    assertEquals(List.of("remove it here or at x.yml:1:1"), tree.errors().getLast().help());
    assertEquals(2, assertInstanceOf(Mapping.class, tree.root().orElseThrow()).entries().size());
  }

  @Test
  void duplicateKeysOfJsonAreFoundBehindTheirEscapes() {
    assertEquals(List.of("duplicate-key 1:10"), errors("x.json", "{\"a\": 1, \"\\u0061\": 2}"));
  }

  @Test
  void anchorsAliasesTagsAndMergeKeysAreAllRefusedAtOnce() {
    String text =
        """
        a: &one { b: 1 }
        c: *one
        d: !!str 1
        e: !local
        f:
          <<: *one
          g: [&two x, *two, !<x> y]
        &h h: &i
          &j j: 1
        """;

    assertEquals(
        List.of("1:4", "2:4", "3:4", "4:4", "6:3", "7:7", "7:15", "7:21", "8:1", "8:7", "9:3"),
        errors("x.yml", text).stream()
            .map(error -> error.replace("unsupported-yaml ", ""))
            .toList());
  }

  @Test
  void anAliasAsAKeyIsRefusedWhereItStands() {
    assertEquals(List.of("unsupported-yaml 2:1"), errors("x.yml", "a: 1\n*x : 2\n"));
  }

  @Test
  void theWordsOfAnchorsAndTagsMayStandInsideTexts() {
    assertEquals(List.of(), errors("x.yml", "a: x &y *z !t\nb: '&x'\nc: \"*y\"\nd: |\n  !x\n"));
  }

  @Test
  void aSecondDocumentIsRefusedAtItsMark() {
    assertEquals(List.of("unsupported-yaml 2:1"), errors("x.yml", "a: 1\n---\nb: 2\n"));
    assertEquals(List.of("unsupported-yaml 3:1"), errors("x.yml", "---\na: 1\n---\n"));
    assertEquals(List.of("unsupported-yaml 3:1"), errors("x.yml", "a: 1\n...\nb: 2\n"));
    assertEquals(List.of("syntax-error 1:4"), errors("x.json", "{} {}"));
  }

  @Test
  void theMarksOfASingleDocumentAreFine() {
    assertEquals(List.of(), errors("x.yml", "%YAML 1.2\n---\na: 1\n...\n"));
  }

  @Test
  void aBombOfAliasesStaysSmall() {
    String bomb =
        "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b]\n";

    assertEquals(2 + 8 + 6, errors("x.yml", bomb).size());
  }

  @Test
  void deepNestingIsRefusedOnce() {
    for (String path : List.of("x.yml", "x.json")) {
      String deep = "[".repeat(100_000);

      assertEquals(List.of("syntax-error 1:17"), errors(path, deep));
      assertEquals(List.of("syntax-error 1:17"), errors(path, "[".repeat(20) + "]".repeat(20)));
      assertEquals(List.of(), errors(path, "[".repeat(16) + "]".repeat(16)));
    }
  }

  private static List<String> errors(String path, String text) {
    return errors(TreeReader.read(new SourceFile(path, text)));
  }

  private static List<String> errors(Tree tree) {
    return tree.errors().stream().map(RefusalTest::place).toList();
  }

  private static String place(Finding error) {
    Span span = error.place().orElseThrow().span();
    return error.rule().id() + " " + span.line() + ":" + span.column();
  }
}
