package io.github.tokenpreflight.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.source.Place;
import io.github.tokenpreflight.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whatever a workflow holds, the reader answers: no throw, and every place is one of the file.
///
/// `-Dfuzz.inputs=100000` runs longer, `-Dfuzz.seed=1` repeats a run.
class WorkflowFuzzTest {
  private static final int INPUTS = Integer.getInteger("fuzz.inputs", 2_000);
  private static final String PIECES = "{}[]&*!|>'\"#:-,\n\t $.x\uD83D\uDE00\\%@`?";

  @Test
  void damagedWorkflowsAreAnswered() throws IOException {
    long seed = Long.getLong("fuzz.seed", System.nanoTime());
    System.out.println("WorkflowFuzzTest: -Dfuzz.seed=" + seed);
    SplittableRandom random = new SplittableRandom(seed);
    List<String> seeds = seeds();
    for (int input = 0; input < INPUTS; input++) {
      assertAnswered(damaged(seeds.get(random.nextInt(seeds.size())), random));
    }
  }

  /// The workflows and actions of this repository.
  private static List<String> seeds() throws IOException {
    List<String> seeds = new ArrayList<>();
    for (String root : List.of(".github", "examples", "action.yml")) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        for (Path file :
            files.filter(one -> one.toString().matches(".*\\.ya?ml")).sorted().toList()) {
          seeds.add(Files.readString(file));
        }
      }
    }
    assertTrue(seeds.size() > 5);
    return seeds;
  }

  private static String damaged(String text, SplittableRandom random) {
    StringBuilder damaged = new StringBuilder(text);
    for (int change = random.nextInt(1, 5); change > 0 && !damaged.isEmpty(); change--) {
      int at = random.nextInt(damaged.length());
      int piece = random.nextInt(PIECES.length());
      switch (random.nextInt(3)) {
        case 0 -> damaged.insert(at, PIECES.charAt(piece));
        case 1 -> damaged.deleteCharAt(at);
        default -> damaged.delete(at, Math.min(damaged.length(), at + random.nextInt(60)));
      }
    }
    return damaged.toString();
  }

  private static void assertAnswered(String text) {
    try {
      WorkflowReading reading = WorkflowReader.read("x.yml", text.getBytes(UTF_8));
      assertTrue(reading.workflow().isPresent() || !reading.errors().isEmpty());
      reading.errors().forEach(error -> assertInside(error.place().orElseThrow()));
      reading
          .workflow()
          .ifPresent(one -> one.allReferences().forEach(found -> assertInside(found.place())));
    } catch (Throwable e) {
      throw new AssertionError(text.replace("\r", "<CR>"), e);
    }
  }

  private static void assertInside(Place place) {
    Span span = place.span();
    int length = place.file().line(span.line()).map(String::length).orElse(0);
    assertTrue(span.column() <= Math.max(1, length), place::link);
  }
}
