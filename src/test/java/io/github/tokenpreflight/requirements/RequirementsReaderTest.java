package io.github.tokenpreflight.requirements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.finding.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequirementsReaderTest {
  private static final String SMALLEST_HELP =
      "the smallest file: `" + RequirementsReader.SMALLEST + "`";

  @Test
  void theSmallestFileIsRightInYamlAndJson() {
    for (String path : List.of("x.yml", "x.json")) {
      assertInstanceOf(
          Reading.Read.class,
          RequirementsReader.read(path, RequirementsReader.SMALLEST.getBytes(UTF_8)));
    }
  }

  @Test
  void aTokenWithoutRequirementsMustBePresentAndValid() {
    for (String empty : List.of("", " {}", " ~", " null")) {
      Reading reading = Sample.read("version: 1\ntokens:\n  RELEASE_TOKEN:" + empty + "\n");
      TokenRequirements token =
          assertInstanceOf(Reading.Read.class, reading).requirements().tokens().getFirst();

      assertEquals("RELEASE_TOKEN", token.name().value());
      assertEquals(Effect.FAIL, token.effects().enforce());
      assertTrue(token.effects().excess().isEmpty());
      assertTrue(token.access().scopes().isEmpty());
    }
  }

  @Test
  void tokensKeepTheirOrder() {
    Reading reading = Sample.read("version: 1\ntokens: { Z: {}, A: {}, M: {} }");

    assertEquals(
        List.of("Z", "A", "M"),
        assertInstanceOf(Reading.Read.class, reading).requirements().tokens().stream()
            .map(token -> token.name().value())
            .toList());
  }

  @Test
  void allErrorsAreReportedAtOnceInTheOrderOfTheText() {
    String text =
        """
        tokens:
          release-token:
            scopes: [wrkflow]
          B: &anchor
            excess: maybe
            excess: warn
        nonsense: 1
        """;

    assertEquals(
        List.of(
            "missing-key: tokens",
            "wrong-value: release-token",
            "unknown-scope: wrkflow",
            "unsupported-yaml: &anchor",
            "wrong-value: maybe",
            "duplicate-key: excess",
            "unknown-key: nonsense"),
        Sample.errors(text));
  }

  @Test
  void whereTheNotationIsAtErrorTheValueIsNotJudgedAsWell() {
    assertEquals(List.of("unsupported-yaml: *x"), Sample.errors(Sample.token("scopes: *x")));
  }

  @Test
  void theVersionIsTheNumberOne() {
    assertEquals(List.of("missing-key: tokens"), Sample.errors("tokens: { A: {} }"));
    assertEquals(List.of("wrong-type: '1'"), Sample.errors("version: '1'\ntokens: { A: {} }"));
    assertEquals(List.of("wrong-type: 1.0"), Sample.errors("version: 1.0\ntokens: { A: {} }"));
    assertEquals(List.of("wrong-type: 01"), Sample.errors("version: 01\ntokens: { A: {} }"));
    assertEquals(List.of("wrong-type: version"), Sample.errors("version:\ntokens: { A: {} }"));
    assertEquals(List.of("wrong-type: []"), Sample.errors("version: []\ntokens: { A: {} }"));
  }

  @Test
  void aFileOfAnotherVersionIsNotJudgedByTheRulesOfThisOne() {
    assertEquals(
        List.of("unsupported-version: 2"), Sample.errors("version: 2\nrequirements: { A: {} }"));
  }

  @Test
  void thereMustBeATokenAtLeast() {
    assertEquals(List.of("missing-key: version"), Sample.errors("version: 1"));
    assertEquals(List.of("no-requirements: tokens"), Sample.errors("version: 1\ntokens: {}"));
    assertEquals(List.of("wrong-type: tokens"), Sample.errors("version: 1\ntokens:"));
    assertEquals(List.of("wrong-type: -"), Sample.errors("version: 1\ntokens:\n  - A"));
  }

  @Test
  void aFileWithoutContentShowsTheSmallestOne() {
    for (String text : List.of("", " \n", "# only words\n", "~", "---\n", "- a", "word")) {
      Finding error = Sample.findings(Sample.read(text)).getFirst();

      assertEquals(List.of(SMALLEST_HELP), error.help(), text);
    }
  }

  @Test
  void whatIsNotTextIsReportedWithoutAThrow() {
    Reading reading = RequirementsReader.read("x.yml", new byte[] {'a', 0, 0, 'b', 0});

    assertEquals(Verdict.ERROR, Sample.findings(reading).getFirst().verdict());
  }

  @Test
  void aKeyOfATokenAtTheTopIsSentToItsPlace() {
    Finding error =
        Sample.findings(Sample.read("version: 1\ntokens: { A: {} }\nscopes: [repo]")).getFirst();

    assertEquals("the key `scopes` has no meaning here", error.message());
    assertEquals(List.of("move it below the name of a token"), error.help());
  }

  @Test
  void aMisspeltKeyIsAnsweredWithTheNearOne() {
    assertEquals(
        "the key `permission` has no meaning here | did you mean `permissions`?",
        Sample.said("permission: {}"));
    assertEquals(
        "the key `used_by` has no meaning here | did you mean `used-by`?",
        Sample.said("used_by: []"));
    assertEquals(
        "the key `warn-within` has no meaning here | move it below `expires`",
        Sample.said("warn-within: 1d"));
  }

  @Test
  void jsonMayNameItsSchema() {
    String text = "{\"$schema\": \"x.json\", \"version\": 1, \"tokens\": {\"A\": {}}}";

    assertInstanceOf(Reading.Read.class, RequirementsReader.read("x.json", text.getBytes(UTF_8)));
  }

  @Test
  void anInputIsReadLikeAFileAndShownByItsName() {
    Reading right =
        RequirementsReader.readInline("inline-requirements", "version: 1\ntokens: {A: }");
    Reading wrong = RequirementsReader.readInline("inline-requirements", "version: 1");

    assertInstanceOf(Reading.Read.class, right);
    assertEquals(
        "inline-requirements:1:1", Sample.findings(wrong).getFirst().place().orElseThrow().link());
  }

  @Test
  void warningsDoNotMakeAFileInvalid() {
    Reading reading = Sample.read(Sample.token("expires: { warn-within: 14d, at-most: 7d }"));

    assertInstanceOf(Reading.Read.class, reading);
    assertEquals(Severity.WARNING, Sample.findings(reading).getFirst().severity());
  }

  @Test
  void aLargeFileFullOfErrorsIsAnsweredInSeconds() {
    String scopes = "version: 1\ntokens: { A: { scopes: [" + many("repositor_%, ") + "] } }";
    String calls = "version: 1\ntokens: { A: { endpoints: [" + many("GET /repo/%, ") + "] } }";
    String secrets = "# " + many("ghp_0123456789abcdefABCDEF0123456789ab% ");
    String prefixes = "ghp_".repeat(250_000);

    assertTimeout(
        Duration.ofSeconds(30),
        () -> List.of(scopes, calls, secrets, prefixes).forEach(Sample::read));
  }

  private static String many(String piece) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; all.length() < 1_000_000; i++) {
      all.append(piece.replace("%", String.valueOf(i)));
    }
    return all.toString();
  }
}
