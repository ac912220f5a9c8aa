package io.github.tokenpreflight.runner;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the job knows about itself: where it runs, for whom, and who reads along.
///
/// Whatever the environment or the event does not say is absent or unknown, never an error.
public final class JobContext {
  private static final String DEPENDABOT = "dependabot[bot]";

  /// Events to which GitHub gives no secrets when a fork caused them.
  ///
  /// Private repositories can be set to send them all the same.
  ///
  /// Source: GitHub docs, "Events that trigger workflows" (documented; read in quotations 2026-11).
  private static final Set<String> BARE_FROM_FORKS =
      Set.of("pull_request", "pull_request_review", "pull_request_review_comment");

  /// Events to which GitHub gives Dependabot's own secrets when Dependabot caused them.
  ///
  /// `pull_request_target` is left out: what it gets depends on who made the base branch.
  ///
  /// Source: GitHub docs, "Troubleshooting Dependabot on GitHub Actions", a stored copy read
  /// 2026-11 (documented).
  private static final Set<String> BARE_FROM_DEPENDABOT =
      Set.of(
          "pull_request",
          "pull_request_review",
          "pull_request_review_comment",
          "push",
          "create",
          "deployment",
          "deployment_status");

  private final Map<String, String> environment;
  private final Map<String, String> event;

  private JobContext(Map<String, String> environment, Map<String, String> event) {
    this.environment = environment;
    this.event = event;
  }

  /// What the environment says, as long as the event has not been read.
  public static JobContext of(Map<String, String> environment) {
    return new JobContext(Map.copyOf(environment), Map.of());
  }

  /// The same with the text of the file that `GITHUB_EVENT_PATH` names.
  public JobContext withEvent(String json) {
    return new JobContext(environment, EventPayload.facts(json));
  }

  /// The current repository as `owner/name`.
  public Optional<String> repository() {
    return variable("GITHUB_REPOSITORY");
  }

  public Optional<String> eventName() {
    return variable("GITHUB_EVENT_NAME");
  }

  /// Where to find the event, for [#withEvent].
  public Optional<String> eventPath() {
    return variable("GITHUB_EVENT_PATH");
  }

  private Optional<String> serverUrl() {
    return variable("GITHUB_SERVER_URL");
  }

  /// The address of the repository's files at the commit of the run.
  public Optional<String> files() {
    return serverUrl()
        .flatMap(server ->
            repository()
                .flatMap(name ->
                    variable("GITHUB_SHA").map(sha -> server + "/" + name + "/blob/" + sha)));
  }

  /// Who can read the log.
  public Audience audience() {
    String word = event.getOrDefault(EventPayload.VISIBILITY, "");
    String secluded = event.getOrDefault(EventPayload.PRIVATE, "");
    if (word.equals("public") || (word.isEmpty() && secluded.equals("false"))) {
      return Audience.PUBLIC;
    }
    boolean members = word.equals("private") || word.equals("internal");
    return members || (word.isEmpty() && secluded.equals("true"))
        ? Audience.PRIVATE
        : Audience.UNKNOWN;
  }

  /// Whether a pull request from a fork caused the run; absent when there is none or it is unknown.
  public Optional<Boolean> fromFork() {
    if (event.containsKey(EventPayload.NO_HEAD)) {
      return Optional.of(true);
    }
    String head = event.getOrDefault(EventPayload.HEAD, "");
    String base = event.getOrDefault(EventPayload.BASE, "");
    return head.isEmpty() || base.isEmpty()
        ? Optional.empty()
        : Optional.of(!head.equalsIgnoreCase(base));
  }

  /// Whether Dependabot caused the run, also when a person ran it again.
  public boolean byDependabot() {
    return DEPENDABOT.equals(environment.get("GITHUB_ACTOR"));
  }

  /// Why GitHub kept the secrets from this run, as a sentence; absent when it had no reason to.
  public Optional<String> withheld() {
    String name = eventName().orElse("");
    if (byDependabot() && BARE_FROM_DEPENDABOT.contains(name)) {
      return Optional.of(
          "Dependabot started this run, and GitHub gives such runs the Dependabot secrets only");
    }
    if (fromFork().orElse(false) && BARE_FROM_FORKS.contains(name)) {
      return Optional.of(
          "a pull request from a fork started this run, and GitHub gives such runs no secret but"
              + " `GITHUB_TOKEN`");
    }
    return Optional.empty();
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
