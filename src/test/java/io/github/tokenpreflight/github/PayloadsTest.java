package io.github.tokenpreflight.github;

import static io.github.tokenpreflight.github.Replies.reply;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.github.Payloads.Visibility;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PayloadsTest {
  private static final String REPOSITORY =
      "{\"full_name\": \"acme/site\", \"private\": true, \"default_branch\": \"main\","
          + " \"archived\": true, \"fork\": false, \"size\": 0}";

  @Test
  void theLoginOfAUserIsRead() {
    assertEquals(Optional.of("fv316"), Payloads.login(Fixtures.recorded("user-200-finegrained")));
    assertEquals(
        Optional.of("User"),
        Payloads.user(Fixtures.recorded("user-200-classic")).orElseThrow().type());
    assertEquals(Optional.empty(), Payloads.login(reply(200, "{\"login\": 7}")));
    assertEquals(Optional.empty(), Payloads.login(reply(200, "<html>")));
  }

  @Test
  void aRecordedRepositoryIsReadWithTheUsersRoles() {
    Payloads.Repository repository =
        Payloads.repository(Fixtures.recorded("repo-200-finegrained")).orElseThrow();

    assertEquals(Visibility.PUBLIC, repository.visibility());
    assertFalse(repository.archived());
    assertTrue(repository.roles().keySet().containsAll(List.of("admin", "push", "pull")));
  }

  @Test
  void theOtherRecordedRepositoriesAreReadToo() {
    for (String name : List.of("repo-200-classic", "octokit-get-repository")) {
      assertTrue(Payloads.repository(Fixtures.recorded(name)).isPresent(), name);
    }
  }

  @Test
  void visibilityComesFromTheNewerFieldOrElseFromPrivate() {
    assertEquals(Visibility.PRIVATE, read(REPOSITORY).orElseThrow().visibility());
    assertEquals(
        Visibility.INTERNAL,
        read(REPOSITORY.replace("{", "{\"visibility\": \"internal\", "))
            .orElseThrow()
            .visibility());
    assertTrue(read(REPOSITORY.replace("{", "{\"visibility\": \"odd\", ")).isEmpty());
  }

  @Test
  void anArchiveIsSeen() {
    Payloads.Repository repository = read(REPOSITORY).orElseThrow();

    assertTrue(repository.archived());
    assertEquals(Map.of(), repository.roles());
  }

  @Test
  void aRepositoryThatLacksAFieldThatIsReadIsUnreadable() {
    for (String field : List.of("private", "archived")) {
      assertTrue(read(REPOSITORY.replace("\"" + field + "\"", "\"x\"")).isEmpty(), field);
    }
  }

  @Test
  void whatNobodyReadsMayBeMissing() {
    assertTrue(read("{\"private\": true, \"archived\": false}").isPresent());
  }

  @Test
  void aMembershipIsReadWithItsStateAndRole() {
    Payloads.Membership recorded =
        Payloads.membership(Fixtures.recorded("org-membership-200-finegrained")).orElseThrow();
    assertEquals("hub4j-test-org", recorded.organization());
    assertEquals("active", recorded.state());
    assertEquals("admin", recorded.role());

    Response example = Fixtures.example("GET /user/memberships/orgs/{org}");
    assertEquals("pending", Payloads.membership(example).orElseThrow().state());
    assertTrue(Payloads.membership(reply(200, "{\"state\": \"active\"}")).isEmpty());
  }

  @Test
  void anInstallationTellsHowManyRepositoriesItReaches() {
    Response example = Fixtures.example("GET /installation/repositories");

    assertEquals(1, Payloads.installation(example).orElseThrow().repositories());
    assertTrue(Payloads.installation(reply(200, "{\"total_count\": \"1\"}")).isEmpty());
  }

  private static Optional<Payloads.Repository> read(String body) {
    return Payloads.repository(reply(200, body));
  }
}
