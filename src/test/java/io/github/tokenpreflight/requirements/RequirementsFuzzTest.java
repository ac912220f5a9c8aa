package io.github.tokenpreflight.requirements;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.tokenpreflight.fuzz.Bounded;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever bytes a requirements file holds, the reader answers, and every finding has its place.
class RequirementsFuzzTest {
  static Stream<byte[]> files() throws IOException {
    return SchemaTest.corpus().map(document -> document.text().getBytes(UTF_8));
  }

  @MethodSource("files")
  @FuzzTest
  void everyFileIsAnswered(byte[] file) {
    Bounded.run(() -> {
      check(RequirementsReader.read("x.yml", file));
      check(RequirementsReader.read("x.json", file));
      check(RequirementsReader.readInline("input", new String(file, UTF_8)));
    });
  }

  private static void check(Reading reading) {
    Sample.findings(reading).forEach(SchemaTest::assertSound);
  }
}
