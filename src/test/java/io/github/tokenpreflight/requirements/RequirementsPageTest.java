package io.github.tokenpreflight.requirements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The page about the requirements file, held against the reader.
class RequirementsPageTest {
  private static final String HINT = "; mend docs/requirements-file.md, which tells every key. ";
  private static final String PAGE = page();
  private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```yaml\n(.*?)^```$");

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsRightWithoutAWarning(String example) {
    boolean whole = example.contains("version:");

    assertEquals(List.of(), Sample.errors(whole ? example : Sample.token(example)));
  }

  @Test
  void everyKeyHasASectionAndAnExample() {
    List<String> keys = new ArrayList<>(TokenReader.KEYS);
    keys.addAll(List.of("version", "tokens", "$schema"));
    for (String key : keys) {
      assertTrue(PAGE.contains("\n### `" + key + "`\n"), "no section of its own: " + key + HINT);
      assertTrue(
          examples().anyMatch(example -> example.contains(key + ":")), "no example: " + key + HINT);
    }
  }

  @Test
  void everyKeyOfAnInnerMappingIsListed() {
    Stream.of(ExpiryReader.KEYS, PermissionsReader.KEYS, OrganizationsReader.KEYS)
        .flatMap(List::stream)
        .forEach(key -> assertTrue(PAGE.contains("\n| `" + key + "` | "), "no row: " + key + HINT));
  }

  @Test
  void thereIsNoSectionForAKeyThatIsNotRead() {
    List<String> sections =
        Pattern.compile("(?m)^### `(.*)`$")
            .matcher(PAGE)
            .results()
            .map(hit -> hit.group(1))
            .toList();

    assertEquals(
        TokenReader.KEYS.size() + 3,
        sections.size(),
        () -> "a section of no key" + HINT + sections);
  }

  @Test
  void theLimitsInThePageAreThoseOfTheReader() {
    for (String limit :
        List.of(
            TokenReader.LONGEST_WHY + " characters",
            TokenReader.LONGEST_OWNER + " characters",
            TokenReader.LONGEST_PATH + " characters",
            "0 to " + RateLimitsReader.MOST)) {
      assertTrue(PAGE.contains(limit), "the limit is not told: " + limit + HINT);
    }
  }

  static Stream<String> examples() {
    return EXAMPLE.matcher(PAGE).results().map(hit -> hit.group(1));
  }

  private static String page() {
    try {
      return Files.readString(Path.of("docs/requirements-file.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
