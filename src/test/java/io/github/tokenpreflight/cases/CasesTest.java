package io.github.tokenpreflight.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Tells every story of `src/test/cases` to the real program and compares every byte of the answer.
///
/// Of the output `report`, stories whose name starts with `report` keep every byte, the others the
/// verdicts. `-Dcases=accept` writes down what the program says now. Read that difference like
/// code.
final class CasesTest {
  static final Path CASES = Path.of("src/test/cases");

  private static final String HINT = "; if this is meant, -Dcases=accept writes it down";
  private static final String MASK = "::add-mask::";

  @TempDir Path scratch;

  @TestFactory
  Stream<DynamicTest> everyStoryEndsAsItIsWritten() throws IOException {
    return folders().stream()
        .map(
            folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> tell(folder)));
  }

  @Test
  void thereAreEnoughStories() throws IOException {
    assertTrue(folders().size() >= 40, "there are " + folders().size() + " stories");
  }

  static List<Path> folders() throws IOException {
    try (Stream<Path> all = Files.list(CASES)) {
      return all.filter(Files::isDirectory).sorted().toList();
    }
  }

  private void tell(Path folder) throws IOException {
    assertTrue(
        Files.exists(folder.resolve("README.md")),
        folder + "/README.md is missing: who it is, and what they should see");
    Path own = Files.createDirectories(scratch.resolve(folder.getFileName().toString()));
    Map<String, String> said = new TreeMap<>(new Story(folder, own).run());
    assertEquals(List.of(), Reports.bySchema().complaints(said), folder + ": report and schema");
    said.computeIfPresent("console.txt", (_, console) -> withoutSecrets(console));
    if (!folder.getFileName().toString().startsWith("report")) {
      said.computeIfPresent("output", (_, output) -> Reports.inBrief(output));
    }
    Path expected = folder.resolve("expected");
    if ("accept".equals(System.getProperty("cases"))) {
      accept(expected, said);
    }
    Map<String, String> wanted = read(expected);
    for (String file : wanted.keySet()) {
      assertEquals(wanted.get(file), said.get(file), folder + "/expected/" + file + HINT);
    }
    assertEquals(wanted.keySet(), said.keySet(), folder + HINT);
  }

  /// The masking commands hold the secrets, which no file of this repository may look like.
  private static String withoutSecrets(String console) {
    List<String> lines = console.lines().toList();
    long masks = lines.stream().takeWhile(line -> line.startsWith(MASK)).count();
    return masks == 0
        ? console
        : lines.stream()
            .skip(masks)
            .map(line -> line + "\n")
            .collect(Collectors.joining("", MASK + "*** (" + masks + " lines like this)\n", ""));
  }

  private static void accept(Path expected, Map<String, String> said) throws IOException {
    if (System.getenv("CI") != null) {
      throw new IllegalStateException("expectations are never accepted in CI");
    }
    Files.createDirectories(expected);
    try (Stream<Path> old = Files.list(expected)) {
      for (Path path : old.toList()) {
        Files.delete(path);
      }
    }
    for (Map.Entry<String, String> entry : said.entrySet()) {
      Files.writeString(expected.resolve(entry.getKey()), entry.getValue());
    }
  }

  private static Map<String, String> read(Path expected) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    if (!Files.isDirectory(expected)) {
      return texts;
    }
    try (Stream<Path> files = Files.list(expected)) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }
}
