package io.github.tokenpreflight.finding;

/// How loudly a finding is told. The loudest comes first.
public enum Severity {
  /// Fails the job.
  ERROR("error", "error", 31),
  /// Shown, and the job goes on.
  WARNING("warning", "warning", 33),
  /// Told where everything is told.
  NOTE("notice", "note", 36);

  private final String annotation;
  private final String word;
  private final int colour;

  Severity(String annotation, String word, int colour) {
    this.annotation = annotation;
    this.word = word;
    this.colour = colour;
  }

  /// The workflow command that shows it as an annotation.
  public String annotation() {
    return annotation;
  }

  /// The word for it on the console, in JSON and, as `level`, in SARIF.
  public String word() {
    return word;
  }

  /// The number of its foreground colour in ANSI escape sequences.
  public int colour() {
    return colour;
  }
}
