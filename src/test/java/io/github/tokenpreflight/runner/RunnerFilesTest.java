package io.github.tokenpreflight.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerFilesTest {
  @TempDir private Path folder;

  @Test
  void outputsAreWrittenBetweenRandomDelimitersAfterWhatIsThere() throws IOException {
    Path file = Files.writeString(folder.resolve("output"), "before=1\n");
    Map<String, String> outputs = new LinkedHashMap<>();
    outputs.put("result", "failed");
    outputs.put("missing", "a\r\nb\rc");
    outputs.put("login", "");

    Appended appended = files("GITHUB_OUTPUT", file, () -> 0x1234).appendOutputs(outputs);

    assertInstanceOf(Appended.Whole.class, appended);
    String end = "end-00000000000012340000000000001234";
    assertEquals(
        "before=1\nresult<<%\nfailed\n%\nmissing<<%\na\nb\nc\n%\nlogin<<%\n\n%\n".replace("%", end),
        Files.readString(file));
  }

  @Test
  void aValueCannotEndItsOwnEntry() throws IOException {
    Path file = Files.createFile(folder.resolve("output"));
    String guess = "end-00000000000000000000000000000000";

    files("GITHUB_OUTPUT", file, () -> 0)
        .appendOutputs(Map.of("report", guess + "\nusable<<x\ntrue\nx"));

    assertTrue(Files.readString(file).startsWith("report<<" + guess + "0000000000000000"));
  }

  @Test
  void twoRunsHaveDifferentDelimiters() throws IOException {
    Path file = Files.createFile(folder.resolve("output"));
    RunnerFiles files = files("GITHUB_OUTPUT", file, new Random(7));
    files.appendOutputs(Map.of("a", "1"));
    files.appendOutputs(Map.of("a", "1"));

    var lines = Files.readAllLines(file);
    assertFalse(lines.get(0).equals(lines.get(3)));
  }

  @Test
  void anOutputNameThatCouldNotBeWrittenIsABug() {
    for (String name : new String[] {"a=b", "a\nb", "a<<b", "A"}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> files("GITHUB_OUTPUT", folder, () -> 0).appendOutputs(Map.of(name, "1")));
    }
  }

  @Test
  void aFileThatIsNotThereIsToldAndNotMade() {
    Path file = folder.resolve("gone");

    Appended appended = files("GITHUB_OUTPUT", file, () -> 0).appendOutputs(Map.of("a", "1"));

    assertEquals(
        "the file that GITHUB_OUTPUT names does not exist: " + file,
        assertInstanceOf(Appended.Lost.class, appended).cause());
    assertFalse(Files.exists(file));
  }

  @Test
  void whatIsNoFileIsTold() {
    assertInstanceOf(
        Appended.Lost.class,
        files("GITHUB_OUTPUT", folder, () -> 0).appendOutputs(Map.of("a", "1")));
    assertInstanceOf(
        Appended.Lost.class,
        new RunnerFiles(Map.of("GITHUB_STEP_SUMMARY", "a\0b"), () -> 0).appendSummary("text"));
  }

  @Test
  void withoutTheVariableNothingIsWritten() {
    RunnerFiles files = new RunnerFiles(Map.of("GITHUB_OUTPUT", ""), () -> 0);

    assertEquals(
        "GITHUB_OUTPUT is not set",
        assertInstanceOf(Appended.Lost.class, files.appendOutputs(Map.of())).cause());
    assertEquals(
        "GITHUB_STEP_SUMMARY is not set",
        assertInstanceOf(Appended.Lost.class, files.appendSummary("text")).cause());
  }

  @Test
  void aSummaryThatFitsIsWrittenWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("summary"), "before\n");

    Appended appended = files("GITHUB_STEP_SUMMARY", file, () -> 0).appendSummary("# Tokens");

    assertInstanceOf(Appended.Whole.class, appended);
    assertEquals("before\n# Tokens\n", Files.readString(file));
  }

  @Test
  void aSummaryIsCutAtALineSoThatTheRunnerTakesIt() throws IOException {
    Path file = Files.writeString(folder.resolve("summary"), "x".repeat(1_000_000));

    Appended appended =
        files("GITHUB_STEP_SUMMARY", file, () -> 0).appendSummary("éé line\n".repeat(10_000));

    assertInstanceOf(Appended.Cut.class, appended);
    assertTrue(Files.size(file) <= RunnerFiles.SUMMARY_LIMIT_BYTES);
    assertTrue(Files.size(file) > RunnerFiles.SUMMARY_LIMIT_BYTES - 100);
    assertTrue(
        Files.readString(file)
            .endsWith("éé line\n\n\nThe rest does not fit into a job summary.\n"));
  }

  @Test
  void aFullSummaryStaysAsItIs() throws IOException {
    Path file = Files.writeString(folder.resolve("summary"), "x".repeat(1 << 20));

    Appended appended = files("GITHUB_STEP_SUMMARY", file, () -> 0).appendSummary("text");

    assertInstanceOf(Appended.Lost.class, appended);
    assertEquals(1 << 20, Files.size(file));
  }

  private static RunnerFiles files(String variable, Path file, RandomGenerator random) {
    return new RunnerFiles(Map.of(variable, file.toString()), random);
  }
}
