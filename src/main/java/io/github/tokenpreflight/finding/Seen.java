package io.github.tokenpreflight.finding;

/// What GitHub or the environment said, in a full and a discreet form.
///
/// The discreet form stands in logs that anyone may read. It leaves out the login, the list of held
/// scopes and the expiry date.
public record Seen(String full, String discreet) {
  /// Something that gives nothing away.
  public static Seen of(String text) {
    return new Seen(text, text);
  }

  /// The form to show.
  public String text(boolean discreetly) {
    return discreetly ? discreet : full;
  }
}
