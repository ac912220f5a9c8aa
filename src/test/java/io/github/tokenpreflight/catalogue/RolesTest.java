package io.github.tokenpreflight.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.catalogue.Endpoint.Admission;
import io.github.tokenpreflight.catalogue.Endpoint.Certainty;
import io.github.tokenpreflight.catalogue.RequiredRole.Known;
import io.github.tokenpreflight.catalogue.RequiredRole.Unknown;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RolesTest {
  private static final String REPO = "/repos/{owner}/{repo}";

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          GET,    /repos/{owner}/{repo}/traffic/popular/paths,                      push
          GET,    /repos/{owner}/{repo}/actions/runners/{runner_id},                admin
          GET,    /repos/{owner}/{repo}/branches/{branch}/protection/required_signatures, admin
          GET,    /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules/apps, admin
          GET,    /repos/{owner}/{repo}/collaborators/{username},                   push
          GET,    /repos/{owner}/{repo}/collaborators,                              push
          GET,    /orgs/{org}/invitations/{invitation_id}/teams,                    owner
          GET,    /orgs/{org}/organization-roles/{role_id}/teams,                   owner
          GET,    /orgs/{org}/organization-roles/{role_id}/users,                   owner
          PUT,    /repos/{owner}/{repo}/codespaces/secrets/{secret_name},           admin
          POST,   /repos/{owner}/{repo}/statuses/{sha},                             push
          POST,   /repos/{owner}/{repo}/deployments/{deployment_id}/statuses,       push
          DELETE, /repos/{owner}/{repo}/actions/runs/{run_id},                      push
          GET,    /repos/{owner}/{repo}/actions/artifacts,                          pull
          """)
  void theRoleIsTheOneThatGitHubsSentenceNames(String method, String path, String role) {
    assertEquals(new Known(UserRole.of(role), false, Certainty.DOCUMENTED), needed(method, path));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          GET,    /orgs/{org}
          GET,    /repos/{owner}/{repo}/releases
          GET,    /repos/{owner}/{repo}/security-advisories
          GET,    /repos/{owner}/{repo}/actions/secrets
          POST,   /repos/{owner}/{repo}/pulls
          PUT,    /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals
          DELETE, /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}
          POST,   /repos/{owner}/{repo}/issues
          """)
  void aConditionIsNoRole(String method, String path) {
    assertEquals(new Unknown(), needed(method, path));
  }

  @Test
  void whereOthersAreLetInTheAbsenceOfTheRoleRefutesNothing() {
    assertEquals(
        new Known(UserRole.OWNER, true, Certainty.DOCUMENTED),
        needed("DELETE", "/orgs/{org}/teams/{team_slug}"));
    assertEquals(
        new Known(UserRole.ADMIN, true, Certainty.DOCUMENTED),
        needed("DELETE", REPO + "/collaborators/{username}"));
  }

  @Test
  void whatIsSaidOfSomethingNearIsInferred() {
    assertEquals(
        new Known(UserRole.PUSH, false, Certainty.INFERRED), needed("POST", REPO + "/deployments"));
    assertEquals(
        new Known(UserRole.ADMIN, false, Certainty.INFERRED),
        needed("GET", REPO + "/codespaces/secrets"));
  }

  @Test
  void theHighestRoleOfAPermissionIsTheHighestOfItsEndpoints() {
    assertEquals(Optional.of(UserRole.ADMIN), highest("administration", Level.READ));
    assertEquals(Optional.of(UserRole.ADMIN), highest("administration", Level.WRITE));
    assertEquals(Optional.of(UserRole.PUSH), highest("statuses", Level.WRITE));
    assertEquals(Optional.of(UserRole.OWNER), highest("members", Level.READ));
    assertEquals(Optional.empty(), highest("gists", Level.WRITE));
  }

  @Test
  void theLeastRoleIsKnownOnlyWhereItIsKnownOfEveryEndpoint() {
    assertEquals(
        Optional.of(new Known(UserRole.PUSH, false, Certainty.DOCUMENTED)),
        least("statuses", Level.WRITE));
    assertEquals(
        Optional.of(new Known(UserRole.PUSH, false, Certainty.INFERRED)),
        least("actions", Level.WRITE));
    assertEquals(
        Optional.of(new Known(UserRole.PUSH, false, Certainty.INFERRED)),
        least("workflows", Level.WRITE));
    assertEquals(Optional.empty(), least("issues", Level.WRITE));
  }

  @Test
  void whatIsForReviewersByNameIsNoUseOfDeployments() {
    assertEquals(
        Optional.of(new Known(UserRole.PUSH, false, Certainty.INFERRED)),
        least("deployments", Level.WRITE));
  }

  @Test
  void rolesInDifferentSortsOfPlacesDoNotIncludeEachOther() {
    assertTrue(UserRole.ADMIN.includes(UserRole.PUSH));
    assertFalse(UserRole.OWNER.includes(UserRole.PUSH));
    assertFalse(UserRole.PUSH.includes(UserRole.MAINTAIN));
  }

  @Test
  void noRoleIsHigherThanTheLeastOne() {
    for (Permission permission : Permissions.standard().all()) {
      for (Level level : permission.levels()) {
        Optional<Known> least = Roles.least(permission, level);
        Optional<Known> highest = Roles.highest(permission, level);

        if (least.isPresent() && highest.isPresent()) {
          assertTrue(highest.get().role().includes(least.get().role()), permission.name());
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          POST, /repos/{owner}/{repo}/check-runs,                                 APPS_ONLY
          POST, /repos/{owner}/{repo}/check-runs/{check_run_id}/rerequest,        APPS_ONLY
          POST, /repos/{owner}/{repo}/check-suites/{check_suite_id}/rerequest,    APPS_ONLY
          GET,  /orgs/{org}/personal-access-tokens,                               APPS_ONLY
          GET,  /repos/{owner}/{repo}/installation,                               APP_CREDENTIALS
          GET,  /orgs/{org}/installation,                                         APP_CREDENTIALS
          GET,  /users/{username}/installation,                                   APP_CREDENTIALS
          GET,  /app,                                                             APP_CREDENTIALS
          POST, /credentials/revoke,                                              NOBODY
          GET,  /repos/{owner}/{repo},                                            ANY
          """)
  void tokensAreRefusedWhereGitHubSaysSo(String method, String path, Admission admission) {
    Endpoint endpoint = Endpoints.standard().find(method, path).orElseThrow();

    assertEquals(admission, endpoint.admission());
    assertEquals(
        admission.refusesScoped(),
        endpoint
            .classicScopes()
            .filter(scopes -> scopes.tokens() == ClassicScopes.Tokens.NEITHER)
            .isPresent());
  }

  @Test
  void noKindOfTokenIsSaidToWorkWhereAllAreRefused() {
    List<String> contradictions =
        Endpoints.standard().all().stream()
            .filter(endpoint -> endpoint.admission().refusesAll())
            .filter(endpoint ->
                List.of(
                        endpoint.grants().fineGrained(),
                        endpoint.grants().installation(),
                        endpoint.grants().appUser())
                    .contains(Endpoint.Support.YES))
            .map(Endpoint::signature)
            .toList();

    assertEquals(List.of(), contradictions);
  }

  private static RequiredRole needed(String method, String path) {
    return Roles.needed(Endpoints.standard().find(method, path).orElseThrow());
  }

  private static Optional<UserRole> highest(String name, Level level) {
    return Roles.highest(permission(name), level).map(Known::role);
  }

  private static Optional<Known> least(String name, Level level) {
    return Roles.least(permission(name), level);
  }

  private static Permission permission(String name) {
    return Permissions.standard().find(name).orElseThrow();
  }
}
