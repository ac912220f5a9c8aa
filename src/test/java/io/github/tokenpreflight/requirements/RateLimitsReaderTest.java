package io.github.tokenpreflight.requirements;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitsReaderTest {
  @Test
  void requestsAndPercentagesOfAnyResource() {
    var requirements =
        Sample.requirements("rate-limit: { core: 500, graphql: 20%, code_scanning_upload: 0 }")
            .rateLimits();

    assertEquals("500", requirements.getFirst().words());
    assertEquals("20%", requirements.get(1).words());
    assertEquals("code_scanning_upload", requirements.getLast().resource().value());
    assertEquals(0, requirements.getLast().amount().value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "+1", "1e3", "0x10", "010", "1.5", "0%", "101%", "05%", "many"})
  void otherAmountsAreRefused(String amount) {
    assertEquals(
        "`"
            + amount
            + "` is neither a number of requests nor a percentage | write a number from 0 to"
            + " 1000000 without quotes, or `1%` to `100%`",
        Sample.said("rate-limit: { core: " + amount + " }"));
  }

  @Test
  void numbersInQuotesAndNumbersBeyondAllLimitsAreRefused() {
    Sample.said("rate-limit: { core: '500' }");
    Sample.said("rate-limit: { core: 1000001 }");
    Sample.said("rate-limit: { core: 99999999999999999999 }");
    Sample.requirements("rate-limit: { core: 1000000 }");
  }

  @Test
  void aResourceIsALowerCaseWord() {
    assertEquals(
        "`Core` is not the name of a rate limit | use a name that GET /rate_limit lists, such as"
            + " `core`, `graphql` or `search`",
        Sample.said("rate-limit: { Core: 5 }"));
  }
}
