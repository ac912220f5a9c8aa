package io.github.tokenpreflight.collect;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Whole lines of a file with the offset behind each. A last line without its end was being written
/// when the writer died, and is left out.
final class LineReader {
  private final BufferedInputStream in;
  private long offset;

  LineReader(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /// The bytes read so far, up to the end of a line.
  long offset() {
    return offset;
  }

  Optional<String> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '\n') {
        offset += line.size() + 1;
        return Optional.of(line.toString(StandardCharsets.UTF_8));
      }
      line.write(c);
    }
    return Optional.empty();
  }
}
