package io.github.tokenpreflight.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// A token that is piped in.
final class StandardInput {
  private static final int LIMIT_BYTES = 64 << 10;

  private StandardInput() {}

  /// The text on standard input, without the line end that `echo` adds; empty when it cannot be
  /// read. More than 64 KiB is no token and is left out.
  static String text(Io io) {
    try {
      return new String(io.in().readNBytes(LIMIT_BYTES), StandardCharsets.UTF_8).stripTrailing();
    } catch (IOException e) {
      return "";
    }
  }
}
