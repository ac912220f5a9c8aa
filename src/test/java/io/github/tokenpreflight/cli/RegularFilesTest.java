package io.github.tokenpreflight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.token.TestTokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A pipe in the place of a file neither keeps the program waiting nor is passed over in silence.
final class RegularFilesTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Map<String, String> environment = new HashMap<>();

  @TempDir Path folder;

  @BeforeEach
  void furnish() throws IOException {
    for (String name : new String[] {"output", "summary", "event.json"}) {
      environment.put(
          name.equals("event.json")
              ? "GITHUB_EVENT_PATH"
              : name.equals("output") ? "GITHUB_OUTPUT" : "GITHUB_STEP_SUMMARY",
          Files.createFile(folder.resolve(name)).toString());
    }
    environment.put("GITHUB_ACTIONS", "true");
    environment.put("GITHUB_WORKSPACE", folder.toString());
    // Nobody listens there, and nothing is asked for long.
    environment.put("GITHUB_API_URL", "http://127.0.0.1:1");
    environment.put("INPUT_TIMEOUT", "1s");
    environment.put("INPUT_INLINE-REQUIREMENTS", "version: 1\ntokens: { RELEASE_TOKEN: {} }\n");
    environment.put("RELEASE_TOKEN", TestTokens.classic());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INPUT_REQUIREMENTS  | 2 | it is a pipe, a device or a socket",
        "INPUT_CA-FILE       | 2 | it is no regular file",
        "SSL_CERT_FILE       | 2 | it is no regular file",
        "INPUT_REPORT        | 3 | it is no regular file",
        "INPUT_SARIF         | 3 | it is no regular file",
        "GITHUB_OUTPUT       | 3 | what GITHUB_OUTPUT names is no regular file",
        "GITHUB_STEP_SUMMARY | 3 | what GITHUB_STEP_SUMMARY names is no regular file",
        "GITHUB_EVENT_PATH   | 3 | refused the connection"
      })
  void aPipeIsNamedAndNotWaitedFor(String variable, int exit, String words) throws Exception {
    Path pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());

    assertEnds(variable, pipe, exit, words);
  }

  @ParameterizedTest
  @CsvSource({"INPUT_CA-FILE,2", "GITHUB_OUTPUT,3", "INPUT_REPORT,3"})
  void aDeviceIsNamedAndNotReadToItsEnd(String variable, int exit) {
    assertEnds(variable, Path.of("/dev/zero"), exit, "no regular file");
  }

  @Test
  void aFileWithoutEndIsNotReadWhole() throws Exception {
    Path large = folder.resolve("large.pem");
    try (var file = new java.io.RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(1L << 30);
    }

    assertEnds("INPUT_CA-FILE", large, 2, "it is larger than 16 MiB");
  }

  private void assertEnds(String variable, Path file, int exit, String words) {
    environment.put(variable, file.toString());
    if (variable.equals("INPUT_REQUIREMENTS")) {
      environment.remove("INPUT_INLINE-REQUIREMENTS");
      environment.put(variable, file.getFileName().toString());
    }

    ExitCode ended = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> new Cli(io()).run());

    String said = out.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains(words), said);
    assertEquals(exit, ended.number(), said);
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
