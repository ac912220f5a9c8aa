package io.github.tokenpreflight.runner;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.tokenpreflight.fuzz.Bounded;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the event file holds, a few facts are read of it, or none.
class EventFuzzTest {
  static Stream<byte[]> events() {
    return Stream.of(
            "{}",
            "[1, 2.5e3, null]",
            "{\"repository\": {\"visibility\": \"public\", \"private\": false}}",
            "{\"pull_request\": {\"head\": {\"repo\": null}, \"base\": {\"repo\": {}}}}",
            "{\"pull_request\": {\"head\": {\"repo\": {\"full_name\": \"acme/site\"}}}}")
        .map(text -> text.getBytes(UTF_8));
  }

  @MethodSource("events")
  @FuzzTest
  void everyEventIsReadOrIgnored(byte[] event) {
    Bounded.run(() -> EventPayload.facts(new String(event, UTF_8)));
  }
}
