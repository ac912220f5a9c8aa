package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.redact.Redactor;
import io.github.tokenpreflight.runner.Masking;
import io.github.tokenpreflight.token.Token;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The output of the program. Nothing leaves it that was not redacted.
///
/// In a job everything goes to one stream, because the runner reads the other one out of order.
final class Console {
  private final Io io;
  private final Set<Token> hidden = new LinkedHashSet<>();
  private final Set<String> masked = new HashSet<>();
  private Redactor redactor = Redactor.none();

  Console(Io io) {
    this.io = io;
  }

  /// Hides these tokens from now on; in a job the runner is told first of all.
  void hide(List<Token> tokens) {
    List<Token> fresh = tokens.stream().filter(hidden::add).toList();
    if (fresh.isEmpty()) {
      return;
    }
    redactor = Redactor.of(hidden);
    if (io.inJob()) {
      Masking.lines(fresh).stream()
          .filter(masked::add)
          .forEach(line -> io.out().print(line + "\n"));
      io.out().flush();
    }
  }

  /// Text without any of the hidden tokens.
  String redacted(String text) {
    return redactor.redacted(text);
  }

  void print(String text) {
    io.out().print(redacted(text));
  }

  /// Something wrong with the call itself.
  void complain(String text) {
    (io.inJob() ? io.out() : io.error()).print(redacted("token-preflight: " + text + "\n"));
  }

  void bug(String trace) {
    print(
        "this is a bug in token-preflight; nothing was proven about any token\n"
            + "report it with the lines below, from which tokens have been taken out\n"
            + trace);
  }

  void flush() {
    io.out().flush();
    io.error().flush();
  }
}
