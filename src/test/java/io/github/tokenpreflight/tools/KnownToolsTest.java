package io.github.tokenpreflight.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Endpoints;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.catalogue.Permissions;
import io.github.tokenpreflight.catalogue.Scopes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The table of tools, held against the catalogue.
///
/// A failure names the tool: mend its entry in
/// `src/main/resources/io/github/tokenpreflight/tools/known-tools.yaml`.
class KnownToolsTest {
  private static final KnownTools TOOLS = KnownTools.standard();

  @Test
  void everyNameIsOneOfTheCatalogue() {
    List<String> unknown = new ArrayList<>();
    for (Tool tool : TOOLS.all()) {
      needs(tool).forEach(needs -> unknown.addAll(unknown(tool.name(), needs)));
    }

    assertEquals(List.of(), unknown);
  }

  @Test
  void aWrongNameIsFound() {
    Needs planted =
        new Needs(
            Map.of("content", Level.WRITE, "pages", Level.ADMIN),
            Map.of("pull-requests", Level.WRITE),
            List.of(Set.of("repos")),
            List.of("POST /repo"));

    assertEquals(5, unknown("planted", planted).size());
  }

  @Test
  void noNameAndNoRepositoryStandsTwice() {
    Set<String> seen = new HashSet<>();
    for (Tool tool : TOOLS.all()) {
      assertTrue(seen.add(tool.name()), tool.name());
      assertTrue(seen.add(tool.uses().toLowerCase(Locale.ROOT)), tool.uses());
      Set<String> cases = new HashSet<>();
      tool.cases().forEach(one -> assertTrue(cases.add(one.id()), tool.name() + " " + one.id()));
    }
    assertTrue(TOOLS.all().size() > 80);
  }

  @Test
  void everyEntrySaysWhereItWasReadAndWhen() {
    for (Tool tool : TOOLS.all()) {
      assertTrue(tool.source().where().matches("[\\w.-]+/[\\w.-]+ .+"), tool.name());
      assertTrue(tool.source().commit().matches("[0-9a-f]{40}"), tool.name());
      assertTrue(LocalDate.parse(tool.source().date()).isAfter(LocalDate.of(2020, 1, 1)));
    }
  }

  @Test
  void aToolIsFoundByItsNameOrByWhatStandsInUses() {
    assertEquals("semantic-release", TOOLS.find("semantic-release").orElseThrow().name());
    assertEquals("codeql", TOOLS.used("github/codeql-action/analyze").orElseThrow().name());
    assertEquals(
        "create-pull-request",
        TOOLS.find("Peter-Evans/create-pull-request@v8").orElseThrow().name());
    assertEquals(Optional.empty(), TOOLS.find("nothing"));
    assertEquals(Optional.empty(), TOOLS.used("acme/nothing"));
  }

  @Test
  void furtherNeedsNeverLowerALevel() {
    Needs base =
        new Needs(Map.of("contents", Level.WRITE), Map.of(), List.of(Set.of("repo")), List.of());
    Needs more =
        new Needs(
            Map.of("contents", Level.READ, "id-token", Level.WRITE),
            Map.of("workflows", Level.WRITE),
            List.of(Set.of("workflow")),
            List.of());
    Needs both = base.and(more);

    assertEquals(Map.of("contents", Level.WRITE, "id-token", Level.WRITE), both.job());
    assertEquals(Map.of("contents", Level.WRITE), both.ofJob());
    assertEquals(Map.of("workflows", Level.WRITE), both.ofToken());
    assertEquals(List.of(Set.of("repo", "workflow")), both.scopes());
    assertEquals(base, base.and(Needs.NONE));
  }

  private static Stream<Needs> needs(Tool tool) {
    return Stream.concat(Stream.of(tool.needs()), tool.cases().stream().map(Tool.Case::needs));
  }

  private static List<String> unknown(String tool, Needs needs) {
    List<String> unknown = new ArrayList<>();
    needs
        .job()
        .forEach((key, level) -> {
          boolean known =
              Permissions.standard().all().stream()
                  .anyMatch(one ->
                      one.workflowKey().filter(key::equals).isPresent()
                          && one.workflowLevels().contains(level));
          if (!known && !key.equals("id-token")) {
            unknown.add(tool + ": job " + key + ": " + level);
          }
        });
    needs
        .permissions()
        .forEach((name, level) -> {
          Optional<Permission> found = Permissions.standard().find(name);
          if (found
              .filter(one -> one.name().equals(name) && one.levels().contains(level))
              .isEmpty()) {
            unknown.add(tool + ": permission " + name + ": " + level);
          }
        });
    needs.scopes().stream()
        .flatMap(Set::stream)
        .filter(scope -> Scopes.standard().find(scope).isEmpty())
        .forEach(scope -> unknown.add(tool + ": scope " + scope));
    needs.calls().stream()
        .filter(call -> endpoint(call).isEmpty())
        .forEach(call -> unknown.add(tool + ": call " + call));
    return unknown;
  }

  private static Optional<Endpoint> endpoint(String call) {
    return Endpoints.standard().find(call.replaceFirst(" .*", ""), call.replaceFirst(".* ", ""));
  }
}
