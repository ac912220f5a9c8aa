package io.github.tokenpreflight.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Six tokens with sixteen failures are understood from one screen.
final class OneScreenTest {
  private static final Path ENDING =
      CasesTest.CASES.resolve("six-tokens-sixteen-failures/expected");
  private static final int MOST_LINES = 120;

  @Test
  void theLogIsShortOutsideItsFolds() throws IOException {
    String log = Files.readString(ENDING.resolve("console.txt"));
    String open = log.replaceAll("(?s)::group::.*?::endgroup::\n", "");

    assertTrue(log.contains("not met: 16 of "), "the story is about sixteen failures");
    assertTrue(open.lines().count() < MOST_LINES, open.lines().count() + " lines");
  }

  @Test
  void theSummaryIsATableAndALineForEachFinding() throws IOException {
    String summary = Files.readString(ENDING.resolve("summary.md"));
    String open = summary.replaceAll("(?s)</summary>.*?</details>", "");

    assertEquals(8, open.lines().filter(line -> line.startsWith("|")).count());
    assertTrue(open.lines().filter(line -> !line.isBlank()).count() <= 20, open);
  }
}
