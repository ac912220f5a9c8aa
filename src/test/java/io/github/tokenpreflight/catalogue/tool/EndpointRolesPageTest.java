package io.github.tokenpreflight.catalogue.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Endpoints;
import io.github.tokenpreflight.catalogue.tool.Operations.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `docs/endpoint-roles.md` shows the sentence behind each role and each refused kind of token, and
/// the sentences that are left out. `-Dendpoint-roles=write` writes it anew.
final class EndpointRolesPageTest {
  private static final Path PAGE = Path.of("docs/endpoint-roles.md");
  private static final String HEAD =
      """
      # Who can use an endpoint

      The role that the user behind a token needs, and the tokens that are refused, with GitHub's own sentence for
      each. Made by a test from GitHub's OpenAPI description (`-Dendpoint-roles=write`); nothing here is written by hand.

      - `+others`: people without the role are let in too, so that its absence refutes nothing.
      - `inferred`: GitHub says it of something near, not of this endpoint. All else is documented.
      - An endpoint that is not listed is one whose role is unknown.
      """;

  @Test
  void thePageShowsEverySentence() throws IOException {
    String page = page(Operations.read(Samples.SOURCES));
    if ("write".equals(System.getProperty("endpoint-roles"))) {
      Files.writeString(PAGE, page);
    }

    assertEquals(
        page,
        Files.readString(PAGE),
        PAGE + " is stale: ./mvnw test -Dtest=EndpointRolesPageTest -Dendpoint-roles=write");
  }

  @Test
  void everySentenceThatIsLeftOutSaysWhy() throws IOException {
    Operations operations = Operations.read(Samples.SOURCES);

    for (Endpoint endpoint : Endpoints.standard().all()) {
      for (Reading reading : operations.of(endpoint.signature())) {
        assertTrue(
            !reading.leftOut() || !reading.why().isEmpty(),
            () ->
                "a line of catalogue-sources/sentence-rules.tsv leaves this out without saying why: "
                    + reading.sentence());
      }
    }
  }

  @Test
  void aSentenceThatNoRuleReadsIsNeverOverlooked(@TempDir Path sources) throws IOException {
    for (String file : List.of("sentence-rules.tsv", "said-elsewhere.tsv")) {
      Files.copy(Samples.SOURCES.resolve(file), sources.resolve(file));
    }
    Files.writeString(
        sources.resolve("operations.tsv"), "GET /user\tThe owner must wear a hat today.\n");

    Operations operations = Operations.read(sources);

    assertThrows(IllegalStateException.class, () -> operations.cell("GET /user"));
  }

  private static String page(Operations operations) {
    StringBuilder roles =
        new StringBuilder("\n## Roles\n\n| endpoint | role | because |\n|---|---|---|\n");
    StringBuilder tokens =
        new StringBuilder(
            "\n## Tokens that are refused\n\n| endpoint | who is let in | because |\n|---|---|---|\n");
    Map<String, Integer> out = new TreeMap<>();
    for (Endpoint endpoint : Endpoints.standard().all()) {
      for (Reading reading : operations.of(endpoint.signature())) {
        if (reading.leftOut()) {
          out.merge("| " + reading.why() + " | " + quoted(reading) + " |", 1, Integer::sum);
        } else {
          (reading.ofTokens() ? tokens : roles)
              .append(
                  "| `%s` | %s | %s |\n"
                      .formatted(endpoint.signature(), kind(reading), quoted(reading)));
        }
      }
    }
    StringBuilder page = new StringBuilder(HEAD).append(roles).append(tokens);
    page.append(
        "\n## Sentences that are left out\n\n| why | sentence | endpoints |\n|---|---|---|\n");
    out.forEach((row, count) -> page.append(row).append(' ').append(count).append(" |\n"));
    return page.toString();
  }

  private static String kind(Reading reading) {
    String certainty = reading.certainty().name().toLowerCase(Locale.ROOT);
    String kind = reading.kind().replace("only:", "");
    return "`" + kind + "`" + (certainty.equals("documented") ? "" : ", " + certainty);
  }

  private static String quoted(Reading reading) {
    return reading.sentence().replace("|", "\\|");
  }
}
