package io.github.tokenpreflight.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Releases are built by Jib, the image of the main branch by the Dockerfile, and nobody must be
/// able to tell them apart. No container is started here.
@Tag("image")
final class DockerfileTest {
  private static final Path TARGET = Path.of("target");
  private static final Pattern COPY =
      Pattern.compile("COPY --from=\\w+ /build/target/(\\S+)/ (/\\S*)");

  private static List<String> lines = List.of();
  private static List<String> lastStage = List.of();
  private static ImageTar jib = new ImageTar(new JsonMapper().nullNode(), List.of());

  @BeforeAll
  static void read() throws IOException {
    lines =
        Files.readString(Path.of("Dockerfile"))
            .replace("\\\n", " ")
            .lines()
            .map(String::strip)
            .toList();
    lastStage = lines.subList(lines.indexOf("FROM scratch"), lines.size());
    jib = ImageTar.read(TARGET.resolve("image.tar"));
  }

  @Test
  void bothImagesHoldTheSameFiles() throws IOException {
    NavigableMap<String, Boolean> copied = new TreeMap<>();
    for (Copy copy : copies()) {
      copied.putAll(copy.files());
    }

    assertEquals(text(jib.files()), text(copied));
  }

  @Test
  void bothImagesHaveTheSameLayersInTheSameOrder() throws IOException {
    List<String> copied = new ArrayList<>();
    for (Copy copy : copies()) {
      copied.add(text(copy.files()));
    }

    assertEquals(jib.layers().stream().map(DockerfileTest::text).toList(), copied);
  }

  @Test
  void bothImagesAreStartedTheSameWay() throws IOException {
    JsonNode entrypoint = new JsonMapper().readTree(argument("ENTRYPOINT "));

    assertEquals(jib.config().path("Entrypoint"), entrypoint);
    assertEquals("[\"" + argument("ENV ") + "\"]", jib.config().path("Env").toString());
  }

  @Test
  void theLabelsOfTheDockerfileAreThoseOfTheRelease() {
    Matcher label = Pattern.compile("(\\S+)=\"([^\"]*)\"").matcher(argument("LABEL "));
    while (label.find()) {
      assertEquals(jib.config().path("Labels").path(label.group(1)).asText(), label.group(2));
    }
  }

  @Test
  void everyBaseImageIsNamedByItsDigest() {
    List<String> bases =
        lines.stream()
            .filter(line -> line.startsWith("FROM "))
            .filter(line -> !line.equals("FROM scratch"))
            .toList();

    assertEquals(2, bases.size());
    for (String base : bases) {
      assertTrue(base.matches("FROM \\S+@sha256:[0-9a-f]{64} AS \\w+"), base);
    }
  }

  @Test
  void onlyJavaAndTheLoaderCanBeExecuted() {
    List<String> executable =
        jib.files().entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();

    assertEquals(2, executable.size(), executable.toString());
    assertTrue(executable.getFirst().matches("/lib(64)?/ld-linux-.*"), executable.toString());
    assertEquals("/opt/token-preflight/runtime/bin/java", executable.getLast());
  }

  private static List<Copy> copies() {
    return lastStage.stream()
        .filter(line -> line.startsWith("COPY "))
        .map(line -> {
          Matcher copy = COPY.matcher(line);
          assertTrue(copy.matches(), line);
          return new Copy(TARGET.resolve(copy.group(1)), copy.group(2));
        })
        .toList();
  }

  private static String argument(String instruction) {
    return lastStage.stream()
        .filter(line -> line.startsWith(instruction))
        .findFirst()
        .orElseThrow()
        .substring(instruction.length());
  }

  private static String text(NavigableMap<String, Boolean> files) {
    StringBuilder text = new StringBuilder();
    files.forEach((path, executable) -> text.append(path).append(executable ? " *\n" : "\n"));
    return text.toString();
  }

  /// What one line of the Dockerfile copies into the image.
  private record Copy(Path from, String into) {
    NavigableMap<String, Boolean> files() throws IOException {
      NavigableMap<String, Boolean> files = new TreeMap<>();
      try (Stream<Path> all = Files.walk(from)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          files.put(into + from.relativize(file), Files.isExecutable(file));
        }
      }
      return files;
    }
  }
}
