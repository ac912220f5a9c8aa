package io.github.tokenpreflight.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.requirements.Declared;
import io.github.tokenpreflight.requirements.RateLimitRequirement;
import io.github.tokenpreflight.source.Span;
import io.github.tokenpreflight.token.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How long a check waits for rate limits that are too low: one second past GitHub's own time.
final class RefillTest {
  private static final Span SPAN = new Span(1, 1, 1);

  @ParameterizedTest
  @CsvSource({
    // core: 100 of 5000 left, full again in 60 s; search: 30 of 30 left
    "core 100, ",
    "core 101, 61",
    "core 100%, 61",
    "core 5001, ",
    "core 101 search 30, 61",
    "core 101 search 31, ",
    "graphql 1, "
  })
  void theWaitIsTheLongestOfThoseThatHelp(String required, Integer seconds) {
    assertEquals(
        Optional.ofNullable(seconds).map(Duration::ofSeconds),
        Refill.of(requirements(required), lead("date", "Sat, 01 Aug 2026 10:00:00 GMT")));
  }

  @ParameterizedTest
  @CsvSource({"'Sat, 01 Aug 2026 10:05:00 GMT', 0", "'not a date', ", "'', "})
  void withoutGitHubsClockNobodyWaits(String clock, Integer seconds) {
    assertEquals(
        Optional.ofNullable(seconds).map(Duration::ofSeconds),
        Refill.of(requirements("core 101"), lead("date", clock)));
  }

  private static List<RateLimitRequirement> requirements(String words) {
    return List.of(words.split("(?<=\\d%?) ")).stream()
        .map(pair -> pair.split(" ", -1))
        .map(pair ->
            new RateLimitRequirement(
                new Declared<>(pair[0], SPAN),
                new Declared<>(Integer.valueOf(pair[1].replace("%", "")), SPAN),
                pair[1].endsWith("%")))
        .toList();
  }

  /// 1785578460 is 2026-08-01T10:01:00Z.
  private static Lead lead(String... headers) {
    Setting setting = TestAnswers.setting(ProbeLevel.READ);
    Answer limits =
        TestAnswers.given(
            new Questions(setting.host()).rateLimit(),
            """
            {"resources": {
              "core": {"limit": 5000, "remaining": 100, "reset": 1785578460},
              "search": {"limit": 30, "remaining": 30, "reset": 1785578460}}}
            """,
            headers);
    return Lead.of(
        TestTokens.boxed(TestTokens.classic()), Optional.of(limits), Optional.empty(), setting);
  }
}
