package io.github.tokenpreflight.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.catalogue.ImpossibleTargets.Impossible;
import io.github.tokenpreflight.catalogue.ImpossibleTargets.Reason;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImpossibleTargetsTest {
  private static final String REPO = "/repos/{owner}/{repo}";

  @Test
  void anIdIsZero() {
    assertEquals(
        Optional.of(new Impossible(REPO + "/actions/runs/0", Reason.ZERO)),
        of("DELETE", REPO + "/actions/runs/{run_id}"));
    assertEquals(
        Optional.of(new Impossible(REPO + "/issues/0/lock", Reason.ZERO)),
        of("PUT", REPO + "/issues/{issue_number}/lock"));
  }

  @Test
  void aCommitIsGitsNullId() {
    assertEquals(
        Optional.of(new Impossible(REPO + "/statuses/" + "0".repeat(40), Reason.NULL_COMMIT)),
        of("POST", REPO + "/statuses/{sha}"));
  }

  @Test
  void aSecretHasANameThatGitHubRefuses() {
    assertEquals(
        Optional.of(
            new Impossible(
                REPO + "/actions/secrets/GITHUB_TOKEN_PREFLIGHT_PROBE", Reason.RESERVED_NAME)),
        of("DELETE", REPO + "/actions/secrets/{secret_name}"));
    assertEquals(
        Optional.of(
            new Impossible(
                "/orgs/{org}/actions/variables/GITHUB_TOKEN_PREFLIGHT_PROBE",
                Reason.RESERVED_NAME)),
        of("PATCH", "/orgs/{org}/actions/variables/{name}"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          PUT,    /repos/{owner}/{repo}/actions/secrets/{secret_name}
          DELETE, /repos/{owner}/{repo}/environments/{environment_name}
          DELETE, /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}
          DELETE, /repos/{owner}/{repo}/collaborators/{username}
          DELETE, /repos/{owner}/{repo}/git/refs/{ref}
          DELETE, /repos/{owner}/{repo}/labels/{name}
          DELETE, /repos/{owner}/{repo}/actions/runners/{runner_id}/labels/{name}
          POST,   /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches
          DELETE, /gists/{gist_id}
          DELETE, /repos/{owner}/{repo}
          DELETE, /app/installations/{installation_id}
          GET,    /repos/{owner}/{repo}/actions/runs/{run_id}
          """)
  void whatANameOrAnIdCouldHitIsNeverATarget(String method, String path) {
    assertEquals(Optional.empty(), of(method, path));
  }

  @Test
  void nothingIsFilledInButValuesThatNothingHas() {
    Set<String> impossible = Set.of("0", "0".repeat(40), "GITHUB_TOKEN_PREFLIGHT_PROBE");

    for (Endpoint endpoint : Endpoints.standard().all()) {
      Optional<Impossible> target = ImpossibleTargets.of(endpoint);
      if (target.isPresent()) {
        String[] template = endpoint.path().split("/", -1);
        String[] filled = target.get().path().split("/", -1);
        boolean some = false;
        for (int i = 0; i < template.length; i++) {
          if (!filled[i].equals(template[i])) {
            assertTrue(impossible.contains(filled[i]), endpoint.signature());
            some = true;
          }
        }
        assertTrue(some, endpoint.signature());
        assertFalse(
            endpoint.method().equals("PUT") && target.get().reason() == Reason.RESERVED_NAME,
            endpoint.signature());
      }
    }
  }

  private static Optional<Impossible> of(String method, String path) {
    return ImpossibleTargets.of(Endpoints.standard().find(method, path).orElseThrow());
  }
}
