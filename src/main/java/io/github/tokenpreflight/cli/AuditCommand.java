package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.audit.Assembly;
import io.github.tokenpreflight.audit.Audit;
import io.github.tokenpreflight.audit.Scope;
import io.github.tokenpreflight.audit.SourceState;
import io.github.tokenpreflight.collect.Checkouts;
import io.github.tokenpreflight.collect.Journal;
import io.github.tokenpreflight.collect.ReportMerge;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.github.GitHubHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// `audit`: gather, judge, present. Loaded by nothing but its own words.
final class AuditCommand {
  private final Io io;
  private final Outgoing outgoing;

  AuditCommand(Io io, Outgoing outgoing) {
    this.io = io;
    this.outgoing = outgoing;
  }

  /// @param given the text of an option by its name
  ExitCode run(Function<String, Optional<String>> given) {
    AuditOptions.Reading reading = AuditOptions.read(given);
    if (reading.options().isEmpty()) {
      reading.errors().forEach(outgoing::complain);
      return ExitCode.INVALID;
    }
    AuditOptions options = reading.options().get();
    String api = options.text("api-url").orElse(io.variable("GITHUB_API_URL"));
    String web = options.text("api-url").isPresent() ? "" : io.variable("GITHUB_SERVER_URL");
    return switch (GitHubHost.read(api, web)) {
      case GitHubHost.HostReading.Read(GitHubHost host) -> run(options, host);
      case GitHubHost.HostReading.Failed(String words) -> complain(words);
    };
  }

  private ExitCode run(AuditOptions options, GitHubHost host) {
    if (options.text("plan").isPresent()) {
      outgoing.print(AuditPlan.of(options, host));
      return ExitCode.DONE;
    }
    Optional<AuditJudge> judge = AuditJudge.read(io, outgoing, options.text("policy"));
    if (judge.isEmpty()) {
      return ExitCode.INVALID;
    }
    Run run = new Run(options, host, judge.get());
    try {
      return options.text("state").isPresent()
          ? kept(run, io.directory().resolve(options.text("state").get()))
          : passing(run);
    } catch (IOException | InvalidPathException failure) {
      return complain("the state cannot be kept in a file: " + FileFailures.words(failure));
    }
  }

  /// All that one run is made of.
  private record Run(AuditOptions options, GitHubHost host, AuditJudge judge) {
    /// What must be the same for a state to be gone on with.
    String subject() {
      return options.scope().kind().word()
          + " "
          + options.scope().name()
          + " on "
          + host.api()
          + " "
          + options.filter().words()
          + " shard="
          + options.shard()
          + " policy="
          + judge.digest();
    }
  }

  private ExitCode passing(Run run) throws IOException {
    if (run.options().text("resume").isPresent()) {
      return complain("`--resume` needs `--state FILE`, which says what to go on with");
    }
    Path file = Files.createTempFile("token-preflight-audit", ".state");
    try (Journal journal = Journal.create(file, run.subject())) {
      return gather(run, journal);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private ExitCode kept(Run run, Path file) throws IOException {
    Optional<String> obstacle = new ReportFile(io, file.toString()).obstacle("");
    if (obstacle.isPresent()) {
      return complain(
          "the state cannot be kept in `" + file.getFileName() + "`: " + obstacle.get());
    }
    if (run.options().text("resume").isEmpty() || !Files.exists(file)) {
      try (Journal journal = Journal.create(file, run.subject())) {
        return gather(run, journal);
      }
    }
    return switch (Journal.resume(file, run.subject())) {
      case Journal.Opening.Refused(String words) ->
          complain("`" + file.getFileName() + "` cannot be gone on with: " + words);
      case Journal.Opening.Opened(Journal journal) -> {
        try (journal) {
          yield gather(run, journal);
        }
      }
    };
  }

  private ExitCode gather(Run run, Journal journal) {
    Optional<Audit> audit =
        run.options().scope().kind() == Scope.Kind.CHECKOUTS
            ? checkouts(run, journal)
            : new OwnerAudit(io, outgoing, run.options(), run.host(), run.judge()).run(journal);
    return audit.map(it -> present(it, run.options())).orElse(ExitCode.INVALID);
  }

  private Optional<Audit> checkouts(Run run, Journal journal) {
    AuditOptions options = run.options();
    List<Path> found;
    Checkouts checkouts;
    try {
      checkouts = new Checkouts(io.directory().resolve(options.scope().name()));
      found = checkouts.found();
    } catch (IOException | InvalidPathException failure) {
      outgoing.complain("`--from` cannot be read: " + FileFailures.words(failure));
      return Optional.empty();
    }
    if (found.isEmpty()) {
      outgoing.complain(
          "`--from "
              + options.scope().name()
              + "` holds no checkout: no folder with a `.git` or `.github`");
      return Optional.empty();
    }
    for (int i = 0; i < found.size(); i++) {
      if (options.shard().takes(i)) {
        journal.add(run.judge().facts(checkouts.read(found.get(i))));
      }
    }
    List<SourceState> sources =
        List.of(
            ReportMerge.files(journal.size(), found.size()),
            new SourceState(
                "what is granted and used",
                SourceState.State.NOT_ASKED,
                "`--from` asks no server",
                "`--org`"));
    Audit.Head head = options.head(moment(io), found.size());
    return Optional.of(Assembly.of(head, sources, run.judge().ofThePolicy(), journal));
  }

  /// Now, or the moment that `SOURCE_DATE_EPOCH` names, as those use it who want the same bytes
  /// again.
  static Instant moment(Io io) {
    String epoch = io.variable("SOURCE_DATE_EPOCH");
    return epoch.matches("\\d{1,11}")
        ? Instant.ofEpochSecond(Long.parseLong(epoch))
        : io.clock().instant();
  }

  /// `audit merge`: reports of parts become the report of the whole.
  ExitCode merge(List<String> files, Function<String, Optional<String>> given) {
    AuditOptions.Reading reading = AuditOptions.merging(given);
    if (reading.options().isEmpty()) {
      reading.errors().forEach(outgoing::complain);
      return ExitCode.INVALID;
    }
    try {
      Path state = Files.createTempFile("token-preflight-audit", ".state");
      try (Journal journal = Journal.create(state, "merge")) {
        ReportMerge.Outcome merged =
            ReportMerge.of(files.stream().map(io.directory()::resolve).toList(), journal);
        return switch (merged) {
          case ReportMerge.Outcome.Refused(String words) -> complain(words);
          case ReportMerge.Outcome.Merged(Audit audit) -> present(audit, reading.options().get());
        };
      } finally {
        Files.deleteIfExists(state);
      }
    } catch (IOException | InvalidPathException failure) {
      return complain("the reports cannot be merged: " + FileFailures.words(failure));
    }
  }

  private ExitCode present(Audit audit, AuditOptions options) {
    new AuditVoices(io, outgoing, options).speak(audit);
    boolean fails =
        options.failOn().isPresent()
            && Arrays.stream(Severity.values())
                .filter(severity -> severity.compareTo(options.failOn().get()) <= 0)
                .anyMatch(severity -> audit.inventory().count(severity) > 0);
    return fails ? ExitCode.UNMET : audit.complete() ? ExitCode.DONE : ExitCode.INCONCLUSIVE;
  }

  private ExitCode complain(String words) {
    outgoing.complain(words);
    return ExitCode.INVALID;
  }
}
