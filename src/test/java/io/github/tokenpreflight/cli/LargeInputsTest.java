package io.github.tokenpreflight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.token.TestTokens;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Large inputs take time in proportion to their size, and no more than a few seconds.
final class LargeInputsTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Map<String, String> environment = new HashMap<>();

  @TempDir Path folder;

  @Test
  void thousandsOfErrorsOnOneLineAreCountedAndNotAllShown() {
    String requirements = "version: 1\ntokens: { A: {" + " nope: 1,".repeat(20_000) + "} }\n";

    assertEquals(2, run(requirements));

    assertTrue(said().contains("more errors from here on"), said());
    assertTrue(said().lines().filter(line -> line.startsWith("error[")).count() <= 101);
  }

  @Test
  void aVariableThatLooksLikeThousandsOfTokensIsReadAtOnce() {
    environment.put("ALIKE", "ghp_".repeat(1 << 18));
    environment.put("BRACES", "{\"a\":\"github_pat_\",".repeat(1 << 16));
    environment.put("MANY", (TestTokens.classic() + ",").repeat(1 << 12));

    assertEquals(2, run("version: 1\ntokens: {}\n"));
  }

  @Test
  void moreTokensThanAnybodyHasAreRefused() {
    StringBuilder requirements = new StringBuilder("version: 1\ntokens:\n");
    for (int i = 0; i < 60_000; i++) {
      requirements.append("  T").append(i).append(": {}\n");
    }

    assertEquals(2, run(requirements.toString()));
    assertTrue(said().contains("more than 1000 tokens are declared"), said());
  }

  private int run(String requirements) {
    environment.put("GITHUB_ACTIONS", "true");
    environment.put("INPUT_INLINE-REQUIREMENTS", requirements);
    return assertTimeoutPreemptively(SOON, () -> new Cli(io()).run().number());
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private Io io() {
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new Io(
        environment,
        InputStream.nullInputStream(),
        stream,
        stream,
        folder,
        InstantSource.system(),
        Thread::sleep,
        new Random(1),
        false);
  }
}
