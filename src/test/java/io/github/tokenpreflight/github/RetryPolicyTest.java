package io.github.tokenpreflight.github;

import static io.github.tokenpreflight.github.Replies.reply;
import static io.github.tokenpreflight.github.Replies.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.github.RetryPolicy.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final String FROM_GITHUB = "x-github-request-id: 1";

  @Test
  void anAnswerIsBelievedAtOnce() {
    assertInstanceOf(
        Decision.Believe.class,
        decide(reply(200, "{}", FROM_GITHUB, "content-type: application/json"), attempt(1)));
  }

  @Test
  void brokenServersAreAskedThreeTimesWithGrowingPauses() {
    Response broken = reply(502, "");

    assertEquals(Duration.ofMillis(500), pause(broken, attempt(1)));
    assertEquals(Duration.ofSeconds(1), pause(broken, attempt(2)));
    Decision.GiveUp end = assertInstanceOf(Decision.GiveUp.class, decide(broken, attempt(3)));
    assertEquals("api.github.com answered HTTP 502", end.words());
  }

  @Test
  void chanceStretchesAPauseUpToTwice() {
    RetryPolicy.Try lucky = new RetryPolicy.Try(1, NOW, NOW.plusSeconds(60), 0.5, true);

    assertEquals(Duration.ofMillis(750), pause(reply(503, ""), lucky));
  }

  @Test
  void aConnectionThatBrokeIsTriedAgainAndADistrustedCertificateIsNot() {
    Exchange broke = new Exchange.Lost("broke", true, Optional.empty());
    Exchange distrusted = new Exchange.Lost("distrusted", false, Optional.empty());

    assertInstanceOf(Decision.Again.class, RetryPolicy.after(broke, attempt(1)));
    assertInstanceOf(Decision.GiveUp.class, RetryPolicy.after(distrusted, attempt(1)));
  }

  @Test
  void aRequestThatMayChangeSomethingIsNotRepeatedBlindly() {
    RetryPolicy.Try once = new RetryPolicy.Try(1, NOW, NOW.plusSeconds(60), 0, false);

    for (Response answer :
        List.of(
            reply(502, ""),
            says(401, "Bad credentials", FROM_GITHUB),
            says(403, "You have exceeded a secondary rate limit", "retry-after: 1", FROM_GITHUB))) {
      assertInstanceOf(Decision.GiveUp.class, decide(answer, once), answer.line());
    }
  }

  @Test
  void badCredentialsAreBelievedTheThirdTime() {
    Response bad = says(401, "Bad credentials", FROM_GITHUB);

    assertEquals(Duration.ofSeconds(1), pause(bad, attempt(1)));
    assertEquals(Duration.ofSeconds(2), pause(bad, attempt(2)));
    assertInstanceOf(Decision.Believe.class, decide(bad, attempt(3)));
  }

  @Test
  void every401IsAskedAgainWhateverItSays() {
    for (String words :
        List.of("Requires authentication", "A JSON web token could not be decoded", "Not today")) {
      assertEquals(Duration.ofSeconds(1), pause(says(401, words, FROM_GITHUB), attempt(1)), words);
    }
  }

  @Test
  void badCredentialsThatCouldNotBeAskedAgainAreNotBelieved() {
    RetryPolicy.Try late = new RetryPolicy.Try(2, NOW, NOW.plusSeconds(1), 0, true);

    Decision.GiveUp end =
        assertInstanceOf(
            Decision.GiveUp.class, decide(says(401, "Bad credentials", FROM_GITHUB), late));
    assertTrue(end.words().contains("three times"), end.words());
  }

  @Test
  void retryAfterIsHonouredWhileThereIsTime() {
    Response slow =
        says(429, "You have exceeded a secondary rate limit", "retry-after: 8", FROM_GITHUB);
    RetryPolicy.Try late = new RetryPolicy.Try(1, NOW, NOW.plusSeconds(8), 0, true);

    assertEquals(Duration.ofSeconds(8), pause(slow, attempt(1)));
    Decision.GiveUp end = assertInstanceOf(Decision.GiveUp.class, decide(slow, late));
    assertEquals(Optional.of(NOW.plusSeconds(8)), end.retryAt());
    assertEquals(Duration.ofSeconds(3), pause(reply(503, "", "retry-after: 3"), attempt(1)));
  }

  @Test
  void aSecondaryLimitWithoutATimeWaitsAMinuteAsGitHubAsks() {
    Response slow = says(403, "You have exceeded a secondary rate limit", FROM_GITHUB);
    RetryPolicy.Try patient = new RetryPolicy.Try(1, NOW, NOW.plusSeconds(600), 0, true);

    assertEquals(Duration.ofMinutes(1), pause(slow, patient));
    Decision.GiveUp end = assertInstanceOf(Decision.GiveUp.class, decide(slow, attempt(1)));
    assertEquals(Optional.of(NOW.plusSeconds(60)), end.retryAt());
  }

  @Test
  void aUsedUpBudgetStopsAndSaysWhenItIsFullAgain() {
    Response spent =
        says(
            403,
            "API rate limit exceeded for user ID 1.",
            "x-ratelimit-remaining: 0",
            "x-ratelimit-reset: 1780318800",
            FROM_GITHUB);

    Decision.GiveUp end = assertInstanceOf(Decision.GiveUp.class, decide(spent, attempt(1)));
    assertEquals(Optional.of(Instant.ofEpochSecond(1780318800)), end.retryAt());
  }

  @Test
  void aUserWhoIsLockedOutForAWhileIsNotJudged() {
    Response locked = says(403, "Max number of login attempt exceeded", FROM_GITHUB);

    assertInstanceOf(Decision.GiveUp.class, decide(locked, attempt(1)));
  }

  @Test
  void otherRefusalsAreBelievedAtOnce() {
    for (Response refusal :
        new Response[] {
          says(403, "Resource not accessible by integration", FROM_GITHUB),
          says(403, "Words nobody knows", FROM_GITHUB),
          says(404, "Not Found", FROM_GITHUB),
          says(422, "Validation Failed", FROM_GITHUB)
        }) {
      assertInstanceOf(Decision.Believe.class, decide(refusal, attempt(1)), refusal.line());
    }
  }

  private static Decision decide(Response response, RetryPolicy.Try attempt) {
    return RetryPolicy.after(Exchange.of(response), attempt);
  }

  private static Duration pause(Response response, RetryPolicy.Try attempt) {
    return assertInstanceOf(Decision.Again.class, decide(response, attempt)).pause();
  }

  private static RetryPolicy.Try attempt(int number) {
    return new RetryPolicy.Try(number, NOW, NOW.plusSeconds(30), 0, true);
  }
}
