package io.github.tokenpreflight.catalogue.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Endpoints;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.catalogue.Permissions;
import io.github.tokenpreflight.catalogue.Scope;
import io.github.tokenpreflight.catalogue.Scopes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CompactTablesTest {
  private static final Path SOURCES = Path.of("src/test/resources/catalogue-sources");
  private static final Path TABLES =
      Path.of("src/main/resources/io/github/tokenpreflight/catalogue");

  @Test
  void theShippedTablesAreWhatTheGeneratorMakesOfTheCollectedData() throws IOException {
    for (var file : new CompactTables(Sources.read(SOURCES)).files().entrySet()) {
      assertEquals(
          file.getValue(),
          Files.readString(TABLES.resolve(file.getKey())),
          file.getKey() + " is stale: run CatalogueGenerator");
    }
  }

  @Test
  void everyEndpointComesBackAsItWasCollected() throws IOException {
    JsonNode collected = Sources.read(SOURCES).permissions().path("endpoints");

    List<Endpoint> shipped = Endpoints.standard().all();

    assertEquals(collected.size(), shipped.size());
    for (Endpoint endpoint : shipped) {
      ObjectNode expected = collected.path(endpoint.signature()).deepCopy();
      if (expected.path("classicScopes") instanceof ObjectNode scopes) {
        scopes.remove("prose");
      }
      if (endpoint.admission().refusesScoped()) {
        expected.withObject("/classicScopes").put("none", true);
      }
      assertEquals(expected, EndpointNode.of(endpoint), endpoint.signature());
    }
  }

  @Test
  void allRecordedPermissionHeadersAgreeWithTheTable() throws IOException {
    int headers = 0;
    for (var entry : Sources.read(SOURCES).recorded().path("endpoints").properties()) {
      for (var value : entry.getValue().path("permissions").properties()) {
        String[] key = entry.getKey().split(" ", -1);
        Endpoint endpoint = Endpoints.standard().find(key[0], key[1]).orElseThrow();
        TreeSet<String> table = new TreeSet<>();
        endpoint.grants().sets().forEach(set -> table.add(set.toString()));

        assertEquals(new TreeSet<>(PermissionSets.ofHeader(value.getKey())), table, entry.getKey());
        assertEquals(
            endpoint.recorded().permissions().orElseThrow().stream().map(Object::toString).toList(),
            List.copyOf(table));
        headers++;
      }
    }
    assertEquals(43, headers);
  }

  @Test
  void everyScopeComesBackWithItsParentAndWhereElseItIsContained() throws IOException {
    List<String> names = new ArrayList<>();
    for (JsonNode expected : Sources.read(SOURCES).scopes().path("scopes")) {
      Scope scope = Scopes.standard().find(expected.path("scope").asText()).orElseThrow();
      List<String> within = new ArrayList<>(scope.alsoWithin());
      within.addAll(scope.alsoWithinOnPublic());

      assertEquals(expected.path("parent").asText(""), scope.parent().orElse(""));
      assertEquals(expected.path("description").asText(), scope.description());
      assertEquals(expected.path("evidence").asText(), scope.evidence());
      assertEquals(CompactTables.words(expected.path("alsoWithin")), within);
      assertFalse(scope.alsoWithin().contains("public_repo"), scope.name());
      names.add(scope.name());
    }
    assertEquals(names, Scopes.standard().names());
  }

  @Test
  void everyPermissionComesBackWithItsFormsAndHolders() throws IOException {
    JsonNode collected = Sources.read(SOURCES).permissions().path("permissions");

    assertEquals(collected.size(), Permissions.standard().all().size());
    for (Permission permission : Permissions.standard().all()) {
      JsonNode expected = collected.path(permission.name());

      assertEquals(expected.path("title").asText(), permission.label());
      assertEquals(
          expected.path("scope").asText(), permission.target().name().toLowerCase(Locale.ROOT));
      assertEquals(expected.path("pat").asBoolean(), permission.patHasIt());
      assertEquals(expected.path("app").asBoolean(), permission.appHasIt());
      assertEquals(
          CompactTables.words(expected.path("urlLevels")),
          words(permission.holders().creationLevels()));
      assertEquals(
          CompactTables.words(expected.path("workflow").path("levels")),
          words(permission.workflowLevels()));
      assertEquals(
          expected.path("workflow").path("name").asText(""), permission.workflowKey().orElse(""));
      assertTrue(
          words(permission.levels()).containsAll(CompactTables.words(expected.path("levelsUsed"))));
    }
  }

  private static List<String> words(List<Level> levels) {
    return levels.stream().map(Level::wireName).toList();
  }
}
