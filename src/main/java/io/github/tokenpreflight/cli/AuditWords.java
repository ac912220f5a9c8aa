package io.github.tokenpreflight.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/// The words of `audit`.
@Command(
    name = "audit",
    description =
        "Lays what many repositories declare, and what their workflows use, side by side.")
final class AuditWords extends CommandLineCommands.Words {
  private final Map<String, String> given = new HashMap<>();

  @Option(
      names = "--org",
      paramLabel = "NAME",
      description = "Audit the repositories of an organization.")
  void setOrg(String value) {
    given.put("org", value);
  }

  @Option(names = "--user", paramLabel = "NAME", description = "Audit the repositories of a user.")
  void setUser(String value) {
    given.put("user", value);
  }

  @Option(
      names = "--from",
      paramLabel = "FOLDER",
      description = "Audit the checkouts in a folder, without a token and without a network.")
  void setFrom(String value) {
    given.put("from", value);
  }

  @Option(
      names = "--repos",
      paramLabel = "NAMES",
      description =
          "Only repositories with these names, separated by commas; * stands for any text.")
  void setRepos(String value) {
    given.put("repos", value);
  }

  @Option(
      names = "--visibility",
      paramLabel = "WHICH",
      description = "Only public, private or internal repositories (default: all).")
  void setVisibility(String value) {
    given.put("visibility", value);
  }

  @Option(
      names = "--archived",
      paramLabel = "HOW",
      description = "Archived repositories: leave-out (default), include or only.")
  void setArchived(String value) {
    given.put("archived", value);
  }

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "Only repositories with this topic.")
  void setTopic(String value) {
    given.put("topic", value);
  }

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description = "Keep what was read in this file, to go on after an interruption.")
  void setState(String value) {
    given.put("state", value);
  }

  @Option(
      names = "--revoke",
      scope = ScopeType.INHERIT,
      paramLabel = "WHAT",
      description = "Say who breaks without a token or secret, those of an owner, or classic ones.")
  void setRevoke(String value) {
    given.put("revoke", value);
  }

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "The policy of the organization (default: token-policy.yml, if it is there).")
  void setPolicy(String value) {
    given.put("policy", value);
  }

  @Option(
      names = "--shard",
      paramLabel = "PART",
      description = "Audit a part of the repositories only, such as 2/4.")
  void setShard(String value) {
    given.put("shard", value);
  }

  @Option(
      names = "--fail-on",
      scope = ScopeType.INHERIT,
      paramLabel = "SEVERITY",
      description = "The least severity that fails: error (default), warning, note or never.")
  void setFailOn(String value) {
    given.put("fail-on", value);
  }

  @Option(
      names = "--details",
      scope = ScopeType.INHERIT,
      paramLabel = "AMOUNT",
      description = "auto (default), full, or minimal: without names in the log.")
  void setDetails(String value) {
    given.put("details", value);
  }

  @Option(
      names = "--max-wait",
      paramLabel = "TIME",
      description = "Wait this long for rate limits, as in 90s, 10m, 1h (default: 0s).")
  void setMaxWait(String value) {
    given.put("max-wait", value);
  }

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "How long all questions together may take, waits apart (default: 30m).")
  void setTimeout(String value) {
    given.put("timeout", value);
  }

  @Option(
      names = "--report",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description = "Write the JSON report there, - for the output stream.")
  void setReport(String value) {
    given.put("report", value);
  }

  @Option(
      names = "--csv",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description = "Write the tokens of all repositories as a table there.")
  void setCsv(String value) {
    given.put("csv", value);
  }

  @Option(
      names = "--html",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description = "Write one page for people there, which needs no network.")
  void setHtml(String value) {
    given.put("html", value);
  }

  @Option(
      names = "--sarif",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description = "Write a SARIF report there.")
  void setSarif(String value) {
    given.put("sarif", value);
  }

  @Option(
      names = "--api-url",
      paramLabel = "URL",
      description = "The REST API (default: GITHUB_API_URL, else https://api.github.com).")
  void setApiUrl(String value) {
    given.put("api-url", value);
  }

  @Option(
      names = "--ca-file",
      paramLabel = "FILE",
      description = "More certificates to trust, PEM (default: SSL_CERT_FILE).")
  void setCaFile(String value) {
    given.put("ca-file", value);
  }

  @Option(names = "--resume", description = "Go on with the audit that --state FILE was left by.")
  void setResume(boolean value) {
    given.put("resume", value ? "true" : "");
  }

  @Option(names = "--plan", description = "Say what would be asked, and ask nothing.")
  void setPlan(boolean value) {
    given.put("plan", value ? "true" : "");
  }

  @Option(names = "--token-stdin", description = "Read the token from standard input.")
  void setTokenStdin(boolean value) {
    given.put("token-stdin", value ? "true" : "");
  }

  AuditWords(Io io, Outgoing outgoing) {
    super(io, outgoing);
  }

  @Command(
      name = "merge",
      description = "Makes one report of the reports of all parts; --report says where it goes.")
  int merge(@Parameters(paramLabel = "FILE", arity = "1..*") List<String> files) {
    return new AuditCommand(io, outgoing).merge(files, this::text).number();
  }

  @Override
  ExitCode run(Io io, Function<String, Optional<String>> inputs) {
    AuditCommand command = new AuditCommand(io, outgoing);
    return text("merge")
        .map(files -> command.merge(List.of(files.split("\\s+")), this::text))
        .orElseGet(() -> command.run(this::text));
  }

  /// An option, or in a job the input of the same name.
  private Optional<String> text(String name) {
    String input = io.inJob() ? io.variable("INPUT_" + name.toUpperCase(Locale.ROOT)) : "";
    return Optional.of(given.getOrDefault(name, input).strip())
        .filter(text -> !text.isEmpty() && !text.equals("false"));
  }
}
