package io.github.tokenpreflight.runner;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The inputs of the action, in the order of `action.yml`, and the options of the command line that
/// are called the same. `action.yml` and the README say of each what is said here.
public enum Input {
  TOKEN(
      "",
      "A token to check, for a file that declares a single token, or together with "
          + "`name`. Otherwise pass tokens through `env:`, each under the name that the file "
          + "declares."),
  NAME(
      "",
      "The name in the requirements file that the input `token` stands for. Not needed "
          + "for a file with a single token."),
  ONLY(
      "NAMES",
      "Names of the tokens to check, separated by commas or white space. By default all "
          + "that the file declares."),
  REQUIREMENTS(
      "FILE",
      "Path of the requirements file, relative to the workspace. By default "
          + "`.github/token-requirements.yml`, `.yaml` or `.json`."),
  INLINE_REQUIREMENTS("", "The requirements themselves, in the same YAML, in place of a file."),
  PROBES(
      "LEVEL",
      "How much may be asked. `headers`: one request for each token. `read`, the "
          + "default: also harmless GET requests for what is declared. `writes`: also write "
          + "requests that GitHub must reject."),
  UNPROVEN(
      "EFFECT",
      "What an unproven requirement does: `ignore`, `note` (the default), `warn` or "
          + "`fail`. With `note` only what was asked and answered ambiguously warns; what no "
          + "harmless question could settle is one folded note for each token."),
  INCONCLUSIVE(
      "EFFECT",
      "What a requirement does that was asked but not answered, as in an outage: `warn` "
          + "or `fail` (the default)."),
  ON_ABSENT(
      "EFFECT",
      "What an absent token does: `fail` (the default) or `skip`. Pull requests from "
          + "forks and from Dependabot get no secrets."),
  DETAILS(
      "AMOUNT",
      "What the log may tell. `minimal` leaves out login, held scopes and expiry date, "
          + "`full` tells them. `auto`, the default, is `minimal` unless the repository is "
          + "known to be private. Outputs and report files are never cut."),
  MAX_WAIT(
      "TIME",
      "How long to wait for a rate limit to reset in place of failing, such as `90s`, "
          + "`20m` or `1h`. By default `0s`, which does not wait."),
  TIMEOUT(
      "TIME",
      "How long the whole check may take, such as `30s` or `5m`, waiting by `max-wait` "
          + "apart. By default `2m`."),
  REPORT(
      "FILE",
      "Where to write the JSON report, a file in the workspace. By default no file is "
          + "written."),
  SARIF(
      "FILE",
      "Where to write a SARIF report for code scanning, a file in the workspace. By "
          + "default no file is written."),
  API_URL("URL", "Address of the REST API. By default that of the server that runs the job."),
  CA_FILE(
      "FILE",
      "A PEM file with further certificate authorities to trust, relative to the "
          + "workspace. By default the file that `SSL_CERT_FILE` names, if any.");

  private final String label;
  private final String description;

  Input(String label, String description) {
    this.label = label;
    this.description = description;
  }

  /// What stands for the value in the help of the option; empty when only the action has it.
  public String label() {
    return label;
  }

  /// What it means, in words for people.
  public String description() {
    return description;
  }

  /// The name in a workflow, such as `on-absent`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The environment variable in which the runner passes it.
  ///
  /// Source: actions/runner, `Handler.cs`, v2.336.0: upper case, hyphens stay.
  String variable() {
    return ActionInputs.PREFIX + word().toUpperCase(Locale.ROOT);
  }

  /// Whether every character counts: the check of the token names white space around it, and the
  /// lines of requirements are counted.
  boolean verbatim() {
    return this == TOKEN || this == INLINE_REQUIREMENTS;
  }

  /// The input of that name.
  ///
  /// @throws IllegalArgumentException when there is none, which is a programming error
  public static Input named(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /// All names, in the order of the inputs.
  public static List<String> words() {
    return Arrays.stream(values()).map(Input::word).toList();
  }
}
