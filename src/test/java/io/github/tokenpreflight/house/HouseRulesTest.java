package io.github.tokenpreflight.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What no file of `src/main` may hold, `Main` apart, which hands the real world to all others.
final class HouseRulesTest {
  private static final Path MAIN = Path.of("src/main/java");
  private static final int MOST_LINES = 300;

  private static final Map<String, Pattern> FORBIDDEN =
      Map.ofEntries(
          forbidden(
              "prints past the console: hand the text to cli/Outgoing",
              "System\\.(?:out|err)\\b|printStackTrace\\(\\)"),
          forbidden(
              "reads the environment by itself: take it from cli/Io",
              "System\\.(?:getenv|console)\\b"),
          forbidden(
              "waits for real: take what cli/Io sleeps with",
              "Thread(?:\\.|::)sleep|TimeUnit\\.\\w+\\.sleep"),
          forbidden(
              "reads the real clock: take the one of cli/Io",
              "\\b(?:Instant|LocalDate|LocalDateTime|OffsetDateTime|ZonedDateTime)(?:\\.|::)now\\b"
                  + "|System\\.(?:currentTimeMillis|nanoTime)|Clock\\.system|InstantSource\\.system"),
          forbidden(
              "makes its own chance: take the one of cli/Io",
              "new (?:Secure)?Random\\(|Math\\.random|randomUUID"),
          forbidden(
              "formats by the locale: join with +, or name Locale.ROOT",
              "String\\.format\\(|\\.formatted\\(|printf\\("),
          forbidden(
              "changes case by the locale: name Locale.ROOT", "\\.to(?:Lower|Upper)Case\\(\\)"),
          forbidden(
              "logs: say it in a finding or not at all",
              "java\\.util\\.logging|org\\.slf4j|System\\.Logger"),
          forbidden(
              "is not finished: finish it, or file an issue instead", "\\b(?:TODO|FIXME|XXX)\\b"));

  private static final Path OUTGOING = Path.of("io/github/tokenpreflight/cli/Outgoing.java");

  /// What `Outgoing` alone may do.
  private static final Pattern LETS_OUT =
      Pattern.compile("\\bio\\.(?:out|error)\\(\\)|new RunnerFiles\\(|\\bfile\\.write\\(");

  private static final String LETS_OUT_WORDS =
      "lets text out past the redaction: hand it to cli/Outgoing, which alone may do that";

  private static Map.Entry<String, Pattern> forbidden(String what, String pattern) {
    return Map.entry(what, Pattern.compile(pattern));
  }

  @Test
  void theHouseKeepsItsRules() throws IOException {
    List<String> broken = new ArrayList<>();
    try (Stream<Path> files = Files.walk(MAIN)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
        broken.addAll(broken(MAIN.relativize(file).toString(), Files.readString(file)));
      }
    }

    assertEquals(
        List.of(), broken, "each line of src/main/java named here breaks a rule of the house");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "System.out.println(text);      | prints past the console",
        "failure.printStackTrace();     | prints past the console",
        "System.getenv(name);           | reads the environment by itself",
        "Thread.sleep(pause);           | waits for real",
        "sleeper = Thread::sleep;       | waits for real",
        "var now = Instant.now();       | reads the real clock",
        "long t = System.nanoTime();    | reads the real clock",
        "var dice = new Random();       | makes its own chance",
        "String.format(pattern, 1);     | formats by the locale",
        "pattern.formatted(1);          | formats by the locale",
        "name.toLowerCase();            | changes case by the locale",
        "java.util.logging.Logger log;  | logs",
        "// TODO: later                 | is not finished",
        "io.out().print(text);          | " + "lets text out past the redaction",
        "new RunnerFiles(all, random);  | " + "lets text out past the redaction"
      })
  void aPlantedLineIsFound(String line, String what) {
    String text = "package planted;\n\nfinal class Planted {\n  " + line.strip() + "\n}\n";

    List<String> broken = broken("Planted.java", text);
    assertEquals(1, broken.size(), () -> "found by one rule of HouseRulesTest: " + broken);
    assertTrue(broken.getFirst().startsWith("Planted.java:4 " + what + ": "), broken::toString);
  }

  @Test
  void aPlantedFileThatIsTooLongIsFound() {
    String text = "// a line\n".repeat(MOST_LINES + 1);

    assertEquals(
        List.of("Planted.java has 301 lines, 300 at most: split it by ideas"),
        broken("Planted.java", text));
  }

  @Test
  void mainAloneMayTouchTheWorld() {
    assertEquals(
        List.of(),
        broken("io/github/tokenpreflight/cli/Main.java", "var all = System.getenv();\n"));
  }

  private static List<String> broken(String name, String text) {
    List<String> broken = new ArrayList<>();
    List<String> lines = text.lines().toList();
    if (lines.size() > MOST_LINES) {
      broken.add(
          name + " has " + lines.size() + " lines, " + MOST_LINES + " at most: split it by ideas");
    }
    if (!name.endsWith("cli/Main.java")) {
      for (int i = 0; i < lines.size(); i++) {
        String place = name + ":" + (i + 1) + " ";
        String line = lines.get(i);
        FORBIDDEN.forEach((what, pattern) -> {
          if (pattern.matcher(line).find()) {
            broken.add(place + what);
          }
        });
        if (!name.equals(OUTGOING.toString()) && LETS_OUT.matcher(line).find()) {
          broken.add(place + LETS_OUT_WORDS);
        }
      }
    }
    return broken;
  }
}
