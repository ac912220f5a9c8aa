package io.github.tokenpreflight.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.evidence.Evidence;
import io.github.tokenpreflight.evidence.Plan;
import io.github.tokenpreflight.evidence.ProbeLevel;
import io.github.tokenpreflight.evidence.Setting;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Proof;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.github.GitHub;
import io.github.tokenpreflight.github.HttpGitHub;
import io.github.tokenpreflight.github.Question;
import io.github.tokenpreflight.github.TimeLimits;
import io.github.tokenpreflight.requirements.Requirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Tells the stories of `stories.txt` to the real survey and the real checks, over real HTTP.
///
/// `-Dstories=accept` writes down what is said and asked now; what is expected stays written by
/// hand.
final class WorldStoriesTest {
  private static final Path FILE = Path.of("src/test/resources/world/stories.txt");
  private static final String HINT =
      FILE + " says otherwise: mend the code, or run with -Dstories=accept and read the diff";
  private static final Duration LONG = Duration.ofSeconds(20);

  @TestFactory
  Stream<DynamicTest> everyStoryEndsAsItIsWritten() throws IOException {
    return stories().stream()
        .map(story -> DynamicTest.dynamicTest(story.title(), () -> tell(story)));
  }

  @Test
  void thereAreEnoughStoriesAndEachHasItsOwnTitle() throws IOException {
    List<String> titles = stories().stream().map(WorldStory::title).toList();

    assertTrue(titles.size() >= 120, "stories are missing from " + FILE);
    assertEquals(
        titles.stream().distinct().toList(), titles, "two stories have one title: " + FILE);
  }

  private static List<WorldStory> stories() throws IOException {
    return WorldStory.all(Files.readString(FILE));
  }

  private static void tell(WorldStory story) throws IOException {
    Requirements requirements = Judged.read(story.telling().requirement());
    World world = story.telling().world();
    try (WorldHttp server = new WorldHttp(world);
        GitHub github = open(world, server)) {
      Setting setting = Judged.setting(world, story.telling().probes(), server.address());
      Evidence evidence =
          Judged.asked(github, setting, world.bearer().token(), requirements.tokens().getFirst());
      List<Finding> findings =
          Judged.findings(requirements, evidence).stream()
              .filter(finding -> !finding.requirement().equals("valid"))
              .toList();
      List<String> says =
          findings.stream().map(finding -> said(finding, server.address())).toList();
      if ("accept".equals(System.getProperty("stories"))) {
        accept(story, says, server.asked());
      } else {
        assertEquals(story.asks(), server.asked(), HINT);
        assertEquals(story.says(), says, HINT);
      }
      assertEquals(
          story.expected(),
          findings.stream().map(finding -> finding.verdict().word()).toList(),
          () -> "the verdict that " + FILE + " expects is written by hand: " + says);
      assertTrue(
          findings.stream()
              .filter(finding -> finding.verdict() == Verdict.MET)
              .noneMatch(finding -> finding.proofs().isEmpty()),
          "what is met names its proof");
      planned(story, setting, requirements, server);
    }
  }

  /// The plan, made without token and network, is what was sent, redirects and retries apart.
  private static void planned(
      WorldStory story, Setting setting, Requirements requirements, WorldHttp server) {
    World world = story.telling().world();
    if (world.bearer().disguised() || !world.habits().isEmpty() || !world.oddities().isEmpty()) {
      return;
    }
    Plan plan = Plan.of(requirements.tokens().getFirst(), Set.of(story.kind()), setting);
    assertEquals(
        plan.questions().stream().map(Question::line).toList(),
        server.asked().stream()
            .filter(line -> !followed(line, world))
            .map(line -> line.replaceFirst(" ", " " + server.address()))
            .toList());
  }

  /// Whether a request was made only because a renamed repository led there.
  private static boolean followed(String line, World world) {
    return world.repositories().stream()
        .anyMatch(repository ->
            repository.is(World.Trait.RENAMED)
                && line.contains("/" + repository.fullName())
                && !line.contains("/" + repository.fullName() + "-old"));
  }

  private static String said(Finding finding, String address) {
    String proofs =
        finding.proofs().stream()
            .map(WorldStoriesTest::words)
            .distinct()
            .collect(Collectors.joining(", "));
    return (finding.verdict().word() + " | " + finding.requirement() + " | " + proofs)
        .replace(address, "")
        .strip();
  }

  private static String words(Proof proof) {
    return proof.request() + " -> " + proof.answer();
  }

  private static GitHub open(World world, WorldHttp server) {
    Instant[] now = {Instant.parse("2026-11-20T12:00:00Z")};
    HttpGitHub.Opening opening =
        HttpGitHub.open(
            new HttpGitHub.Setup(
                Judged.setting(world, ProbeLevel.READ, server.address()).host(),
                Map.of(),
                Optional.empty(),
                new TimeLimits(LONG, LONG, LONG),
                "0"),
            new HttpGitHub.Machine(
                () -> now[0],
                () -> now[0].toEpochMilli() * 1_000_000,
                pause -> now[0] = now[0].plus(pause),
                () -> 0.5,
                UnaryOperator.identity()));
    return ((HttpGitHub.Opening.Opened) opening).github();
  }

  private static void accept(WorldStory story, List<String> says, List<String> asks)
      throws IOException {
    String text = Files.readString(FILE);
    int start = text.indexOf("story " + story.title() + "\n");
    int end = text.indexOf("\nexpect ", start) + 1;
    int next = text.indexOf("\nstory ", end);
    String rest = next < 0 ? "" : text.substring(next);
    List<String> lines = new ArrayList<>();
    lines.add(text.substring(end, text.indexOf('\n', end)));
    says.forEach(line -> lines.add("says " + line));
    asks.forEach(line -> lines.add("asks " + line));
    String comments =
        text.substring(end, next < 0 ? text.length() : next)
            .lines()
            .filter(line -> line.startsWith("#"))
            .collect(Collectors.joining("\n"));
    Files.writeString(
        FILE,
        text.substring(0, start).concat(text.substring(start, end))
            + String.join("\n", lines)
            + "\n"
            + (comments.isEmpty() ? "" : "\n" + comments + "\n")
            + rest);
  }
}
