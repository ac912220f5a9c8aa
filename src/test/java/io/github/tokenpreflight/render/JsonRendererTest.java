package io.github.tokenpreflight.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.tokenpreflight.finding.Report;
import io.github.tokenpreflight.render.JsonRenderer.Omission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonRendererTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SCHEMA = Path.of("docs/schema/report.schema.json");

  @Test
  void everySampleObeysTheSchema() throws IOException {
    JsonSchema schema = schema();
    for (Report report : TestReports.samples()) {
      for (Omission omission : Omission.values()) {
        JsonNode json = read(JsonRenderer.compact(TestReports.TOOL, omission).rendered(report));

        assertEquals(Set.of(), schema.validate(json));
      }
    }
  }

  @Test
  void theSchemaRefusesAReportThatLacksAKeyOrHasAnUnknownVerdict() throws IOException {
    String text = JsonRenderer.compact(TestReports.TOOL).rendered(TestReports.mixed());

    assertFalse(schema().validate(read(text.replace("\"usable\":", "\"useable\":"))).isEmpty());
    assertFalse(schema().validate(read(text.replace("\"unproven\",", "\"perhaps\","))).isEmpty());
    assertFalse(schema().validate(read(text.replace("ersion\":1", "ersion\":2"))).isEmpty());
  }

  @Test
  void theSchemaDescribesEveryKeyAndNoOther() throws IOException {
    JsonNode schema = read(Files.readString(SCHEMA));
    JsonNode report = read(JsonRenderer.compact(TestReports.TOOL).rendered(TestReports.mixed()));
    JsonNode types = schema.get("$defs");

    assertSameKeys(schema, report);
    assertSameKeys(types.get("token"), report.at("/tokens/0"));
    assertSameKeys(types.get("subject"), report.at("/tokens/0/subject"));
    assertSameKeys(types.get("finding"), report.at("/findings/0"));
    assertSameKeys(types.get("proof"), report.at("/findings/1/proofs/0"));
  }

  @Test
  void prettyAndCompactSayTheSame() throws IOException {
    for (Report report : TestReports.samples()) {
      String pretty = JsonRenderer.pretty(TestReports.TOOL).rendered(report);
      String compact = JsonRenderer.compact(TestReports.TOOL).rendered(report);

      assertEquals(read(compact), read(pretty));
      assertEquals(-1, compact.indexOf('\n'));
      assertTrue(pretty.startsWith("{\n  \"schemaVersion\": 1,\n  \"tool\": {\n"));
      assertTrue(pretty.endsWith("}\n"));
    }
  }

  @Test
  void aFindingTellsItsPlaceItsProofAndItsPage() throws IOException {
    JsonNode finding =
        read(JsonRenderer.compact(TestReports.TOOL).rendered(TestReports.of(TestReports.unmet())))
            .at("/findings/0");

    assertEquals("RELEASE_TOKEN", finding.get("token").asText());
    assertEquals("missing-scope", finding.get("rule").asText());
    assertEquals(6, finding.get("line").asInt());
    assertEquals(9, finding.get("column").asInt());
    assertEquals(16, finding.get("endColumn").asInt());
    assertEquals("200 OK", finding.at("/proofs/0/answer").asText());
    assertEquals("1234:ABCD", finding.at("/proofs/0/requestId").asText());
    assertEquals(
        "https://github.com/acme/token-preflight/blob/HEAD/docs/rules/missing-scope.md",
        finding.get("docs").asText());
  }

  @Test
  void aWrongFileIsToldApartFromATokenThatFailed() throws IOException {
    JsonNode failed = read(compact(TestReports.of(TestReports.unmet())));
    JsonNode invalid = read(compact(TestReports.invalid(TestReports.error())));

    assertEquals("failed", failed.get("result").asText());
    assertEquals("failed", invalid.get("result").asText());
    assertFalse(failed.get("meaning").equals(invalid.get("meaning")));
    assertTrue(invalid.at("/findings/0/token").isNull());
  }

  private static String compact(Report report) {
    return JsonRenderer.compact(TestReports.TOOL).rendered(report);
  }

  private static void assertSameKeys(JsonNode type, JsonNode value) {
    List<String> described =
        List.copyOf(type.get("properties").properties()).stream()
            .map(entry -> entry.getKey())
            .sorted()
            .toList();
    List<String> written =
        List.copyOf(value.properties()).stream().map(entry -> entry.getKey()).sorted().toList();

    assertEquals(described, written);
  }

  private static JsonSchema schema() throws IOException {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Files.readString(SCHEMA));
  }

  private static JsonNode read(String text) throws IOException {
    return JSON.readTree(text);
  }
}
