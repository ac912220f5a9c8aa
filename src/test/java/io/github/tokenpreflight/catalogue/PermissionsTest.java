package io.github.tokenpreflight.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.catalogue.Permission.Target;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PermissionsTest {
  private static final Permissions PERMISSIONS = Permissions.standard();

  @Test
  void aPermissionIsFoundByNameWithEitherDashAndByLabel() {
    assertEquals("pull_requests", name("pull_requests"));
    assertEquals("pull_requests", name("pull-requests"));
    assertEquals("pull_requests", name("Pull requests"));
    assertEquals("pull_requests", name("PULL REQUESTS"));
    assertEquals("vulnerability_alerts", name("dependabot alerts"));
  }

  @Test
  void everyPermissionIsFoundByItsName() {
    for (Permission permission : PERMISSIONS.all()) {
      assertEquals(permission.name(), name(permission.name()));
      permission.workflowKey().ifPresent(key -> assertEquals(permission.name(), name(key)));
    }
  }

  @Test
  void theNameForAppsFindsThePermissionToo() {
    assertEquals("emails", name("email_addresses"));
    assertEquals("keys", name("git_ssh_keys"));
  }

  @Test
  void aSharedLabelThatIsNoNameFindsNothing() {
    assertTrue(PERMISSIONS.find("Variables").isEmpty());
    assertEquals(
        List.of("actions_variables", "organization_actions_variables"),
        PERMISSIONS.labelled("variables").stream().map(Permission::name).toList());
  }

  @Test
  void aSharedLabelThatIsANameFindsThePermissionOfThatName() {
    assertEquals("administration", name("Administration"));
    assertEquals(2, PERMISSIONS.labelled("Administration").size());
  }

  @Test
  void anUnknownWordFindsNothing() {
    assertTrue(PERMISSIONS.find("content").isEmpty());
    assertTrue(PERMISSIONS.find("").isEmpty());
  }

  @Test
  void theLevelsAreThoseOfEndpointsCreationPageAndWorkflowTogether() {
    Permission codeQuality = PERMISSIONS.find("code_quality").orElseThrow();
    Permission projects = PERMISSIONS.find("organization_projects").orElseThrow();

    assertEquals(List.of(Level.READ, Level.WRITE), codeQuality.levels());
    assertEquals(List.of(Level.READ, Level.WRITE, Level.ADMIN), projects.levels());
  }

  @Test
  void everyPermissionHasALevelAndThoseOfItsFormsAreAmongThem() {
    for (Permission permission : PERMISSIONS.all()) {
      assertFalse(permission.levels().isEmpty(), permission.name());
      assertEquals(permission.levels().stream().sorted().toList(), permission.levels());
      assertTrue(permission.levels().containsAll(permission.holders().creationLevels()));
      assertTrue(permission.levels().containsAll(permission.workflowLevels()));
    }
  }

  @Test
  void contentsIsGrantedByLinkAndByWorkflowFile() {
    Permission contents = PERMISSIONS.find("contents").orElseThrow();

    assertEquals(Target.REPOSITORY, contents.target());
    assertEquals(Optional.of("contents"), contents.urlName());
    assertEquals(Optional.of("contents"), contents.workflowKey());
    assertEquals(List.of(Level.READ, Level.WRITE), contents.workflowLevels());
    assertTrue(contents.patHasIt() && contents.appHasIt());
  }

  @Test
  void checksIsForAppsOnly() {
    Permission checks = PERMISSIONS.find("checks").orElseThrow();

    assertFalse(checks.patHasIt());
    assertTrue(checks.appHasIt());
    assertTrue(checks.urlName().isEmpty());
  }

  @Test
  void everyWorkflowTokenReadsMetadataWithoutAKey() {
    Permission metadata = PERMISSIONS.find("metadata").orElseThrow();

    assertTrue(metadata.workflowKey().isEmpty());
    assertEquals(List.of(Level.READ), metadata.workflowLevels());
  }

  @Test
  void noWorkflowFileGrantsAdministration() {
    Permission administration = PERMISSIONS.find("administration").orElseThrow();

    assertTrue(administration.workflowKey().isEmpty());
    assertEquals(List.of(), administration.workflowLevels());
  }

  @Test
  void namesAreSorted() {
    List<String> names = PERMISSIONS.names();

    assertEquals(names.stream().sorted().toList(), names);
  }

  private static String name(String text) {
    return PERMISSIONS.find(text).map(Permission::name).orElse("nothing");
  }
}
