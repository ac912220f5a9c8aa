package io.github.tokenpreflight.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The terminal that a person looks at. Java knows nothing of its size, `stty` does.
final class Terminal {
  /// Rows and columns, as `stty size` prints them.
  private static final Pattern SIZE = Pattern.compile("\\d{1,4} (\\d{1,4})\\s*");

  private static final int PATIENCE_MILLISECONDS = 200;

  private Terminal() {}

  /// How many cells a line has, absent when nobody tells.
  static Optional<String> columns() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size").redirectInput(ProcessBuilder.Redirect.INHERIT).start();
      if (!stty.waitFor(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS)) {
        stty.destroyForcibly();
        return Optional.empty();
      }
      byte[] said = stty.getInputStream().readAllBytes();
      Matcher size = SIZE.matcher(new String(said, StandardCharsets.US_ASCII));
      return size.matches() ? Optional.of(size.group(1)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
