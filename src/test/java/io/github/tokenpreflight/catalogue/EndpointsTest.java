package io.github.tokenpreflight.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.catalogue.Endpoint.Certainty;
import io.github.tokenpreflight.catalogue.Endpoint.Combination;
import io.github.tokenpreflight.catalogue.Endpoint.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EndpointsTest {
  private static final Endpoints ENDPOINTS = Endpoints.standard();

  @Test
  void aConcretePathIsMatchedWithItsTemplate() {
    assertEquals("POST /repos/{owner}/{repo}/releases", match("POST", "/repos/acme/site/releases"));
    assertEquals("GET /", match("GET", "/"));
    assertEquals("GET /user", match("GET", "/user"));
  }

  @Test
  void aTemplateIsMatchedWhateverItsPlaceholdersAreCalled() {
    assertEquals(
        "GET /repos/{owner}/{repo}/releases/{release_id}",
        match("GET", "/repos/{o}/{r}/releases/{id}"));
    assertEquals("GET /orgs/{org}/teams", match("GET", "/orgs/acme/teams"));
  }

  @Test
  void aLiteralSegmentBeatsAPlaceholder() {
    assertEquals(
        "GET /repos/{owner}/{repo}/releases/latest",
        match("GET", "/repos/acme/site/releases/latest"));
    assertEquals(
        "GET /repos/{owner}/{repo}/releases/{release_id}",
        match("GET", "/repos/acme/site/releases/17"));
  }

  @Test
  void everyEndpointIsFoundAndMatchedByItsOwnTemplate() {
    for (Endpoint endpoint : ENDPOINTS.all()) {
      String signature = endpoint.signature();

      assertEquals(
          signature, ENDPOINTS.find(endpoint.method(), endpoint.path()).orElseThrow().signature());
      assertEquals(signature, match(endpoint.method(), endpoint.path()));
    }
  }

  @Test
  void everyEndpointIsMatchedByAConcretePath() {
    for (Endpoint endpoint : ENDPOINTS.all()) {
      String concrete = endpoint.path().replaceAll("\\{[^}]*}", "x1");

      assertEquals(endpoint.signature(), match(endpoint.method(), concrete));
    }
  }

  @Test
  void noTwoTemplatesDifferOnlyInTheNamesOfPlaceholders() {
    Map<String, List<String>> byShape = new TreeMap<>();
    for (Endpoint endpoint : ENDPOINTS.all()) {
      String shape = endpoint.method() + " " + Route.of(endpoint.path()).shape();
      byShape.computeIfAbsent(shape, _ -> new ArrayList<>()).add(endpoint.path());
    }

    assertTrue(byShape.values().stream().allMatch(paths -> paths.size() == 1));
  }

  @Test
  void aTrailingSlashAQueryAndAMissingSlashMatchNothing() {
    assertTrue(ENDPOINTS.match("GET", "/repos/acme/site/").isEmpty());
    assertTrue(ENDPOINTS.match("GET", "/repos/acme/site?x=1").isEmpty());
    assertTrue(ENDPOINTS.match("GET", "repos/acme/site").isEmpty());
    assertTrue(ENDPOINTS.match("GET", "/repos/acme//site").isEmpty());
    assertTrue(ENDPOINTS.match("GET", "").isEmpty());
  }

  @Test
  void anUnknownPathOrMethodMatchesNothing() {
    assertTrue(ENDPOINTS.match("GET", "/repos/acme/site/relases").isEmpty());
    assertTrue(ENDPOINTS.match("GET", "/no/such/thing").isEmpty());
    assertTrue(ENDPOINTS.match("HEAD", "/user").isEmpty());
    assertTrue(ENDPOINTS.find("GET", "/repos/acme/site").isEmpty());
  }

  @Test
  void theMethodsOfAPathAreListed() {
    assertEquals(List.of("GET", "PATCH", "DELETE"), ENDPOINTS.methodsFor("/repos/acme/site"));
    assertEquals(List.of(), ENDPOINTS.methodsFor("/no/such/thing"));
  }

  @Test
  void aMisspeltPathHasNearOnes() {
    assertEquals(
        "GET /repos/{owner}/{repo}/releases",
        nearest("GET", "/repos/acme/site/relases").getFirst());
    assertEquals(
        "GET /repos/{owner}/{repo}/pulls", nearest("GET", "/repo/acme/site/pulls").getFirst());
    assertTrue(nearest("GET", "/repos/acme/site/relases").size() <= 3);
  }

  @Test
  void aPathWithATrailingSlashIsNearItself() {
    assertEquals("GET /repos/{owner}/{repo}", nearest("GET", "/repos/acme/site/").getFirst());
  }

  @Test
  void aWrongMethodHasTheRightOnesNear() {
    assertEquals(
        List.of("GET /repos/{owner}/{repo}/traffic/views"),
        nearest("POST", "/repos/acme/site/traffic/views"));
  }

  @Test
  void aWildPathHasNoNearOnes() {
    assertEquals(List.of(), nearest("GET", "/foo/bar/baz"));
    assertEquals(List.of(), nearest("GET", "/" + "x".repeat(40)));
  }

  @Test
  void creatingAReleaseNeedsContentsAndSometimesWorkflows() {
    Endpoint endpoint = ENDPOINTS.find("POST", "/repos/{owner}/{repo}/releases").orElseThrow();

    assertEquals(
        PermissionSet.anyOf("contents=write;contents=write,workflows=write"),
        endpoint.grants().sets());
    assertEquals(endpoint.grants().sets(), endpoint.grants().appSets());
    assertEquals(Support.YES, endpoint.grants().fineGrained());
    assertEquals(Support.YES, endpoint.grants().installation());
    assertEquals(Combination.ANY_OF, endpoint.grants().basis().combination());
    assertEquals(Certainty.DOCUMENTED, endpoint.grants().basis().certainty());
    assertEquals("repos/create-release", endpoint.listing().operationId().orElseThrow());
    assertEquals("releases", endpoint.listing().category().orElseThrow());
    assertEquals(List.of("repo"), endpoint.recorded().scopes().orElseThrow());
  }

  @Test
  void checksAreForAppsOnly() {
    Endpoint endpoint = ENDPOINTS.find("POST", "/repos/{owner}/{repo}/check-runs").orElseThrow();

    assertEquals(Support.NO, endpoint.grants().fineGrained());
    assertEquals(List.of(), endpoint.grants().sets());
    assertEquals(PermissionSet.anyOf("checks=write"), endpoint.grants().appSets());
  }

  @Test
  void aUserNeedsNoPermissionToReadThemself() {
    Endpoint endpoint = ENDPOINTS.find("GET", "/user").orElseThrow();

    assertEquals(PermissionSet.anyOf("none"), endpoint.grants().sets());
    assertEquals(Support.NO, endpoint.grants().installation());
    assertEquals(List.of(), endpoint.recorded().scopes().orElseThrow());
  }

  @Test
  void neverRecordedIsNotTheSameAsNothingAccepted() {
    Endpoint endpoint = ENDPOINTS.find("GET", "/zen").orElseThrow();

    assertTrue(endpoint.recorded().scopes().isEmpty());
  }

  @Test
  void needingFindsExactlyTheEndpointsThatNeedThatLevel() {
    for (String permission : List.of("contents", "secrets", "organization_secrets", "checks")) {
      for (Level level : List.of(Level.READ, Level.WRITE)) {
        List<String> expected =
            ENDPOINTS.all().stream()
                .filter(endpoint -> endpoint.needs(permission, level))
                .map(Endpoint::signature)
                .toList();

        assertEquals(
            expected,
            ENDPOINTS.needing(permission, level).stream().map(Endpoint::signature).toList());
      }
    }
  }

  @Test
  void nothingNeedsAnUnknownPermission() {
    assertEquals(List.of(), ENDPOINTS.needing("teapots", Level.READ));
    assertEquals(List.of(), ENDPOINTS.needing("contents", Level.NONE));
  }

  @Test
  void everyNamedPermissionAndScopeIsKnown() {
    for (Endpoint endpoint : ENDPOINTS.all()) {
      for (PermissionSet set : endpoint.grants().appSets()) {
        set.levels()
            .forEach((name, level) ->
                assertTrue(
                    Permissions.standard().find(name).orElseThrow().levels().contains(level),
                    name));
      }
      for (String scope : endpoint.recorded().scopes().orElse(List.of())) {
        assertTrue(Scopes.standard().find(scope).isPresent(), scope);
      }
    }
  }

  private static String match(String method, String path) {
    return ENDPOINTS.match(method, path).map(Endpoint::signature).orElse("nothing");
  }

  private static List<String> nearest(String method, String path) {
    return ENDPOINTS.nearest(method, path).stream().map(Endpoint::signature).toList();
  }
}
