package io.github.tokenpreflight.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A syntax error stands where a person would look for it, in words of this project.
class SyntaxTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      textBlock =
          """
          a:<lf><tab>b: 1           ~ 2:1 ~ a tab stands where YAML wants spaces
          a: b: c                   ~ 1:5 ~ a `:` cannot start a value here
          a: 1<lf>word<lf>b: 2      ~ 2:1 ~ a key without `:`
          a: x<lf>word<lf>          ~ 2:1 ~ a key without `:`
          a: - b                    ~ 1:4 ~ a list item cannot start here
          a:<lf>  b: 1<lf> c: 2     ~ 3:2 ~ the indentation does not fit the lines above
          a:<lf>  - b<lf> - c       ~ 3:2 ~ the indentation does not fit the lines above
          a: 'it's'                 ~ 1:8 ~ text follows the end of a value
          a: "x<lf>b: 1             ~ 1:4 ~ a quotation mark is never closed
          a: "x<lf>---<lf>b: 1      ~ 1:4 ~ a quotation mark is never closed
          a: [b, c<lf>d: 1          ~ 1:4 ~ this list is not closed in time
          a: {b: 1<lf>d: 1          ~ 1:4 ~ this mapping is not closed in time
          a: {b: 1                  ~ 1:4 ~ this mapping is not closed in time
          a: "\\q"                  ~ 1:6 ~ an unknown escape in a text in double quotes
          a: "\\xZZ"                ~ 1:7 ~ an unknown escape in a text in double quotes
          a: @b                     ~ 1:4 ~ a plain text cannot start with `@`
          a: `b`                    ~ 1:4 ~ a plain text cannot start with a backtick
          a: %b                     ~ 1:4 ~ a plain text cannot start with `%`
          a: [,]                    ~ 1:5 ~ a value is missing here
          a: |x                     ~ 1:5 ~ what follows `|` or `>` cannot be read
          ? [a]<lf>: b              ~ 1:3 ~ a key must be a plain word
          %YAML x<lf>---<lf>a: 1    ~ 1:7 ~ a directive that cannot be read
          %YAML 2.0<lf>---<lf>a: 1  ~ 1:1 ~ a version of YAML that is not known
          """)
  void yaml(String text, String place, String message) {
    assertEquals("syntax-error " + place + " " + message, only("x.yml", text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: !x!y z | 1:4 | a tag that cannot be read
          a: *      | 1:4 | an anchor or alias without a name
          a: & b    | 1:4 | an anchor or alias without a name
          """)
  void whatCannotEvenBeScannedAsAFeatureIsStillNamedAsOne(
      String text, String place, String message) {
    assertEquals("unsupported-yaml " + place + " " + message, only("x.yml", text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          {"a": 1,}        | 1:8 | a comma stands before `}`
          {"a": [1,<lf> ]} | 1:9 | a comma stands before `]`
          {// x<lf>"a": 1} | 1:2 | a comment cannot stand in JSON
          {"a": 1 # x<lf>} | 1:9 | a comment cannot stand in JSON
          {'a': 1}         | 1:2 | a JSON text stands in double quotes
          {"a": 1          | 1:7 | the JSON text ends too early
          {"a": "x         | 1:8 | the JSON text ends too early
          {"a": "x<lf>"}   | 1:8 | a JSON text cannot hold a tab or a line break
          {"a": "x<tab>"}  | 1:9 | a JSON text cannot hold a tab or a line break
          {"a": [1}        | 1:9 | `}` cannot stand here
          {"a" 1}          | 1:6 | the text is not JSON from here on
          {a: 1}           | 1:2 | the text is not JSON from here on
          {"a": 01}        | 1:8 | the text is not JSON from here on
          {"a": tru}       | 1:7 | an unknown word
          {"a": NaN}       | 1:7 | an unknown word
          """)
  void json(String text, String place, String message) {
    assertEquals("syntax-error " + place + " " + message, only("x.json", text));
  }

  @Test
  void aWordOfEnormousLengthIsReadOrRefusedButNeverThrown() {
    for (String path : List.of("x.yml", "x.json")) {
      for (int length : new int[] {900, 5_000, 60_000, 900_000}) {
        read(path, "[" + "9".repeat(length) + "]");
        read(path, "[\"" + "x".repeat(length) + "\"]");
        read(path, "{\"" + "x".repeat(length) + "\": 1}");
      }
    }
  }

  private static void read(String path, String text) {
    TreeReader.read(new SourceFile(path, text))
        .errors()
        .forEach(error -> assertEquals(1, error.place().orElseThrow().span().line()));
  }

  private static String only(String path, String text) {
    String written = text.replace("<lf>", "\n").replace("<tab>", "\t");
    List<Finding> errors = TreeReader.read(new SourceFile(path, written)).errors();
    assertEquals(1, errors.size(), errors::toString);
    Finding error = errors.getFirst();
    Span span = error.place().orElseThrow().span();
    return error.rule().id() + " " + span.line() + ":" + span.column() + " " + error.message();
  }
}
