package io.github.tokenpreflight.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every pattern of the program ends in time, whatever text it is held against.
final class PatternsTest {
  private static final Path MAIN = Path.of("src/main/java");
  private static final int TEXT_CHARACTERS = 1 << 18;
  private static final long MOST_CHARACTERS_LOOKED_AT = 60L * TEXT_CHARACTERS;
  private static final List<String> PIECES =
      List.of(
          "a",
          "1",
          " ",
          "/",
          "a1_",
          "/a",
          "{a",
          ".",
          "a ",
          "a: ",
          "https://a/orgs/",
          "/repos/a/b/",
          "-----BEGIN CERTIFICATE-----AAAA",
          "001f# service=git-upload-pack\n0000",
          "..",
          "%2e");

  /// Those that are never held against more than a line of a few hundred characters.
  ///
  /// `Call.PLAIN` reads endpoints, which `EndpointsReader` keeps short.
  private static final Set<String> BOUNDED = Set.of("Call.PLAIN");

  /// Those that are only ever held against a whole text, where no second start is tried.
  private static final Set<String> MATCHED_WHOLE = Set.of("Form.REMOTE");

  @Test
  void everyPatternReadsAQuarterOfAMebibyteInLinearTime() throws Exception {
    Map<String, Pattern> patterns = patterns();
    List<String> slow = new ArrayList<>();
    patterns.keySet().removeAll(BOUNDED);
    patterns.forEach((name, pattern) -> slow.addAll(slow(name, pattern)));

    assertEquals(List.of(), slow, "make quantifiers possessive, or read by hand");
    assertTrue(patterns.size() > 20, "only " + patterns.keySet() + " were found");
  }

  @Test
  void aPlantedPatternThatBacktracksIsFound() {
    assertEquals(1, slow("Planted.SPACE_AT_THE_END", Pattern.compile("\\s+$")).size());
    assertEquals(1, slow("Planted.DEEP", Pattern.compile("(?:/(?!x)[a-z]{1,9})+")).size());
  }

  /// The first text that is too much for it.
  private static List<String> slow(String name, Pattern pattern) {
    for (String piece : PIECES) {
      Counted text = new Counted(piece.repeat(TEXT_CHARACTERS / piece.length()) + "\0");
      try {
        var matcher = pattern.matcher(text);
        while (!MATCHED_WHOLE.contains(name) && matcher.find()) {
          // to the end
        }
        pattern.matcher(text).matches();
      } catch (TooMuch tooMuch) {
        return List.of(name + " goes back and forth over " + piece.strip() + piece.strip() + "...");
      } catch (StackOverflowError deep) {
        return List.of(name + " repeats a group too deep over " + piece.strip() + "...");
      }
    }
    return List.of();
  }

  /// A text that counts how often it is looked at: the same on every machine, unlike time.
  private static final class Counted implements CharSequence {
    private final String text;
    private long looks;

    private Counted(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (++looks > MOST_CHARACTERS_LOOKED_AT) {
        throw new TooMuch();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /// Those that stand in a static field; a house rule of their own keeps them out of methods.
  private static Map<String, Pattern> patterns() throws IOException, ReflectiveOperationException {
    Map<String, Pattern> patterns = new TreeMap<>();
    try (Stream<Path> files = Files.walk(MAIN)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String source = MAIN.relativize(file).toString();
        if (Files.readString(file).contains("Pattern.compile(")) {
          String name = source.substring(0, source.length() - ".java".length()).replace('/', '.');
          add(patterns, Class.forName(name));
          for (Class<?> nested : Class.forName(name).getDeclaredClasses()) {
            add(patterns, nested);
          }
        }
      }
    }
    return patterns;
  }

  private static void add(Map<String, Pattern> patterns, Class<?> owner)
      throws ReflectiveOperationException {
    for (Field field : owner.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == Pattern.class) {
        field.setAccessible(true);
        patterns.put(owner.getSimpleName() + "." + field.getName(), (Pattern) field.get(null));
      }
    }
  }
}
