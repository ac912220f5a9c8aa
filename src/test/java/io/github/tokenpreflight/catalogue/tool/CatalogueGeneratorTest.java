package io.github.tokenpreflight.catalogue.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueGeneratorTest {
  @Test
  void anUpdateRewritesTheCollectedDataAndTheTables(@TempDir Path sources, @TempDir Path tables)
      throws IOException {
    for (String file :
        List.of(
            "scopes.json",
            "recorded-headers.json",
            "operations.tsv",
            "sentence-rules.tsv",
            "said-elsewhere.tsv")) {
      Files.copy(Samples.SOURCES.resolve(file), sources.resolve(file));
    }
    Path collected = sources.resolve("permissions.json");
    Files.writeString(collected, CollectedFile.text(Samples.collected()));

    String summary =
        CatalogueGenerator.update(sources, Samples.CHECKOUT, LocalDate.of(2026, 12, 1));
    CatalogueGenerator.write(sources, tables);

    assertEquals("GitHub's tables say what the catalogue says.\n", summary);
    assertTrue(Files.readString(collected).contains("\"built\" : \"2026-12-01\""));
    String endpoints = Files.readString(tables.resolve("endpoints.tsv"));
    assertTrue(endpoints.contains("# captured: 2026-12-01\n"));
    assertTrue(endpoints.contains("\nPOST /repos/{owner}/{repo}/releases\trepos/create-release\t"));
  }

  @Test
  void theCollectedFileIsWrittenTheWayItIsKept() throws IOException {
    Path file = Samples.SOURCES.resolve("permissions.json");

    assertEquals(Files.readString(file), CollectedFile.text(Sources.json(file)));
  }

  @Test
  void theCollectedDataAddsUpToItsOwnCounts() throws IOException {
    JsonNode collected = Sources.read(Samples.SOURCES).permissions();

    assertEquals(collected.path("meta").path("counts"), Counts.of(collected));
  }

  @Test
  void theLevelsOfAPermissionAreThoseThatEndpointsAskFor() throws IOException {
    JsonNode collected = Sources.read(Samples.SOURCES).permissions();
    Map<String, Set<String>> used = Counts.levels(collected.path("endpoints"));

    for (var entry : collected.path("permissions").properties()) {
      assertEquals(
          new TreeSet<>(CompactTables.words(entry.getValue().path("levelsUsed"))),
          used.getOrDefault(entry.getKey(), new TreeSet<>()),
          entry.getKey());
    }
  }
}
