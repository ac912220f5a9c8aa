package io.github.tokenpreflight.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhrasesTest {
  private static final Instant NOW = Instant.parse("2026-10-01T11:43:41.987Z");

  @Test
  void aListShowsEightItemsThenHowManyMore() {
    assertEquals("nothing", Phrases.names(List.of()));
    assertEquals("`a`, `b`", Phrases.names(List.of("a", "b")));
    assertEquals(
        "`1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`",
        Phrases.names(List.of("1", "2", "3", "4", "5", "6", "7", "8")));
    assertEquals(
        "`1`, `2`, `3`, `4`, `5`, `6`, `7`, `8` and 2 more",
        Phrases.names(List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10")));
  }

  @Test
  void namesOfWhichOneWillDoAreJoinedByOr() {
    assertEquals("`a`", Phrases.anyOf(List.of("a")));
    assertEquals("`a` or `b`", Phrases.anyOf(List.of("a", "b")));
    assertEquals("`a`, `b` or `c`", Phrases.anyOf(List.of("a", "b", "c")));
  }

  @Test
  void aNounFollowsItsNumber() {
    assertEquals("0 requests", Phrases.count(0, "request"));
    assertEquals("1 request", Phrases.count(1, "request"));
    assertEquals("2 requests", Phrases.count(2, "request"));
  }

  @Test
  void aDurationIsToldInItsLargestUnit() {
    assertEquals("3 days", Phrases.roughly(Duration.ofHours(80)));
    assertEquals("47 hours", Phrases.roughly(Duration.ofHours(47)));
    assertEquals("90 minutes", Phrases.roughly(Duration.ofMinutes(90)));
    assertEquals("119 seconds", Phrases.roughly(Duration.ofSeconds(119)));
    assertEquals("1 second", Phrases.roughly(Duration.ofSeconds(-1)));
    assertEquals("now", Phrases.roughly(Duration.ofMillis(900)));
  }

  @Test
  void anInstantIsToldInUtcToTheSecondWithItsDistance() {
    assertEquals(
        "2026-10-03T11:43:41Z (in 2 days)", Phrases.moment(NOW.plus(Duration.ofDays(2)), NOW));
    assertEquals(
        "2026-10-01T08:43:41Z (3 hours ago)", Phrases.moment(NOW.minus(Duration.ofHours(3)), NOW));
    assertEquals("2026-10-01T11:43:41Z (now)", Phrases.moment(NOW, NOW));
  }
}
