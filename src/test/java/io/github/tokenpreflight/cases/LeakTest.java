package io.github.tokenpreflight.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.token.TestTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// No story lets a token out, in no disguise and through no opening.
final class LeakTest {
  @TempDir Path scratch;

  @TestFactory
  Stream<DynamicTest> noStoryLetsATokenOut() throws IOException {
    return CasesTest.folders().stream()
        .map(folder ->
            DynamicTest.dynamicTest(folder.getFileName().toString(), () -> search(folder)));
  }

  @Test
  void everyPlantedLeakIsFound() {
    String token = TestTokens.fineGrained();
    for (String disguise : Leaks.disguises(token)) {
      Map<String, String> said = Map.of("summary.md", "all is well: " + disguise + " or so");

      assertFalse(Leaks.in(said, List.of(token)).isEmpty(), disguise);
    }
  }

  @Test
  void aMaskThatComesLateIsFound() {
    assertTrue(masksComeFirst(Leaks.MASK + "x\nhello\n"));
    assertFalse(masksComeFirst("hello\n" + Leaks.MASK + "x\n"));
  }

  private void search(Path folder) throws IOException {
    Path own = Files.createDirectories(scratch.resolve(folder.getFileName().toString()));
    Story story = new Story(folder, own);
    Map<String, String> said = story.run();

    assertEquals(
        List.of(),
        Leaks.in(said, story.secrets()),
        () ->
            folder
                + ": what is written here has to go through cli/Outgoing, and the disguise it is in"
                + " has to be known to redact/Disguises");
    assertTrue(
        masksComeFirst(said.getOrDefault("console.txt", "")),
        () -> folder + ": cli writes something before the masks of runner/Masking");
  }

  private static boolean masksComeFirst(String console) {
    return console
        .lines()
        .dropWhile(line -> line.startsWith(Leaks.MASK))
        .noneMatch(line -> line.contains(Leaks.MASK));
  }
}
