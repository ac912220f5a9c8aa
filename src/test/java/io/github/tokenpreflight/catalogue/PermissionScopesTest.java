package io.github.tokenpreflight.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.catalogue.Endpoint.Certainty;
import io.github.tokenpreflight.catalogue.PermissionScopes.Determined;
import io.github.tokenpreflight.catalogue.PermissionScopes.Undetermined;
import io.github.tokenpreflight.catalogue.PermissionScopes.Why;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PermissionScopesTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          contents,                WRITE, public_repo,     repo
          gists,                   WRITE, gist,            gist
          packages,                WRITE, write:packages,  write:packages
          packages,                READ,  read:packages,   read:packages
          workflows,               WRITE, workflow,        workflow
          secrets,                 WRITE, public_repo,     repo
          organization_hooks,      WRITE, admin:org_hook,  admin:org_hook
          organization_secrets,    WRITE, 'admin:org,repo', 'admin:org,repo'
          codespaces_user_secrets, READ,  codespace:secrets, codespace:secrets
          gpg_keys,                READ,  read:gpg_key,    read:gpg_key
          """)
  void theScopesOpenWhatThePermissionOpens(
      String name, Level level, String onPublic, String onPrivate) {
    Determined scopes =
        assertInstanceOf(Determined.class, PermissionScopes.of(permission(name), level));

    assertEquals(List.of(List.of(onPublic.split(",", -1))), scopes.onPublic().sufficient());
    assertEquals(List.of(List.of(onPrivate.split(",", -1))), scopes.onPrivate().sufficient());
  }

  @Test
  void aMemberOfAnOrganizationNeedsNoScopeForWhatOwnersCanUse() {
    Permission members = permission("members");

    Determined owner = assertInstanceOf(Determined.class, PermissionScopes.of(members, Level.READ));
    Determined member =
        assertInstanceOf(
            Determined.class, PermissionScopes.of(members, Level.READ, UserRole.MEMBER));

    assertEquals(List.of(List.of("admin:org")), owner.onPrivate().sufficient());
    assertTrue(member.onPrivate().sufficient().contains(List.of("read:org")), member.toString());
  }

  @Test
  void whatTextNamesForPrivateRepositoriesIsNotNeededInPublicOnes() {
    Determined checks =
        assertInstanceOf(Determined.class, PermissionScopes.of(permission("checks"), Level.READ));

    assertEquals(List.of(List.of()), checks.onPublic().sufficient());
    assertEquals(List.of(List.of("repo")), checks.onPrivate().sufficient());
  }

  @Test
  void whoeverHoldsNothingCanStillReadInPublicRepositories() {
    Determined contents =
        assertInstanceOf(Determined.class, PermissionScopes.of(permission("contents"), Level.READ));

    assertEquals(List.of(List.of()), contents.onPublic().least());
    assertEquals(List.of(List.of("security_events")), contents.onPrivate().least());
  }

  @Test
  void aStatusCanBeWrittenWithEitherScopeInPublicRepositories() {
    Determined statuses =
        assertInstanceOf(
            Determined.class, PermissionScopes.of(permission("statuses"), Level.WRITE));

    assertEquals(List.of(List.of("repo:status")), statuses.onPrivate().sufficient());
    assertEquals(
        List.of(List.of("public_repo"), List.of("repo:status")), statuses.onPublic().sufficient());
  }

  @Test
  void publicRepoForRepoIsDocumentedForCodeOnly() {
    assertEquals(Certainty.DOCUMENTED, onPublic("contents"));
    assertEquals(Certainty.INFERRED, onPublic("secrets"));
  }

  @Test
  void toDeleteARepositoryTakesAScopeOfItsOwnSoThatRepoOpensSomethingButNotAll() {
    Determined scopes =
        assertInstanceOf(
            Determined.class, PermissionScopes.of(permission("administration"), Level.WRITE));

    assertTrue(
        scopes.onPrivate().sufficient().stream().allMatch(set -> set.contains("delete_repo")),
        scopes.toString());
    assertTrue(
        scopes.onPrivate().least().stream().anyMatch(set -> !set.contains("delete_repo")),
        scopes.toString());
  }

  @Test
  void whatIsNotKnownSaysWhy() {
    assertEquals(new Undetermined(Why.PARTLY_APPS), write("checks"));
    assertEquals(new Undetermined(Why.APPS_ONLY), write("organization_personal_access_tokens"));
    assertEquals(new Undetermined(Why.NO_ENDPOINT), write("discussions"));
    assertEquals(new Undetermined(Why.SILENT), write("blocking"));
  }

  private static PermissionScopes write(String name) {
    return PermissionScopes.of(permission(name), Level.WRITE);
  }

  private static Certainty onPublic(String name) {
    return assertInstanceOf(Determined.class, write(name)).onPublic().certainty();
  }

  private static Permission permission(String name) {
    return Permissions.standard().find(name).orElseThrow();
  }
}
