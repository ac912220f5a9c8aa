package io.github.tokenpreflight.tree;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.source.SourceFile;

/// The outcome of decoding the bytes of a file: a text, or the reason why there is none.
public sealed interface Decoded {
  SourceFile file();

  /// A text that YAML and JSON may hold, without its byte order mark.
  record Text(SourceFile file) implements Decoded {}

  /// Something else.
  ///
  /// @param file with what can be shown of it, perhaps an empty text
  record Undecodable(SourceFile file, Finding error) implements Decoded {}
}
