package io.github.tokenpreflight.runner;

/// One command to the runner: a line that starts with `::`.
///
/// Everything is escaped here and nowhere else.
///
/// Source: actions/runner, `ActionCommand.cs` and `ActionCommandManager.cs`, v2.336.0.
public final class WorkflowCommand {
  /// The most characters of an annotation's message that the runner keeps.
  public static final int MESSAGE_LIMIT = 4096;

  /// The most annotations of one level that the runner takes from a step, its own included.
  public static final int ANNOTATION_LIMIT = 10;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String name;
  private final String message;
  private final StringBuilder properties = new StringBuilder();

  private WorkflowCommand(String name, String message) {
    this.name = name;
    this.message = message;
  }

  /// An annotation of the level `error`, `warning` or `notice`.
  public static WorkflowCommand annotation(String level, String message) {
    return new WorkflowCommand(level, cut(message));
  }

  /// Hides a text in the rest of the job's log. The command itself is never shown.
  public static WorkflowCommand addMask(String secret) {
    return new WorkflowCommand("add-mask", secret);
  }

  /// Starts a fold of the log; a second one ends the first.
  public static WorkflowCommand group(String title) {
    return new WorkflowCommand("group", title);
  }

  public static WorkflowCommand endGroup() {
    return new WorkflowCommand("endgroup", "");
  }

  /// The title. The runner masks no property, so it must hold nothing secret or foreign.
  public WorkflowCommand title(String title) {
    return with("title", title);
  }

  /// The file, relative to the root of the repository.
  public WorkflowCommand file(String path) {
    return with("file", path);
  }

  /// A stretch of one line of the file, all numbers from 1 and inclusive.
  public WorkflowCommand stretch(int line, int column, int endColumn) {
    return with("line", Integer.toString(line))
        .with("col", Integer.toString(column))
        .with("endColumn", Integer.toString(endColumn));
  }

  /// The whole line, without a line end.
  public String line() {
    return "::" + name + properties + "::" + escapedData(message);
  }

  /// Foreign text in which the runner finds no command: `::` at the start of a line and `##[`
  /// anywhere are broken by a blank.
  public static String neutralised(String foreign) {
    StringBuilder out = new StringBuilder(foreign.length());
    boolean atStart = true;
    for (int i = 0; i < foreign.length(); i++) {
      char c = foreign.charAt(i);
      out.append(c);
      boolean command = atStart && foreign.startsWith("::", i);
      if (command || foreign.startsWith("##[", i)) {
        out.append(' ');
      }
      atStart = c == '\n' || c == '\r' || (atStart && isSkipped(c));
    }
    return out.toString();
  }

  /// Whether the runner may still see the start of a line behind this character.
  private static boolean isSkipped(char c) {
    return c <= ' '
        || c == BYTE_ORDER_MARK
        || Character.isISOControl(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }

  private WorkflowCommand with(String key, String value) {
    if (!value.isBlank()) {
      properties.append(properties.isEmpty() ? ' ' : ',');
      properties.append(key).append('=').append(escapedProperty(value));
    }
    return this;
  }

  private static String cut(String message) {
    if (message.length() <= MESSAGE_LIMIT) {
      return message;
    }
    int end = MESSAGE_LIMIT - 1;
    if (Character.isHighSurrogate(message.charAt(end - 1))) {
      end--;
    }
    return message.substring(0, end) + "…";
  }

  private static String escapedData(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String escapedProperty(String text) {
    return escapedData(text).replace(":", "%3A").replace(",", "%2C");
  }
}
