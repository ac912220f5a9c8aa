package io.github.tokenpreflight.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The words of `check`.
@Command(
    name = "check",
    description = "Checks the tokens in the environment against the requirements file.")
final class CheckWords extends CommandLineCommands.Words {
  @Option(
      names = "--requirements",
      paramLabel = "FILE",
      description =
          "The requirements file (default: .github/token-requirements.yml, .yaml or .json).")
  @Nullable String requirements;

  @Option(
      names = "--only",
      paramLabel = "NAMES",
      description = "Check these declared tokens only, separated by commas.")
  @Nullable String only;

  @Option(
      names = "--token-stdin",
      paramLabel = "NAME",
      description = "Read the token declared as NAME from standard input.")
  @Nullable String stdin;

  @Option(
      names = "--probes",
      paramLabel = "LEVEL",
      description = "How far to ask: headers, read (default) or writes.")
  @Nullable String probes;

  @Option(
      names = "--unproven",
      paramLabel = "EFFECT",
      description = "What doubt does: ignore, warn (default) or fail.")
  @Nullable String unproven;

  @Option(
      names = "--inconclusive",
      paramLabel = "EFFECT",
      description = "What a missing answer does: warn or fail (default).")
  @Nullable String inconclusive;

  @Option(
      names = "--on-absent",
      paramLabel = "EFFECT",
      description = "What an absent token does: fail (default) or skip.")
  @Nullable String onAbsent;

  @Option(
      names = "--details",
      paramLabel = "AMOUNT",
      description = "auto (default), full, or minimal: without login, held scopes and expiry date.")
  @Nullable String details;

  @Option(
      names = "--max-wait",
      paramLabel = "TIME",
      description = "Wait this long for a budget to fill up, as in 90s, 10m, 1h (default: 0s).")
  @Nullable String maxWait;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "How long all questions together may take (default: 2m).")
  @Nullable String timeout;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the JSON report there, - for the output stream.")
  @Nullable String report;

  @Option(names = "--sarif", paramLabel = "FILE", description = "Write a SARIF report there.")
  @Nullable String sarif;

  @Option(
      names = "--api-url",
      paramLabel = "URL",
      description = "The REST API (default: GITHUB_API_URL, else https://api.github.com).")
  @Nullable String apiUrl;

  @Option(
      names = "--ca-file",
      paramLabel = "FILE",
      description = "More certificates to trust, PEM (default: SSL_CERT_FILE).")
  @Nullable String caFile;

  CheckWords(Io io, Outgoing outgoing) {
    super(io, outgoing);
  }

  @Override
  public Integer call() {
    return new CheckCommand(io, outgoing).run(given(), List.of()).number();
  }

  private Function<String, Optional<String>> given() {
    Map<String, Optional<String>> values =
        Map.ofEntries(
            entry("requirements", requirements),
            entry("only", only),
            entry("name", stdin),
            Map.entry("token", Optional.ofNullable(stdin).map(name -> StandardInput.text(io))),
            entry("probes", probes),
            entry("unproven", unproven),
            entry("inconclusive", inconclusive),
            entry("on-absent", onAbsent),
            entry("details", details),
            entry("max-wait", maxWait),
            entry("timeout", timeout),
            entry("report", report),
            entry("sarif", sarif),
            entry("api-url", apiUrl),
            entry("ca-file", caFile));
    return name -> values.getOrDefault(name, Optional.empty());
  }

  private static Map.Entry<String, Optional<String>> entry(String name, @Nullable String value) {
    return Map.entry(name, Optional.ofNullable(value).filter(text -> !text.isBlank()));
  }
}
