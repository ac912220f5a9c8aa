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

    assertEquals(List.of("duplicate-key 3:1", "duplicate-key 4:1"), faults(tree));
    assertEquals(List.of("remove it here or at x.yml:1:1"), tree.faults().getLast().help());
    assertEquals(2, assertInstanceOf(Mapping.class, tree.root().orElseThrow()).entries().size());
  }

  @Test
  void duplicateKeysOfJsonAreFoundBehindTheirEscapes() {
    assertEquals(List.of("duplicate-key 1:10"), faults("x.json", "{\"a\": 1, \"\\u0061\": 2}"));
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
        faults("x.yml", text).stream()
            .map(fault -> fault.replace("unsupported-yaml ", ""))
            .toList());
  }

  @Test
  void anAliasAsAKeyIsRefusedWhereItStands() {
    assertEquals(List.of("unsupported-yaml 2:1"), faults("x.yml", "a: 1\n*x : 2\n"));
  }

  @Test
  void theWordsOfAnchorsAndTagsMayStandInsideTexts() {
    assertEquals(List.of(), faults("x.yml", "a: x &y *z !t\nb: '&x'\nc: \"*y\"\nd: |\n  !x\n"));
  }

  @Test
  void aSecondDocumentIsRefusedAtItsMark() {
    assertEquals(List.of("unsupported-yaml 2:1"), faults("x.yml", "a: 1\n---\nb: 2\n"));
    assertEquals(List.of("unsupported-yaml 3:1"), faults("x.yml", "---\na: 1\n---\n"));
    assertEquals(List.of("unsupported-yaml 3:1"), faults("x.yml", "a: 1\n...\nb: 2\n"));
    assertEquals(List.of("syntax-error 1:4"), faults("x.json", "{} {}"));
  }

  @Test
  void theMarksOfASingleDocumentAreFine() {
    assertEquals(List.of(), faults("x.yml", "%YAML 1.2\n---\na: 1\n...\n"));
  }

  @Test
  void aBombOfAliasesStaysSmall() {
    String bomb =
        "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b]\n";

    assertEquals(2 + 8 + 6, faults("x.yml", bomb).size());
  }

  @Test
  void deepNestingIsRefusedOnce() {
    for (String path : List.of("x.yml", "x.json")) {
      String deep = "[".repeat(100_000);

      assertEquals(List.of("syntax-error 1:17"), faults(path, deep));
      assertEquals(List.of("syntax-error 1:17"), faults(path, "[".repeat(20) + "]".repeat(20)));
      assertEquals(List.of(), faults(path, "[".repeat(16) + "]".repeat(16)));
    }
  }

  private static List<String> faults(String path, String text) {
    return faults(TreeReader.read(new SourceFile(path, text)));
  }

  private static List<String> faults(Tree tree) {
    return tree.faults().stream().map(RefusalTest::place).toList();
  }

  private static String place(Finding fault) {
    Span span = fault.place().orElseThrow().span();
    return fault.rule().id() + " " + span.line() + ":" + span.column();
  }
}
