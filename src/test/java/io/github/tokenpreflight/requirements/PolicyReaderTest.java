package io.github.tokenpreflight.requirements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.requirements.PolicyReader.PolicyReading;
import io.github.tokenpreflight.token.TokenKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PolicyReaderTest {
  private static final String WHOLE =
      """
      version: 1
      rules:
        - repositories: [acme/*]
          kinds: [fine-grained]
          forbid: { scopes: [delete_repo], permissions: { administration: write } }
          require: [owner, why]
          at-most: 90d
          lifetimes: { microsoft: 8d }
          exceptions:
            - { token: OLD, repositories: [acme/legacy], why: moves, until: 2027-03-31 }
      """;

  @Test
  void everythingThatCanStandInAPolicyIsRead() {
    Policy.Clause clause = read(WHOLE).clauses().getFirst();

    assertEquals(List.of("acme/*"), clause.repositories());
    assertEquals(List.of(TokenKind.FINE_GRAINED), clause.kinds());
    assertEquals("delete_repo", clause.forbidden().scopes().getFirst().value());
    assertEquals(List.of("owner", "why"), clause.needed());
    assertEquals(Duration.ofDays(90), clause.lifetimes().atMost().orElseThrow());
    assertEquals(
        List.of(new Policy.OwnerLimit("microsoft", Duration.ofDays(8))),
        clause.lifetimes().owners());
    assertEquals(LocalDate.of(2027, 3, 31), clause.exceptions().getFirst().until());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "rules: []                                    | missing-key",
        "version: 2 / rules: []                       | unsupported-version",
        "version: 1 / rules: { a: b }                 | wrong-type",
        "version: 1 / rules: [all]                    | wrong-type",
        "version: 1 / rules: [{ kind: [classic] }]    | unknown-key",
        "version: 1 / rules: [{ kinds: [clasic] }]    | wrong-value",
        "version: 1 / rules: [{ require: [ownr] }]    | wrong-value",
        "version: 1 / rules: [{ at-most: 90 }]        | wrong-value",
        "version: 1 / rules: [{ forbid: { scopes: [x] } }] | unknown-scope",
        "version: 1 / rules: [{ exceptions: [{ token: T, why: w, until: soon }] }] | wrong-value",
        "version: 1 / rules: [{ exceptions: [{ token: T, why: w }] }] | missing-key",
        "version: 1 / version: 1 / rules: []          | duplicate-key",
        "[]                                           | wrong-type"
      })
  void everyMistakeIsNamedWithItsPlace(String lines, String rule) {
    List<Finding> errors = errors(lines.replace(" / ", "\n"));

    assertEquals(List.of(rule), errors.stream().map(error -> error.rule().id()).toList());
    assertEquals(true, errors.getFirst().place().isPresent());
  }

  @Test
  void theSchemaTakesWhatTheReaderTakes() throws IOException {
    JsonNode node = new YAMLMapper().readTree(WHOLE);
    String schema = Files.readString(Path.of("docs/schema/token-policy.schema.json"));

    assertEquals(
        List.of(),
        List.copyOf(
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema).validate(node)));
  }

  @Test
  void thePolicyInTheDocumentationIsValid() throws IOException {
    String page = Files.readString(Path.of("docs/audit.md"));
    int from = page.indexOf("```yaml policy\n") + "```yaml policy\n".length();

    assertEquals(2, read(page.substring(from, page.indexOf("```", from))).clauses().size());
  }

  @Test
  void noTextBreaksTheReader() {
    Random random = new Random(1);
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder(WHOLE);
      for (int k = 0; k < 4; k++) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, ":{}[]-'\"\n &*!|0a".charAt(random.nextInt(16)));
          default -> text.setCharAt(at, "\n :x".charAt(random.nextInt(4)));
        }
      }
      List<Finding> said = new ArrayList<>();
      if (bytes(text.toString()) instanceof PolicyReading.Invalid(_, List<Finding> errors)) {
        said.addAll(errors);
        assertEquals(false, said.isEmpty(), text.toString());
      }
    }
  }

  private static Policy read(String text) {
    return assertInstanceOf(PolicyReading.Read.class, bytes(text), () -> errors(text).toString())
        .policy();
  }

  private static List<Finding> errors(String text) {
    return bytes(text) instanceof PolicyReading.Invalid(_, List<Finding> errors)
        ? errors
        : List.of();
  }

  private static PolicyReading bytes(String text) {
    return PolicyReader.read("token-policy.yml", text.getBytes(StandardCharsets.UTF_8));
  }
}
