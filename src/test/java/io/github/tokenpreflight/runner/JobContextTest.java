package io.github.tokenpreflight.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobContextTest {
  private static final String FORK =
      """
      {"action": "opened", "labels": [{"pull_request": 1}],
       "pull_request": {"head": {"ref": "a", "repo": {"full_name": "somebody/site"}},
                        "base": {"repo": {"full_name": "acme/site"}}},
       "repository": {"full_name": "acme/site", "private": false, "owner": {"private": true}}}
      """;

  @Test
  void theEnvironmentSaysWhereTheJobRuns() {
    JobContext job =
        JobContext.of(
            Map.of(
                "GITHUB_REPOSITORY", "acme/site",
                "GITHUB_EVENT_NAME", "push",
                "GITHUB_EVENT_PATH", "/github/workflow/event.json"));

    assertEquals(Optional.of("acme/site"), job.repository());
    assertEquals(Optional.of("push"), job.eventName());
    assertEquals(Optional.of("/github/workflow/event.json"), job.eventPath());
  }

  @Test
  void anEmptyEnvironmentSaysNothing() {
    JobContext job = JobContext.of(Map.of("GITHUB_REPOSITORY", ""));

    assertEquals(Optional.empty(), job.repository());
    assertEquals(Optional.empty(), job.fromFork());
    assertEquals(Optional.empty(), job.withheld());
    assertEquals(Audience.UNKNOWN, job.audience());
  }

  @Test
  void aPullRequestFromAForkGetsNoSecrets() {
    JobContext job = event("pull_request", "someone").withEvent(FORK);

    assertEquals(Optional.of(true), job.fromFork());
    assertTrue(job.withheld().orElseThrow().contains("fork"));
    assertTrue(event("pull_request_target", "someone").withEvent(FORK).withheld().isEmpty());
  }

  @Test
  void aPullRequestFromADeletedForkIsStillOneFromAFork() {
    String deleted =
        "{\"pull_request\":{\"head\":{\"repo\":null},\"base\":{\"repo\":{\"full_name\":\"a/b\"}}}}";

    assertEquals(Optional.of(true), event("pull_request", "someone").withEvent(deleted).fromFork());
  }

  @Test
  void aPullRequestFromABranchGetsItsSecrets() {
    JobContext job =
        event("pull_request", "someone").withEvent(FORK.replace("somebody/site", "Acme/Site"));

    assertEquals(Optional.of(false), job.fromFork());
    assertTrue(job.withheld().isEmpty());
  }

  @Test
  void dependabotGetsItsOwnSecretsOnly() {
    assertTrue(event("push", "dependabot[bot]").withheld().orElseThrow().contains("Dependabot"));
    assertTrue(event("schedule", "dependabot[bot]").withheld().isEmpty());
    assertTrue(event("pull_request_target", "dependabot[bot]").withheld().isEmpty());
    assertTrue(event("push", "someone").withheld().isEmpty());
  }

  @Test
  void whoReadsTheLogIsReadOffTheEvent() {
    assertEquals(Audience.PUBLIC, visibility("{\"repository\":{\"private\":false}}"));
    assertEquals(Audience.PRIVATE, visibility("{\"repository\":{\"private\":true}}"));
    assertEquals(Audience.PRIVATE, visibility("{\"repository\":{\"visibility\":\"internal\"}}"));
    assertEquals(
        Audience.PUBLIC,
        visibility("{\"repository\":{\"visibility\":\"public\",\"private\":true}}"));
    assertEquals(Audience.UNKNOWN, visibility("{\"repository\":{\"visibility\":\"odd\"}}"));
    assertEquals(Audience.UNKNOWN, visibility("{\"schedule\":\"0 0 * * *\"}"));
  }

  @Test
  void aMalformedEventSaysNothing() {
    for (String text :
        List.of(
            "",
            "null",
            "[]",
            "\"repository\"",
            "{",
            "{\"repository\":{\"private\":true}",
            "{\"repository\":{\"private\":true}} and more",
            "{\"repository\":[{\"private\":true}]}",
            "{\"a\":".repeat(5000),
            "\u0000")) {
      JobContext job = event("pull_request", "someone").withEvent(text);

      assertEquals(Audience.UNKNOWN, job.audience(), text);
      assertEquals(Optional.empty(), job.fromFork());
    }
  }

  private static Audience visibility(String json) {
    return JobContext.of(Map.of()).withEvent(json).audience();
  }

  private static JobContext event(String name, String actor) {
    return JobContext.of(Map.of("GITHUB_EVENT_NAME", name, "GITHUB_ACTOR", actor));
  }
}
