package io.github.tokenpreflight.suggest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.requirements.Reading;
import io.github.tokenpreflight.requirements.RequirementsReader;
import io.github.tokenpreflight.workflow.Workflow;
import io.github.tokenpreflight.workflow.WorkflowReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What `init` writes for each checkout below `src/test/init`.
///
/// `expected.yml` is the file; it is absent where no file is needed. `-Dcases=accept` writes them
/// anew: read that diff like code.
class InitStoriesTest {
  private static final Path STORIES = Path.of("src/test/init");
  private static final int SITUATIONS = 15;
  private static final int WORKFLOWS = 40;

  @TestFactory
  Stream<DynamicTest> everyCheckoutEndsInTheExpectedFile() throws IOException {
    return stories().stream()
        .map(story ->
            DynamicTest.dynamicTest(story.getFileName().toString(), () -> assertExpected(story)));
  }

  @Test
  void everySituationAndFortyWorkflowsAreThere() throws IOException {
    long situations =
        stories().stream()
            .filter(one -> one.getFileName().toString().startsWith("situation-"))
            .count();

    assertEquals(SITUATIONS, situations);
    assertTrue(stories().size() >= SITUATIONS + WORKFLOWS);
  }

  private static void assertExpected(Path story) throws IOException {
    Optional<String> drafted = Draft.of(checkout(story));
    Path expected = story.resolve("expected.yml");
    if ("accept".equals(System.getProperty("cases"))) {
      Files.deleteIfExists(expected);
      if (drafted.isPresent()) {
        Files.writeString(expected, drafted.get());
      }
    }

    assertEquals(
        Files.exists(expected) ? Files.readString(expected) : "",
        drafted.orElse(""),
        "src/test/init: run with -Dcases=accept and read the diff");
    drafted.ifPresent(InitStoriesTest::assertValid);
  }

  private static void assertValid(String text) {
    Reading reading = RequirementsReader.read("token-requirements.yml", text.getBytes(UTF_8));

    assertInstanceOf(Reading.Read.class, reading, () -> reading.findings() + "\n" + text);
    assertTrue(reading.findings().stream().allMatch(one -> one.severity() != Severity.ERROR));
    assertEquals(List.of(), reading.findings());
  }

  private static Checkout checkout(Path story) throws IOException {
    List<Workflow> workflows = new ArrayList<>();
    try (Stream<Path> files = Files.walk(story)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String path = story.relativize(file).toString().replace('\\', '/');
        if (!path.equals("expected.yml")) {
          WorkflowReader.read(path, Files.readString(file)).workflow().ifPresent(workflows::add);
        }
      }
    }
    return new Checkout(Optional.of("acme/site"), workflows);
  }

  private static List<Path> stories() throws IOException {
    try (Stream<Path> folders = Files.list(STORIES)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }
}
