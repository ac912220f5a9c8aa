package io.github.tokenpreflight.audit;

/// What became of one source of an audit. Each is accounted for, so that silence never looks like
/// "nothing found".
///
/// @param source such as `fine-grained tokens`
/// @param detail what was seen, or why not
/// @param opens the one permission or option that would open it, empty when it is open
public record SourceState(String source, State state, String detail, String opens) {
  /// How far a source was seen.
  public enum State {
    SEEN("seen"),
    PARTLY("partly seen"),
    NOT_PERMITTED("not permitted"),
    NOT_ON_PLAN("not on this plan"),
    NOT_ASKED("not asked"),
    FAILED("could not be asked");

    private final String word;

    State(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public static SourceState seen(String source, String detail) {
    return new SourceState(source, State.SEEN, detail, "");
  }

  /// Whether the audit set out to see it and did not see all of it.
  public boolean failed() {
    return state == State.FAILED || state == State.PARTLY;
  }
}
