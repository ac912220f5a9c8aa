package io.github.tokenpreflight.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Whether to send colours, and how wide a line may be.
///
/// Sources: no-color.org; bixense.com/clicolors; `FORCE_COLOR` as Node and many other tools read
/// it.
final class Looks {
  /// The values of `--color`.
  static final List<String> WORDS = List.of("auto", "always", "never");

  private static final String NO_COLOR = "NO_COLOR";
  private static final String CLICOLOR_FORCE = "CLICOLOR_FORCE";

  /// Everything in the environment that the looks depend on.
  static final List<String> VARIABLES =
      List.of(NO_COLOR, CLICOLOR_FORCE, "FORCE_COLOR", "CLICOLOR", "TERM", "COLUMNS");

  private Looks() {}

  /// `NO_COLOR` outweighs what forces colours. GitHub shows colours in the log of a job.
  static boolean coloured(Io io) {
    if (!io.variable(NO_COLOR).isEmpty() || io.variable("FORCE_COLOR").equals("0")) {
      return false;
    }
    if (isOn(io.variable(CLICOLOR_FORCE)) || isOn(io.variable("FORCE_COLOR"))) {
      return true;
    }
    boolean able = !io.variable("TERM").equals("dumb") && !io.variable("CLICOLOR").equals("0");
    return io.inJob() || io.terminal() && able;
  }

  /// The cells of a line at a terminal, 0 elsewhere and when nobody says.
  static int columns(Io io) {
    String columns = io.variable("COLUMNS");
    return io.terminal() && !io.inJob() && columns.matches("\\d{1,4}")
        ? Integer.parseInt(columns)
        : 0;
  }

  /// The same world with the choice that `--color` made.
  ///
  /// @param word one of [#WORDS]
  static Io chosen(Io io, String word) {
    Map<String, String> environment = new HashMap<>(io.environment());
    if (!word.equals("auto")) {
      environment.put(NO_COLOR, word.equals("never") ? "1" : "");
      environment.put(CLICOLOR_FORCE, word.equals("always") ? "1" : "");
      environment.remove("FORCE_COLOR");
    }
    return io.with(environment);
  }

  private static boolean isOn(String value) {
    return !value.isEmpty() && !value.equals("0") && !value.equals("false");
  }
}
