package io.github.tokenpreflight.source;

import java.util.List;
import java.util.Optional;

/// A file that a person wrote: the path to show and the full text.
///
/// The path is what the reader should see (relative to the repository where possible), not
/// necessarily what was opened.
public final class SourceFile {
  /// The path of requirements that are written into a workflow or handed over as text.
  public static final String INLINE = "inline-requirements";

  private final String path;
  private final String text;
  private final List<String> lines;

  public SourceFile(String path, String text) {
    this.path = path;
    this.text = text;
    this.lines = text.lines().toList();
  }

  public String path() {
    return path;
  }

  /// Whether the path is a name for a text that is no file, so that nothing can link to it.
  public boolean isSymbolic() {
    return path.equals(INLINE);
  }

  public String text() {
    return text;
  }

  /// One line without its end, counted from 1; absent when the file is shorter.
  public Optional<String> line(int number) {
    return number >= 1 && number <= lines.size()
        ? Optional.of(lines.get(number - 1))
        : Optional.empty();
  }

  /// A place in this file.
  public Place at(Span span) {
    return new Place(this, span);
  }
}
