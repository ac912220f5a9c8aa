package io.github.tokenpreflight.requirements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Severity;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Whatever a file holds, the reader answers: no throw, and every error has a place in the text.
///
/// `-Dfuzz.inputs=100000` runs longer, `-Dfuzz.seed=1` repeats a run.
class FuzzTest {
  private static final String SECRET = "ghp" + "_0123456789abcdefABCDEF0123456789abcd";
  private static final int INPUTS = Integer.getInteger("fuzz.inputs", 2_000);

  private static final Set<Rule> BEYOND =
      EnumSet.of(
          Rule.UNREADABLE_FILE,
          Rule.SYNTAX_ERROR,
          Rule.UNSUPPORTED_YAML,
          Rule.DUPLICATE_KEY,
          Rule.CONTRADICTION,
          Rule.UNKNOWN_ENDPOINT);

  @Test
  void damagedFilesAreAnswered() {
    long seed = Long.getLong("fuzz.seed", System.nanoTime());
    System.out.println("FuzzTest: -Dfuzz.seed=" + seed);
    SplittableRandom random = new SplittableRandom(seed);
    Mutator mutator = new Mutator(random);
    List<String> seeds =
        SchemaTest.corpus().map(SchemaTest.Document::text).filter(text -> !text.isBlank()).toList();
    for (int input = 0; input < INPUTS; input++) {
      String text = mutator.damaged(seeds.get(random.nextInt(seeds.size())));
      String path = random.nextInt(4) == 0 ? "x.json" : "x.yml";
      assertAnswered(path, text);
    }
  }

  private static void assertAnswered(String path, String text) {
    try {
      Reading reading = RequirementsReader.read(path, text.getBytes(UTF_8));
      Sample.findings(reading).forEach(SchemaTest::assertSound);
      assertEquals(
          reading instanceof Reading.Invalid,
          Sample.findings(reading).stream().anyMatch(FuzzTest::isError));
      assertFalse(Sample.findings(reading).toString().contains(SECRET));
      RequirementsReader.readInline("input", text);
      if (reading instanceof Reading.Read right) {
        assertEquals(
            Optional.of(true), SchemaTest.accepted(path, right.requirements().file().text()));
      } else if (reading instanceof Reading.Invalid invalid
          && SchemaTest.accepted(path, invalid.file().text()).orElse(false)) {
        assertTrue(
            invalid.errors().stream().anyMatch(FuzzTest::isBeyondSchema),
            invalid.errors()::toString);
      }
    } catch (Throwable e) {
      throw new AssertionError(path + ":\n" + text.replace("\r", "<CR>"), e);
    }
  }

  /// Whether the error is of a sort that [BeyondSchema] lists.
  ///
  /// The validator of these tests, unlike the standard, overlooks keys that start with `#`.
  private static boolean isBeyondSchema(Finding error) {
    return BEYOND.contains(error.rule())
        || Sample.cut(error.place().orElseThrow())
            .matches("[-+]?[0-9].*|ghp_.*|[\"']#.*|\\$\\{\\{.*")
        || error
            .message()
            .matches(
                "(?s).*(is not the name of |is half a place|leads out of its own place|`on` names repo).*")
        || error.message().endsWith("stands twice in `on`");
  }

  private static boolean isError(Finding finding) {
    assertTrue(finding.place().isPresent());
    return finding.severity() == Severity.ERROR;
  }
}
