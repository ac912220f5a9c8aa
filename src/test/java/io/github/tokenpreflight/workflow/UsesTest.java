package io.github.tokenpreflight.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.source.Span;
import io.github.tokenpreflight.tree.Node.Scalar;
import io.github.tokenpreflight.tree.Node.Style;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "actions/checkout@v6                         | remote actions/checkout at v6",
        "github/codeql-action/analyze@v4             | remote github/codeql-action/analyze at v4",
        "acme/w/.github/workflows/x.yml@refs/heads/a | remote acme/w/.github/workflows/x.yml at refs/heads/a",
        "my.org/x@v1                                 | unclear",
        "actions/checkout                            | unclear",
        "${{ inputs.action }}                        | unclear",
        "./                                          | local ",
        "./.github/actions/x/                        | local .github/actions/x",
        "../shared                                   | local ../shared",
        "docker://ghcr.io/acme/x:1                   | image ghcr.io/acme/x:1"
      })
  void everyFormIsKnown(String text, String wanted) {
    Scalar scalar = new Scalar(text, Style.PLAIN, new Span(1, 1, 1));
    String told =
        switch (Uses.of(new Text(new SourceFile("x.yml", text), scalar))) {
          case Uses.Remote remote -> "remote " + remote.name() + " at " + remote.ref();
          case Uses.Local local -> "local " + local.path();
          case Uses.Image image -> "image " + image.image();
          case Uses.Unclear _ -> "unclear";
        };

    assertEquals(wanted == null ? "" : wanted.strip(), told.strip());
  }
}
