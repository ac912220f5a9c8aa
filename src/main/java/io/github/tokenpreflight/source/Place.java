package io.github.tokenpreflight.source;

/// A place: a file and a piece of one of its lines.
public record Place(SourceFile file, Span span) {
  /// `path:line:column`, the form that terminals and editors turn into a link.
  public String link() {
    return file.path() + ":" + span.line() + ":" + span.column();
  }
}
