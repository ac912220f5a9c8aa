package io.github.tokenpreflight.catalogue.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CollectedUpdateTest {
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
  private static final String LIST = "GET /repos/{owner}/{repo}/releases";
  private static final String CREATE = "POST /repos/{owner}/{repo}/releases";
  private static final String CHECK = "GET /repos/{owner}/{repo}/check-runs/{check_run_id}";
  private static final String GONE = "GET /orgs/{org}/gone";

  private final ObjectNode collected = Samples.collected();

  @Test
  void tablesWithoutNewsChangeOnlyTheDates() {
    CollectedUpdate update = new CollectedUpdate(collected, Samples.tables());

    JsonNode merged = update.merged(DAY);

    assertEquals(collected.path("endpoints"), merged.path("endpoints"));
    assertTrue(update.changes().isEmpty(), update.changes().summary());
    assertEquals("2026-12-01", merged.path("meta").path("captured").path("tables").asText());
    assertEquals(11, merged.path("meta").path("counts").path("endpoints").asInt());
  }

  @Test
  void aNewEndpointWithOnePermissionIsTakenAsListed() {
    endpoints().remove(LIST);

    JsonNode added = merge().path("endpoints").path(LIST);

    assertEquals("contents=read", PermissionSets.header(added.path("fg")));
    assertEquals("yes", added.path("pat").asText());
    assertEquals("[\"installation\",\"user\"]", added.path("app").toString());
    assertEquals("releases", added.path("cat").asText());
    assertFalse(added.has("ev"));
    assertTrue(summary().contains("## Added endpoints (1)\n\n- `" + LIST + "`: `contents=read`"));
  }

  @Test
  void aNewCombinationIsMarkedUnverified() {
    endpoints().remove(CREATE);

    JsonNode added = merge().path("endpoints").path(CREATE);

    assertEquals("contents=write,workflows=write", PermissionSets.header(added.path("fg")));
    assertEquals("unverified", added.path("sem").asText());
    assertEquals("inferred", added.path("ev").asText());
    assertTrue(summary().contains("## To settle by hand: how do these permissions combine? (1)"));
  }

  @Test
  void aNewEndpointForAppsOnlyIsClosedToFineGrainedTokens() {
    endpoints().remove(CHECK);

    JsonNode added = merge().path("endpoints").path(CHECK);

    assertEquals("no", added.path("pat").asText());
    assertEquals("checks=read", PermissionSets.header(added.path("appPerms")));
  }

  @Test
  void aKnownCombinationIsKept() {
    assertEquals(endpoints().path(CREATE), merge().path("endpoints").path(CREATE));
    assertEquals("documented", endpoints().path(CREATE).path("ev").asText());
  }

  @Test
  void aCombinationWithAnotherPermissionIsDoubtedAgain() {
    ((ObjectNode) endpoints().path(CREATE).path("fg").path(1)).put("pages", "write");

    JsonNode changed = merge().path("endpoints").path(CREATE);

    assertEquals("unverified", changed.path("sem").asText());
    assertEquals("workflow files change", changed.at("/classicScopes/also/0/when").asText());
  }

  @Test
  void aChangedLevelIsTakenAndScopesAndRecordingsAreKept() {
    ((ObjectNode) endpoints().path(LIST).path("fg").path(0)).put("contents", "write");

    JsonNode changed = merge().path("endpoints").path(LIST);

    assertEquals("contents=read", PermissionSets.header(changed.path("fg")));
    assertEquals("[\"repo\"]", changed.path("recScopes").toString());
    assertTrue(
        summary().contains("- `" + LIST + "`: fg `contents=write` → `contents=read`"), summary());
  }

  @Test
  void anEndpointClosedToFineGrainedTokensKeepsItsSetsForApps() {
    ((ObjectNode) endpoints().path(CHECK)).put("pat", "yes").remove("appPerms");
    ((ObjectNode) endpoints().path(CHECK)).putArray("fg").addObject().put("checks", "read");

    JsonNode changed = merge().path("endpoints").path(CHECK);

    assertEquals("no", changed.path("pat").asText());
    assertFalse(changed.has("fg"));
    assertEquals("checks=read", PermissionSets.header(changed.path("appPerms")));
  }

  @Test
  void anEndpointThatLeftTheTablesIsRemoved() {
    endpoints().putObject(GONE).put("cat", "orgs").put("pat", "yes");

    assertFalse(merge().path("endpoints").has(GONE));
    assertTrue(summary().contains("## Removed endpoints (1)\n\n- `" + GONE + "`"));
  }

  @Test
  void anEndpointThatLeftTheTablesIsKeptForWhatElseWeKnow() {
    endpoints().putObject(GONE).put("cat", "orgs").put("pat", "yes").putArray("recScopes");

    assertTrue(merge().path("endpoints").has(GONE));
    assertTrue(summary().contains("kept for what else we know (1)\n\n- `" + GONE + "`"));
  }

  @Test
  void endpointsThatNoTableEverNamedAreKept() {
    JsonNode merged = merge().path("endpoints");

    assertEquals(endpoints().path(Samples.UPLOAD), merged.path(Samples.UPLOAD));
    assertEquals(endpoints().path(Samples.ENTERPRISE), merged.path(Samples.ENTERPRISE));
  }

  @Test
  void anEndpointThatNeedsNothingStaysOpenAlthoughTheListOmitsIt() {
    assertEquals("yes", merge().path("endpoints").path("GET /user").path("pat").asText());
  }

  @Test
  void aNewPermissionIsAddedWithTargetHoldersAndLevels() {
    ((ObjectNode) collected.path("permissions")).remove("members");

    JsonNode added = merge().path("permissions").path("members");

    assertEquals("Members", added.path("title").asText());
    assertEquals("organization", added.path("scope").asText());
    assertEquals("[\"read\"]", added.path("levelsUsed").toString());
    assertTrue(added.path("pat").asBoolean() && added.path("app").asBoolean());
    assertTrue(summary().contains("## Added permissions (1)"));
  }

  @Test
  void aPermissionUnderItsNameForAppsIsNotANewOne() {
    JsonNode merged = merge();

    assertFalse(merged.path("permissions").has("email_addresses"));
    assertEquals(
        endpoints().path("GET /user/emails"), merged.path("endpoints").path("GET /user/emails"));
  }

  private ObjectNode endpoints() {
    return (ObjectNode) collected.path("endpoints");
  }

  private JsonNode merge() {
    return new CollectedUpdate(collected, Samples.tables()).merged(DAY);
  }

  private String summary() {
    CollectedUpdate update = new CollectedUpdate(collected, Samples.tables());
    update.merged(DAY);
    return update.changes().summary();
  }
}
