package io.github.tokenpreflight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.token.TestTokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CliTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @TempDir Path folder;

  @Test
  void aBugIsSaidToBeOneAndNothingIsConcludedFromIt() throws Exception {
    Files.createDirectories(folder.resolve(".github"));
    Files.writeString(
        folder.resolve(".github/token-requirements.yml"),
        "version: 1\ntokens: { RELEASE_TOKEN: {} }\n");

    ExitCode exit = new Cli(io(brokenClock())).run("check");

    assertEquals(70, exit.number());
    assertTrue(said().startsWith("this is a bug in token-preflight"), said());
    assertTrue(said().contains("the clock stands still"), said());
  }

  @Test
  void noTokenStandsInTheTraceOfABug() throws Exception {
    Files.createDirectories(folder.resolve(".github"));
    Files.writeString(
        folder.resolve(".github/token-requirements.yml"),
        "version: 1\ntokens: { RELEASE_TOKEN: {} }\n");

    new Cli(io(brokenClock())).run("check");

    assertTrue(!said().contains(TestTokens.classic()), said());
  }

  @Test
  void noTimeAtAllIsAWrongInputAndNotABug() throws Exception {
    ExitCode exit = new Cli(io(InstantSource.system())).run("check", "--timeout", "0s");

    assertEquals(2, exit.number());
    assertTrue(said().contains("error[wrong-input]: the value of `timeout`"), said());
  }

  @Test
  void whatCouldNotBeWrittenIsNoSuccess() {
    Io whole = io(InstantSource.system());
    PrintStream full =
        new PrintStream(
            new OutputStream() {
              @Override
              public void write(int octet) throws IOException {
                throw new IOException("no space left on device");
              }
            });
    Io io =
        new Io(
            whole.environment(),
            whole.in(),
            full,
            whole.error(),
            whole.directory(),
            whole.clock(),
            whole.sleep(),
            whole.random(),
            false);

    ExitCode exit = new Cli(io).run("--version");

    assertEquals(3, exit.number());
    assertEquals("token-preflight: the output could not be written\n", said());
  }

  private static InstantSource brokenClock() {
    return () -> {
      throw new IllegalStateException("the clock stands still at " + TestTokens.classic());
    };
  }

  private Io io(InstantSource clock) {
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new Io(
        Map.of("RELEASE_TOKEN", TestTokens.classic()),
        InputStream.nullInputStream(),
        stream,
        stream,
        folder,
        clock,
        _ -> {},
        new Random(1),
        false);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
