package io.github.tokenpreflight.requirements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.catalogue.Level;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionsReaderTest {
  @Test
  void aLevelAloneOrWithItsReasonAndRepositories() {
    var requirements =
        Sample.requirements(
                """
                permissions:
                  contents: write
                  pull-requests: { level: read, why: lists them, on: [acme/site, acme/docs] }
                  issues: { level: write, on: acme/site }
                """)
            .access()
            .permissions();

    assertEquals("contents", requirements.getFirst().permission().value().name());
    assertEquals(Level.WRITE, requirements.getFirst().level().value());
    assertEquals("pull_requests", requirements.get(1).permission().value().name());
    assertEquals(Optional.of("lists them"), requirements.get(1).why());
    assertEquals(2, requirements.get(1).on().size());
    assertEquals("acme/site", requirements.getLast().on().getFirst().value().toString());
  }

  @Test
  void theNameForAppsIsAcceptedToo() {
    assertEquals(
        "emails",
        Sample.requirements("permissions: { email_addresses: read }")
            .access()
            .permissions()
            .getFirst()
            .permission()
            .value()
            .name());
  }

  @ParameterizedTest
  @CsvSource({
    "Pull requests, is a label of the settings page, replace with `pull_requests`",
    "Variables, is a label of the settings page, replace with `actions_variables` or"
        + " `organization_actions_variables`",
    "Contents, is not a permission, replace with `contents`",
    "pullrequests, is not a permission, did you mean `pull_requests`?",
    "repo, is not a permission, it is a classic scope: move it to `scopes: [repo]`",
    "'\"read:org\"', is not a permission, it is a classic scope: move it to `scopes: [read:org]`",
    "id-token, is not a permission, 'remove it: it lets a job ask for an OIDC token, and no token"
        + " holds it'",
    "nonsense, is not a permission, use an API name such as `contents` or `pull_requests`",
  })
  void otherNamesAreRefusedWithTheNameToWrite(String name, String message, String help) {
    String said = Sample.said("permissions: { " + name + ": read }");

    assertTrue(said.startsWith("`" + name.replace("\"", "") + "` " + message), said);
    assertEquals(help, said.substring(said.indexOf(" | ") + 3));
  }

  @Test
  void aLevelThatThePermissionDoesNotHaveIsRefused() {
    assertEquals(
        "`codespaces_secrets` has no level `read` | replace with `write`",
        Sample.said("permissions: { codespaces_secrets: read }"));
    assertEquals(
        "`contents` has no level `admin` | replace with `read` or `write`",
        Sample.said("permissions: { contents: { level: admin } }"));
    Sample.requirements("permissions: { organization_custom_properties: admin }");
  }

  @Test
  void noLevelIsNoRequirement() {
    assertEquals(
        "`none` requires nothing | remove it; what a token must not have stands under `forbid`",
        Sample.said("permissions: { contents: none }"));
    assertEquals(
        "the key `level` is missing | add `level: write`",
        Sample.said("permissions: { contents: { why: x } }"));
  }

  @Test
  void theSamePermissionInTwoSpellingsStandsTwice() {
    assertEquals(
        "`pull_requests` is the same permission as an earlier key | remove it here or at t.yml:4:20",
        Sample.said("permissions: { pull-requests: read, pull_requests: write }"));
  }

  @Test
  void theShortcutsOfWorkflowsAreRefused() {
    assertEquals(
        "`permissions` must be a mapping, but is `read-all` | name each permission that is needed:"
            + " `permissions: { contents: write }`",
        Sample.said("permissions: read-all"));
  }

  @Test
  void theRepositoriesOfARequirementAreChecked() {
    assertEquals(
        List.of("wrong-value: site", "wrong-value: Acme/Docs"),
        Sample.errors(
            Sample.token(
                "permissions: { contents: { level: read, on: [site, acme/docs, Acme/Docs] } }")));
    assertEquals(
        "`on` names no repository | name one, or remove the key to mean every declared repository",
        Sample.said("permissions: { contents: { level: read, on: [] } }"));
  }
}
