package io.github.tokenpreflight.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Report;
import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.source.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SarifRendererTest {
  @Test
  void whatIsKnownHasItsLevelAndWhatIsNotIsOpen() throws IOException {
    JsonNode run = run(TestReports.mixed());
    List<String> results = new ArrayList<>();
    run.get("results")
        .forEach(it -> results.add(it.get("level").asText() + " " + it.get("ruleId").asText()));

    assertEquals(
        List.of(
            "warning unknown-key",
            "error missing-scope",
            "none missing-permission",
            "none token-unchecked"),
        results);
  }

  @Test
  void aResultPointsToItsRule() throws IOException {
    JsonNode run = run(TestReports.mixed());

    for (JsonNode result : run.get("results")) {
      JsonNode rule = run.at("/tool/driver/rules").get(result.get("ruleIndex").asInt());
      assertEquals(result.get("ruleId"), rule.get("id"));
      assertTrue(rule.get("helpUri").asText().startsWith("https://"));
      assertFalse(rule.at("/shortDescription/text").asText().isEmpty());
    }
  }

  @Test
  void aPlaceCountsFromOneAndItsEndIsBehindTheLastColumn() throws IOException {
    JsonNode place =
        run(TestReports.of(TestReports.unmet())).at("/results/0/locations/0/physicalLocation");

    assertEquals(".github/token-requirements.yml", place.at("/artifactLocation/uri").asText());
    assertEquals(6, place.at("/region/startLine").asInt());
    assertEquals(9, place.at("/region/startColumn").asInt());
    assertEquals(17, place.at("/region/endColumn").asInt());
  }

  @Test
  void whatHasNoPlaceIsPutOnTheRequirementsFile() throws IOException {
    JsonNode place =
        run(TestReports.of(TestReports.inconclusive()))
            .at("/results/0/locations/0/physicalLocation");

    assertEquals(".github/token-requirements.yml", place.at("/artifactLocation/uri").asText());
    assertEquals(1, place.at("/region/startLine").asInt());
  }

  @Test
  void aPathIsWrittenAsAnAddress() throws IOException {
    Finding finding =
        TestReports.unmet().at(new SourceFile("my files/ü.yml", "a").at(new Span(1, 1, 1)));

    assertEquals(
        "my%20files/%C3%BC.yml",
        run(TestReports.of(finding))
            .at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
            .asText());
  }

  @Test
  void theFingerprintStaysWhenTheFindingMovesAndDiffersBetweenFindings() throws IOException {
    String here = fingerprints(TestReports.of(TestReports.unmet())).getFirst();
    Finding moved = TestReports.unmet().at(TestReports.FILE.at(new Span(1, 1, 1)));
    List<String> many = fingerprints(TestReports.many(TestReports.unmet(), 20));
    List<String> twice = fingerprints(TestReports.of(TestReports.unmet(), TestReports.unmet()));

    assertEquals(here, fingerprints(TestReports.of(moved)).getFirst());
    assertEquals(Set.copyOf(many).size(), many.size());
    assertEquals(2, new HashSet<>(twice).size());
  }

  @Test
  void anUploadedFileGivesAwayNoLoginScopeOrDate() {
    for (Report report : TestReports.samples()) {
      String text = new SarifRenderer(TestReports.TOOL).rendered(report);

      assertFalse(text.contains("acme-bot"), text);
      assertFalse(text.contains("workflow`"), text);
      assertFalse(text.contains("2026-10-03"), text);
    }
  }

  @Test
  void aRunWithoutFindingsHasNoResultsButIsWhole() throws IOException {
    JsonNode run = run(TestReports.of(TestReports.met()));

    assertTrue(run.get("results").isArray());
    assertTrue(run.get("results").isEmpty());
    assertEquals("1.2.3", run.at("/tool/driver/version").asText());
  }

  private static List<String> fingerprints(Report report) throws IOException {
    List<String> fingerprints = new ArrayList<>();
    run(report)
        .get("results")
        .forEach(
            it -> fingerprints.add(it.at("/partialFingerprints/primaryLocationLineHash").asText()));
    return fingerprints;
  }

  private static JsonNode run(Report report) throws IOException {
    JsonNode sarif =
        new ObjectMapper().readTree(new SarifRenderer(TestReports.TOOL).rendered(report));
    assertEquals("2.1.0", sarif.get("version").asText());
    return sarif.at("/runs/0");
  }
}
