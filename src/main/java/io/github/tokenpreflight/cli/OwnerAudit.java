package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.audit.Assembly;
import io.github.tokenpreflight.audit.Audit;
import io.github.tokenpreflight.audit.SourceState;
import io.github.tokenpreflight.collect.Asking;
import io.github.tokenpreflight.collect.Journal;
import io.github.tokenpreflight.collect.OwnerCollection;
import io.github.tokenpreflight.collect.ReportMerge;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Seen;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.GitHub;
import io.github.tokenpreflight.github.GitHubHost;
import io.github.tokenpreflight.github.Question;
import io.github.tokenpreflight.token.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The audit of an organization or user: asks GitHub, with one token.
final class OwnerAudit {
  private final Io io;
  private final Outgoing outgoing;
  private final AuditOptions options;
  private final GitHubHost host;
  private final AuditJudge judge;

  OwnerAudit(Io io, Outgoing outgoing, AuditOptions options, GitHubHost host, AuditJudge judge) {
    this.io = io;
    this.outgoing = outgoing;
    this.options = options;
    this.host = host;
    this.judge = judge;
  }

  /// Absent where nothing could be audited; then it has been said why.
  Optional<Audit> run(Journal journal) {
    Optional<Token> token = token();
    if (token.isEmpty()) {
      outgoing.complain(
          "an audit needs a token: set `GH_TOKEN` or `GITHUB_TOKEN`, or pipe it in with `--token-stdin`");
      return Optional.empty();
    }
    outgoing.hide(List.of(token.get()));
    if (!token.get().sendable()) {
      outgoing.complain("the token holds characters that no token of GitHub has");
      return Optional.empty();
    }
    Connection connection =
        Connection.open(
            io,
            outgoing,
            new Connection.Reach(
                host,
                options.times().timeout().plus(options.times().maxWait()),
                options.text("ca-file")));
    if (connection instanceof Connection.Refused(Finding error)) {
      outgoing.complain(
          error.message()
              + ": "
              + error.seen().stream().map(Seen::full).collect(Collectors.joining("; ")));
      return Optional.empty();
    }
    try (GitHub github = ((Connection.Opened) connection).github()) {
      return audit(question -> github.ask(token.get(), question), journal);
    }
  }

  private Optional<Token> token() {
    if (options.text("token-stdin").isPresent()) {
      return Token.of(StandardInput.text(io));
    }
    return Token.of(io.variable("GH_TOKEN")).or(() -> Token.of(io.variable("GITHUB_TOKEN")));
  }

  private Optional<Audit> audit(Asking asking, Journal journal) {
    Optional<String> dead = dead(asking.ask(lead()));
    if (dead.isPresent()) {
      outgoing.complain(dead.get());
      return Optional.empty();
    }
    AuditProgress progress = new AuditProgress(io, outgoing, options.times().maxWait());
    OwnerCollection collection =
        new OwnerCollection(
            new OwnerCollection.Order(
                options.scope(),
                options.filter(),
                new OwnerCollection.Part(options.shard().part(), options.shard().parts()),
                judge::facts),
            asking,
            progress,
            host.graphQl());
    OwnerCollection.Outcome outcome = collection.collect(journal, progress);
    progress.end();
    if (outcome instanceof OwnerCollection.Outcome.WrongOwner(String words)) {
      outgoing.complain(words);
      return Optional.empty();
    }
    List<SourceState> sources = new ArrayList<>(List.of(files(outcome, journal.size())));
    Audit.Head head = options.head(AuditCommand.moment(io), total(outcome, journal));
    return Optional.of(Assembly.of(head, sources, judge.ofThePolicy(), journal));
  }

  private Question lead() {
    return Question.get(host.api("/rate_limit"), "whether GitHub takes the token");
  }

  /// Why the token is of no use, if it is of none. Servers with their limits off answer 404.
  private static Optional<String> dead(Answer answer) {
    return switch (answer) {
      case Answer.Given _ -> Optional.empty();
      case Answer.Refused(_, var response, var refusal) ->
          response.status() == 404
              ? Optional.empty()
              : Optional.of("GitHub does not take the token: " + refusal.message());
      case Answer.Unanswered unanswered ->
          Optional.of("GitHub could not be asked: " + unanswered.words());
    };
  }

  private static long total(OwnerCollection.Outcome outcome, Journal journal) {
    return outcome instanceof OwnerCollection.Outcome.Whole(long total, _, _)
        ? total
        : journal.size();
  }

  private static SourceState files(OwnerCollection.Outcome outcome, int audited) {
    return switch (outcome) {
      case OwnerCollection.Outcome.Whole(long total, _, int unnamed) ->
          unnamed == 0
              ? ReportMerge.files(audited, total)
              : new SourceState(
                  ReportMerge.FILES,
                  SourceState.State.PARTLY,
                  "GitHub refuses even the names of " + unnamed + " repositories",
                  "");
      case OwnerCollection.Outcome.Stopped(String words, _) ->
          new SourceState(
              ReportMerge.FILES,
              SourceState.State.PARTLY,
              audited + " repositories, then: " + words,
              "`--state FILE`, then `--resume`");
      case OwnerCollection.Outcome.WrongOwner(String words) ->
          new SourceState(ReportMerge.FILES, SourceState.State.FAILED, words, "");
    };
  }
}
