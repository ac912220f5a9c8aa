package io.github.tokenpreflight.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScopesTest {
  private static final Scopes SCOPES = Scopes.standard();

  @Test
  void adminOrgCoversReadOrg() {
    assertTrue(SCOPES.covers(List.of("admin:org"), "read:org"));
    assertEquals(List.of("write:org", "admin:org"), SCOPES.ancestorsOf("read:org"));
  }

  @Test
  void readOrgDoesNotCoverAdminOrg() {
    assertFalse(SCOPES.covers(List.of("read:org"), "admin:org"));
  }

  @Test
  void everyScopeIsCoveredByItselfAndByItsParent() {
    for (String name : SCOPES.names()) {
      Scope scope = SCOPES.find(name).orElseThrow();

      assertTrue(SCOPES.covers(List.of(name), name));
      scope.parent().ifPresent(parent -> assertTrue(SCOPES.covers(List.of(parent), name)));
    }
  }

  @Test
  void noScopeCoversItsParent() {
    for (String name : SCOPES.names()) {
      for (String ancestor : SCOPES.ancestorsOf(name)) {
        assertFalse(SCOPES.covers(List.of(name), ancestor), name + " covers " + ancestor);
      }
    }
  }

  @Test
  void everyParentIsKnownAndStandsBeforeItsChildren() {
    List<String> names = SCOPES.names();
    for (String name : names) {
      for (String ancestor : SCOPES.ancestorsOf(name)) {
        assertTrue(names.contains(ancestor), ancestor);
      }
      SCOPES
          .find(name)
          .flatMap(Scope::parent)
          .ifPresent(parent -> assertTrue(names.indexOf(parent) < names.indexOf(name), name));
    }
  }

  @Test
  void repoCoversNeitherWorkflowNorDeletionNorPackagesNorGists() {
    for (String other :
        List.of("workflow", "delete_repo", "admin:org", "project", "gist", "read:packages")) {
      assertFalse(SCOPES.covers(List.of("repo"), other), other);
    }
  }

  @Test
  void repoCoversWebhooksOfRepositories() {
    assertTrue(SCOPES.covers(List.of("repo"), "admin:repo_hook"));
    assertTrue(SCOPES.covers(List.of("repo"), "read:repo_hook"));
    assertTrue(SCOPES.descendantsOf("repo").contains("write:repo_hook"));
  }

  @Test
  void publicRepoCoversWebhooksOfPublicRepositoriesOnly() {
    assertFalse(SCOPES.covers(List.of("public_repo"), "admin:repo_hook"));
    assertTrue(SCOPES.coversOnPublic(List.of("public_repo"), "admin:repo_hook"));
    assertTrue(SCOPES.coversOnPublic(List.of("public_repo"), "read:repo_hook"));
    assertFalse(SCOPES.coversOnPublic(List.of("public_repo"), "repo"));
  }

  @Test
  void anUnknownScopeCoversOnlyItself() {
    assertTrue(SCOPES.covers(List.of("brand:new"), "brand:new"));
    assertFalse(SCOPES.covers(List.of("brand:new"), "repo"));
    assertFalse(SCOPES.covers(List.of("repo"), "brand:new"));
    assertTrue(SCOPES.find("brand:new").isEmpty());
  }

  @Test
  void theParentOfADeclaredScopeIsExcess() {
    assertEquals(List.of("admin:org"), SCOPES.excess(List.of("admin:org"), List.of("read:org")));
  }

  @Test
  void theChildOfADeclaredScopeIsNoExcess() {
    List<String> held = List.of("read:org", "admin:repo_hook", "repo:status");

    assertEquals(List.of(), SCOPES.excess(held, List.of("admin:org", "repo")));
  }

  @Test
  void webhooksAreExcessBesidePublicRepo() {
    List<String> held = List.of("public_repo", "admin:repo_hook");

    assertEquals(List.of("admin:repo_hook"), SCOPES.excess(held, List.of("public_repo")));
  }

  @Test
  void unknownHeldScopesAreKeptAsExcessEachOnce() {
    List<String> held = List.of("brand:new", "repo", "gist", "brand:new");

    assertEquals(List.of("brand:new", "gist"), SCOPES.excess(held, List.of("repo")));
  }

  @Test
  void theSmallestCoveringLeavesOutWhatAnotherImplies() {
    List<String> wanted =
        List.of("read:org", "repo", "public_repo", "workflow", "admin:repo_hook", "repo", "x:y");

    assertEquals(List.of("read:org", "repo", "workflow", "x:y"), SCOPES.smallestCovering(wanted));
  }

  @Test
  void theSmallestCoveringCoversEverythingWanted() {
    List<String> smallest = SCOPES.smallestCovering(SCOPES.names());

    assertTrue(SCOPES.names().stream().allMatch(name -> SCOPES.covers(smallest, name)));
    assertTrue(smallest.stream().allMatch(name -> SCOPES.ancestorsOf(name).isEmpty()));
  }
}
