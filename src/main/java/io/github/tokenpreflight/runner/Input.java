package io.github.tokenpreflight.runner;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The inputs of the action, in the order of `action.yml`.
public enum Input {
  /// The token itself, for a file with a single one or together with [#NAME].
  TOKEN,
  /// Which declared token the input `token` is.
  NAME,
  /// The declared tokens to check, the others are left alone.
  ONLY,
  /// The path of the requirements file; without it the usual places are tried.
  REQUIREMENTS,
  /// Requirements written into the workflow.
  INLINE_REQUIREMENTS,
  /// How far to ask: `headers`, `read` or `writes`.
  PROBES,
  /// What an unproven requirement does: `ignore`, `warn` or `fail`.
  UNPROVEN,
  /// What an unanswered requirement does: `warn` or `fail`.
  INCONCLUSIVE,
  /// What an absent token does: `fail` or `skip`.
  ON_ABSENT,
  /// How much the log tells: `auto`, `full` or `minimal`.
  DETAILS,
  /// How long to wait for a budget to reset.
  MAX_WAIT,
  /// How long the whole check may take.
  TIMEOUT,
  /// Where to write a JSON report.
  REPORT,
  /// Where to write SARIF.
  SARIF,
  /// The API to ask; without it the one of the job.
  API_URL,
  /// More certificates to trust.
  CA_FILE;

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
