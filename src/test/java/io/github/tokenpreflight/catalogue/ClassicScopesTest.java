package io.github.tokenpreflight.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.catalogue.ClassicScopes.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassicScopesTest {
  @Test
  void publicRepoSufficesForAlertsOfPublicRepositoriesOnly() {
    ClassicScopes alerts = of("GET", "/orgs/{org}/code-scanning/alerts");

    assertEquals(
        List.of(List.of("security_events"), List.of("repo"), List.of("public_repo")),
        alerts.sufficientOnPublic());
    assertEquals(
        List.of(List.of("security_events"), List.of("repo")), alerts.sufficientOnPrivate());
  }

  @Test
  void aScopeForPrivateRepositoriesIsNotAskedForOnPublicOnes() {
    ClassicScopes artifacts = of("GET", "/repos/{owner}/{repo}/actions/artifacts");

    assertEquals(List.of(), artifacts.sufficientOnPublic());
    assertEquals(List.of(List.of("repo")), artifacts.sufficientOnPrivate());
  }

  @Test
  void aScopeForPrivateRepositoriesComesOnTopOfTheOthers() {
    ClassicScopes secret = of("GET", "/orgs/{org}/actions/secrets/{secret_name}");

    assertEquals(List.of(List.of("admin:org")), secret.sufficientOnPublic());
    assertEquals(List.of(List.of("admin:org", "repo")), secret.sufficientOnPrivate());
  }

  @Test
  void aConditionAboutPrivateRepositoriesCountsThereOnly() {
    ClassicScopes runners = of("GET", "/orgs/{org}/actions/runners");

    assertEquals("repository is private", runners.also().getFirst().when());
    assertEquals(List.of(List.of("admin:org")), runners.sufficientOnPublic());
    assertEquals(List.of(List.of("admin:org", "repo")), runners.sufficientOnPrivate());
  }

  @Test
  void anotherConditionIsLeftToTheReader() {
    ClassicScopes contents = of("PUT", "/repos/{owner}/{repo}/contents/{path}");

    assertEquals("workflow files change", contents.also().getFirst().when());
    assertEquals(List.of(List.of("repo")), contents.sufficientOnPrivate());
  }

  @Test
  void someEndpointsTakeNoClassicTokenOrNoTokenOfAnOauthApp() {
    assertEquals(Tokens.NEITHER, of("POST", "/repos/{owner}/{repo}/check-suites").tokens());
    assertEquals(
        Tokens.CLASSIC_ONLY,
        of("PUT", "/user/installations/{installation_id}/repositories/{repository_id}").tokens());
  }

  @Test
  void whereTheTextIsSilentThereAreNone() {
    assertTrue(
        Endpoints.standard()
            .find("GET", "/repos/{owner}/{repo}")
            .orElseThrow()
            .classicScopes()
            .isEmpty());
  }

  private static ClassicScopes of(String method, String template) {
    return Endpoints.standard().find(method, template).orElseThrow().classicScopes().orElseThrow();
  }
}
