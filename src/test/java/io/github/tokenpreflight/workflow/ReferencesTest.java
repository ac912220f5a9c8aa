package io.github.tokenpreflight.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "plain text with secrets.X ; ",
        "${{ secrets.X }} ; secrets.X",
        "a ${{secrets.X}} b ${{ github.token }} ; secrets.X github.token",
        "${{ secrets['X'] || secrets.y-1 }} ; secrets.X secrets.y-1",
        "${{ secrets[format('T_{0}', env.A)] }} ; env.A secrets.*",
        "${{ secrets[inputs.name] }} ; inputs.name secrets.*",
        "${{ toJSON(secrets) }} ; secrets",
        "${{ github.event.inputs.tag }} ; github.event.inputs.tag",
        "${{ 'secrets.X' }} ; ",
        "${{ 'it''s secrets.X' }} ; ",
        "${{ format('{0}', steps.app.outputs.token) }} ; steps.app.outputs.token",
        "${{ matrix.include[0].x }} ; matrix.include.*.x",
        "${{ github.event.*.name }} ; github.event.*.name",
        "${{ true && 0xff > 1 }} ; ",
        "${{ secrets.X ; secrets.X",
        "${{ secrets. ; secrets",
        "${{ secrets['X ; secrets.*"
      })
  void whatExpressionsReadIsFound(String text, String wanted) {
    List<String> found =
        env(text.strip()).references().stream().map(one -> String.join(".", one.path())).toList();

    assertEquals(wanted == null ? "" : wanted, String.join(" ", found));
  }

  @Test
  void namesAreComparedAsGitHubDoes() {
    Reference secret = only("${{ SECRETS.release_token }}");

    assertTrue(secret.isSecret());
    assertEquals("RELEASE_TOKEN", secret.name());
    assertFalse(secret.isJobToken());
    assertTrue(only("${{ github['TOKEN'] }}").isJobToken());
    assertTrue(only("${{ secrets.GITHUB_TOKEN }}").isJobToken());
    assertEquals(Reference.ANY, only("${{ toJSON(secrets) }}").name());
    assertTrue(only("${{ inputs.token }}").isInput());
    assertTrue(only("${{ github.event.inputs.token }}").isInput());
    assertFalse(only("${{ github.event.action }}").isInput());
  }

  @Test
  void aReferenceStandsWhereItIsWritten() {
    Text run =
        run(
            """
            on: push
            jobs:
              a:
                steps:
                  - run: |

                      echo ${{ secrets.A }} ${{ secrets.A }}
                        ${{ secrets.B }}
            """);

    assertEquals(
        List.of(new Span(7, 20, 9), new Span(7, 37, 9), new Span(8, 17, 9)),
        run.references().stream().map(one -> one.place().span()).toList());
  }

  @Test
  void foldedLinesAndEscapesAreFoundFromTheFirstLineOn() {
    Text folded =
        run(
            "on: x\njobs:\n  a:\n    steps:\n      - run: >-\n          one\n          ${{ secrets.A }}\n");
    Text plain =
        run("on: x\njobs:\n  a:\n    steps:\n      - run: one\n          ${{ secrets.A }}\n");
    Text escaped = run("on: x\njobs:\n  a:\n    steps:\n      - run: \"\\t${{ secrets.A }}\"\n");
    Text hidden = run("on: x\njobs:\n  a:\n    steps:\n      - run: \"${{ secrets.\\x41 }}\"\n");

    assertEquals(new Span(7, 15, 9), only(folded).place().span());
    assertEquals(new Span(6, 15, 9), only(plain).place().span());
    assertEquals(new Span(5, 21, 9), only(escaped).place().span());
    assertEquals(hidden.place(), only(hidden).place());
  }

  private static Reference only(String text) {
    return only(env(text));
  }

  private static Reference only(Text text) {
    assertEquals(1, text.references().size());
    return text.references().getFirst();
  }

  private static Text env(String text) {
    String quoted = "'" + text.replace("'", "''") + "'";
    String file = "on: push\nenv:\n  A: " + quoted + "\njobs: {}\n";
    return WorkflowReader.read("x.yml", file)
        .workflow()
        .orElseThrow()
        .setting()
        .env()
        .getFirst()
        .value();
  }

  private static Text run(String file) {
    return WorkflowReader.read("x.yml", file)
        .workflow()
        .orElseThrow()
        .jobs()
        .getFirst()
        .steps()
        .getFirst()
        .run()
        .orElseThrow();
  }
}
