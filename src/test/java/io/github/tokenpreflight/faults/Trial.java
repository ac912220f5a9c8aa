package io.github.tokenpreflight.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.tokenpreflight.cli.Cli;
import io.github.tokenpreflight.cli.Io;
import io.github.tokenpreflight.token.TestTokens;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// One run of the real program against one server. Pauses between tries take no time.
///
/// @param verdict `passed`, `failed`, `inconclusive`, or the exit code where it is another one
/// @param said everything that was printed
/// @param took real time
record Trial(String verdict, String said, Duration took) {
  private static final Path HERE = Path.of("target").toAbsolutePath();

  static Trial of(String url, int seconds, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("GITHUB_API_URL", url);
    environment.put("A", TestTokens.classic());
    environment.put("GITHUB_ACTIONS", "true");
    environment.put("GITHUB_WORKSPACE", HERE.toString());
    environment.put("INPUT_TIMEOUT", seconds + "s");
    environment.put(
        "INPUT_INLINE-REQUIREMENTS", "{ version: 1, tokens: { A: { scopes: [repo] } } }");
    environment.putAll(more);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T12:00:00Z"));
    Io io =
        new Io(
            environment,
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, UTF_8),
            new PrintStream(out, true, UTF_8),
            HERE,
            now::get,
            pause -> now.updateAndGet(at -> at.plus(pause)),
            RandomGenerator.of("L64X128MixRandom"),
            false);
    long start = System.nanoTime();
    int exit = new Cli(io).run().number();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return new Trial(verdict(exit), out.toString(UTF_8), took);
  }

  /// What was printed, without the commands that have the runner hide the token.
  String unmasked() {
    return said.lines()
        .filter(line -> !line.startsWith("::add-mask::"))
        .collect(Collectors.joining("\n"));
  }

  private static String verdict(int exit) {
    return switch (exit) {
      case 0 -> "passed";
      case 1 -> "failed";
      case 3 -> "inconclusive";
      default -> "exit " + exit;
    };
  }
}
