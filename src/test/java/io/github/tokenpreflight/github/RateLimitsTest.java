package io.github.tokenpreflight.github;

import static io.github.tokenpreflight.github.Replies.reply;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
  @Test
  void theOldFormWithoutUsedIsRead() {
    RateLimits limits = RateLimits.read(Fixtures.recorded("rate-limit-200-classic")).orElseThrow();

    RateLimits.Budget core = limits.budget("core").orElseThrow();
    assertEquals(5000, core.limit());
    assertEquals(4994, core.remaining());
    assertEquals(OptionalLong.empty(), core.used());
    assertEquals(Instant.ofEpochSecond(1585671841), core.reset());
    assertEquals(
        List.of("core", "search", "graphql", "integration_manifest", "source_import"),
        List.copyOf(limits.budgets().keySet()));
  }

  @Test
  void theNewFormWithUsedIsRead() {
    RateLimits limits = RateLimits.read(Fixtures.example("GET /rate_limit")).orElseThrow();

    assertEquals(OptionalLong.of(1), limits.budget("core").orElseThrow().used());
    assertTrue(limits.budget("search").isPresent());
  }

  @Test
  void aResourceNobodyHasHeardOfIsTakenAsItComes() {
    RateLimits limits =
        RateLimits.read(
                reply(
                    200,
                    "{\"resources\": {\"tea\": {\"limit\": 3, \"remaining\": 2, \"reset\": 60}}}"))
            .orElseThrow();

    assertEquals(2, limits.budget("tea").orElseThrow().remaining());
    assertTrue(limits.budget("core").isEmpty());
  }

  @Test
  void aBudgetThatCannotBeReadSpoilsNoOther() {
    RateLimits limits =
        RateLimits.read(
                reply(
                    200,
                    "{\"resources\": {\"tea\": {\"limit\": 3}, \"core\":"
                        + " {\"limit\": 3, \"remaining\": 2, \"reset\": 60}}}"))
            .orElseThrow();

    assertEquals(2, limits.budget("core").orElseThrow().remaining());
    assertTrue(limits.budget("tea").isEmpty());
    assertEquals(Set.of("tea"), limits.unreadable());
  }

  @Test
  void aBodyWithoutAnyReadableBudgetIsAbsent() {
    for (String body :
        List.of(
            "",
            "<html>",
            "[]",
            "{}",
            "{\"resources\": []}",
            "{\"resources\": {}}",
            "{\"resources\": {\"core\": {\"limit\": 3, \"remaining\": 2}}}",
            "{\"resources\": {\"core\": {\"limit\": \"3\", \"remaining\": 2, \"reset\": 60}}}",
            "{\"resources\": {\"core\": {\"limit\": 3, \"remaining\": -2, \"reset\": 60}}}",
            "{\"resources\": {\"core\": {\"limit\": 3, \"remaining\": 2.5, \"reset\": 60}}}",
            "{\"resources\": {\"core\": {\"limit\": 3, \"remaining\": 2,"
                + " \"reset\": 9000000000000000000}}}",
            "{\"resources\": {\"core\": {\"limit\": 3, \"remaining\": 2, \"reset\": 60}}} more")) {
      assertTrue(RateLimits.read(reply(200, body)).isEmpty(), body);
    }
  }

  @Test
  void aBodyThatWasCutIsNeverReadAsAWhole() {
    String body = "{\"resources\": {\"core\": {\"limit\": 3, \"remaining\": 2, \"reset\": 60}}}";
    HttpHeaders none = HttpHeaders.of(Map.of(), (name, value) -> true);
    Response cut = Response.of(Replies.USER, new Response.Wire(200, none, body, true));

    assertTrue(RateLimits.read(cut).isEmpty());
    assertTrue(RateLimits.read(reply(200, body)).isPresent());
    assertEquals("HTTP 200 (body cut)", cut.line());
  }
}
