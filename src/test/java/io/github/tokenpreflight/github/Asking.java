package io.github.tokenpreflight.github;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Asks a server on this machine one question, with a clock of our own.
record Asking(String server, Map<String, String> environment, Optional<Path> caFile) {
  /// The answer limit is real time: long for servers that answer, short for those that never do.
  private static final TimeLimits PATIENT = limits(Duration.ofSeconds(20));

  static Asking plainly(int port) {
    return new Asking("http://localhost:" + port, Map.of(), Optional.empty());
  }

  static TimeLimits limits(Duration answer) {
    return new TimeLimits(Duration.ofSeconds(10), answer, Duration.ofSeconds(60));
  }

  GitHubHost host() {
    GitHubHost.HostReading reading = GitHubHost.read(server, "");
    return assertInstanceOf(GitHubHost.HostReading.Read.class, reading, reading.toString()).host();
  }

  HttpGitHub.Opening open(FakeTime time, TimeLimits limits) {
    HttpGitHub.Setup setup = new HttpGitHub.Setup(host(), environment, caFile, limits, "1.2.3");
    return HttpGitHub.open(setup, time.surroundings());
  }

  GitHub github(FakeTime time) {
    return github(time, PATIENT);
  }

  GitHub github(FakeTime time, TimeLimits limits) {
    HttpGitHub.Opening opening = open(time, limits);
    return assertInstanceOf(HttpGitHub.Opening.Opened.class, opening, opening.toString()).github();
  }

  Answer get(String path) {
    return get(path, new FakeTime());
  }

  Answer get(String path, FakeTime time) {
    try (GitHub github = github(time)) {
      return github.ask(Replies.token(), Question.get(host().api(path), "a test"));
    }
  }

  static Answer.Unanswered unanswered(Answer answer) {
    return assertInstanceOf(Answer.Unanswered.class, answer, answer.toString());
  }

  static Answer.Refused refused(Answer answer) {
    return assertInstanceOf(Answer.Refused.class, answer, answer.toString());
  }

  static Answer.Given given(Answer answer) {
    return assertInstanceOf(Answer.Given.class, answer, answer.toString());
  }
}
