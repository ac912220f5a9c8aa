package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.github.GitHub;
import io.github.tokenpreflight.github.GitHubHost;
import io.github.tokenpreflight.github.HttpGitHub;
import io.github.tokenpreflight.github.TimeLimits;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The way to GitHub, or why it cannot be opened.
sealed interface Connection {
  record Opened(GitHub github) implements Connection {}

  record Refused(Finding error) implements Connection {}

  /// One connection and one answer may take this long, or as long as everything may.
  Duration LONGEST_CONNECT = Duration.ofSeconds(10);

  Duration LONGEST_ANSWER = Duration.ofSeconds(20);

  /// Opens the one client that all tokens share. Nothing is sent yet.
  static Connection open(Io io, Outgoing outgoing, CheckOptions options, GitHubHost host) {
    return open(
        io, outgoing, new Reach(host, options.timeout().plus(options.maxWait()), options.caFile()));
  }

  /// Where a connection leads.
  ///
  /// @param total how long all questions together may take
  record Reach(GitHubHost host, Duration total, Optional<String> authorities) {}

  /// Opens a client of its own. Nothing is sent yet.
  static Connection open(Io io, Outgoing outgoing, Reach reach) {
    Duration total = reach.total();
    TimeLimits limits =
        new TimeLimits(shorter(LONGEST_CONNECT, total), shorter(LONGEST_ANSWER, total), total);
    Optional<Path> caFile;
    try {
      caFile = reach.authorities().map(file -> io.directory().resolve(file));
    } catch (InvalidPathException e) {
      return refused("`ca-file`: " + FileFailures.words(e), FileFailures.LOCALE);
    }
    HttpGitHub.Opening opening =
        HttpGitHub.open(
            new HttpGitHub.Setup(reach.host(), io.environment(), caFile, limits, Version.NUMBER),
            new HttpGitHub.Machine(
                io.clock(),
                io.ticks(),
                io.sleep()::sleep,
                () -> io.random().nextDouble(),
                outgoing::redacted));
    return opening instanceof HttpGitHub.Opening.Failed(String words)
        ? refused(words, "mend what is named above, or leave it out")
        : new Opened(((HttpGitHub.Opening.Opened) opening).github());
  }

  private static Refused refused(String seen, String help) {
    return new Refused(
        Finding.error(Rule.WRONG_INPUT, "the way to GitHub cannot be opened")
            .seen(seen)
            .help(help));
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
