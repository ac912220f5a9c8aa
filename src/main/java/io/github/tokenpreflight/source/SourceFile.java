package io.github.tokenpreflight.source;

import java.util.List;
import java.util.Optional;

/// A file that a person wrote: the path to show and the full text.
///
/// The path is what the reader should see (relative to the repository where possible), not
/// necessarily what was opened.
public final class SourceFile {
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
