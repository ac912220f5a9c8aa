package io.github.tokenpreflight.github;

import static io.github.tokenpreflight.github.Replies.facts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.github.ResponseFacts.Expiry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResponseFactsTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  @Test
  void anEmptyScopeHeaderMeansNoScopesAndAMissingOneMeansAnotherKindOfToken() {
    assertEquals(Optional.of(List.of()), facts("X-OAuth-Scopes:").scopes());
    assertEquals(Optional.empty(), facts().scopes());
  }

  @Test
  void scopesAreReadWhateverTheCaseOfTheHeader() {
    assertEquals(
        Optional.of(List.of("read:org", "repo")), facts("x-oauth-scopes: read:org, repo").scopes());
    assertEquals(
        Optional.of(List.of("delete_repo")),
        facts("X-Accepted-OAuth-Scopes: delete_repo").acceptedScopes());
  }

  @Test
  void aScopeIsMissingOnlyWhenGitHubNamesSomeAndNoneIsHeld() {
    String held = "x-oauth-scopes: repo";

    assertTrue(facts(held, "x-accepted-oauth-scopes: delete_repo").lacksEveryAcceptedScope());
    assertFalse(facts(held, "x-accepted-oauth-scopes: repo, user").lacksEveryAcceptedScope());
    assertFalse(facts(held, "x-accepted-oauth-scopes:").lacksEveryAcceptedScope());
    assertFalse(facts(held).lacksEveryAcceptedScope());
    assertFalse(facts("x-accepted-oauth-scopes: repo").lacksEveryAcceptedScope());
  }

  @Test
  void permissionSetsKeepTheirAlternatives() {
    ResponseFacts facts =
        facts("x-accepted-github-permissions: issues=write; pull_requests=write,contents=read");

    assertEquals(
        Optional.of(
            List.of(
                Map.of("issues", "write"), Map.of("pull_requests", "write", "contents", "read"))),
        facts.acceptedPermissions());
  }

  @Test
  void aPermissionSetThatCannotBeReadIsAbsentAsAWhole() {
    assertEquals(
        Optional.empty(), facts("x-accepted-github-permissions: issues").acceptedPermissions());
    assertEquals(Optional.empty(), facts().acceptedPermissions());
    assertEquals(
        Optional.of(List.of(Map.of("allows_permissionless_access", "true"))),
        facts("x-accepted-github-permissions: allows_permissionless_access=true")
            .acceptedPermissions());
  }

  @Test
  void bothFormsOfTheExpiryAreRead() {
    assertEquals(Instant.parse("2026-10-03T11:43:41Z"), expiry("2026-10-03 11:43:41 UTC"));
    assertEquals(Instant.parse("2024-06-17T09:06:09Z"), expiry("2024-06-17 10:06:09 +0100"));
    assertEquals(Instant.parse("2026-02-06T14:42:23Z"), expiry("2026-02-06 07:42:23 -0700"));
    assertEquals(Instant.parse("2024-02-08T10:25:04Z"), expiry("2024-02-08 10:25:04 +0000"));
  }

  @Test
  void anExpiryThatIsNoDateIsUnreadableAndAMissingOneIsNotSent() {
    for (String odd : List.of("soon", "2026-13-03 11:43:41 UTC", "2026-10-03 11:43:41 +9900", "")) {
      assertInstanceOf(
          Expiry.Unreadable.class,
          facts("github-authentication-token-expiration: " + odd).expiry(),
          odd);
    }
    assertInstanceOf(Expiry.NotSent.class, facts().expiry());
  }

  @Test
  void theServersClockIsRead() {
    assertEquals(
        Optional.of(Instant.parse("2026-02-10T20:14:50Z")),
        facts("date: Tue, 10 Feb 2026 20:14:50 GMT").serverTime());
    assertEquals(Optional.empty(), facts("date: yesterday").serverTime());
    assertEquals(Optional.empty(), facts("date: Tue, 31 Feb 2026 20:14:50 GMT").serverTime());
  }

  @Test
  void singleSignOnIsRequiredWithItsAddressOrPartial() {
    ResponseFacts required = facts("x-github-sso: required; url=https://github.com/orgs/a/sso");
    ResponseFacts partial = facts("x-github-sso: partial-results; organizations=21955855,20582480");

    assertEquals(
        Optional.of("https://github.com/orgs/a/sso"),
        assertInstanceOf(Sso.Required.class, required.sso().orElseThrow()).url());
    assertEquals(
        List.of("21955855", "20582480"),
        assertInstanceOf(Sso.Partial.class, partial.sso().orElseThrow()).organizationIds());
    assertTrue(facts().sso().isEmpty());
    assertTrue(facts("x-github-sso: something else").sso().isEmpty());
  }

  @Test
  void aBudgetThatIsUsedUpIsSeen() {
    assertTrue(facts("x-ratelimit-remaining: 0").rateLimitUsedUp());
    assertFalse(facts("x-ratelimit-remaining: 1").rateLimitUsedUp());
    assertFalse(facts("x-ratelimit-remaining: none").rateLimitUsedUp());
    assertEquals(
        Optional.of(Instant.ofEpochSecond(1789748691)),
        facts("x-ratelimit-reset: 1789748691").rateLimitReset());
  }

  @Test
  void retryAfterIsSecondsOrADateByTheServersClock() {
    assertEquals(Optional.of(Duration.ofSeconds(60)), facts("retry-after: 60").retryAfter(NOON));
    assertEquals(
        Optional.of(Duration.ofSeconds(30)),
        facts("date: Tue, 10 Feb 2026 20:14:50 GMT", "retry-after: Tue, 10 Feb 2026 20:15:20 GMT")
            .retryAfter(NOON));
    assertEquals(
        Optional.of(Duration.ofSeconds(5)),
        facts("retry-after: Mon, 01 Jun 2026 12:00:05 GMT").retryAfter(NOON));
    assertEquals(
        Optional.of(Duration.ZERO),
        facts("retry-after: Mon, 01 Jun 2026 11:00:00 GMT").retryAfter(NOON));
    assertEquals(Optional.empty(), facts("retry-after: -5").retryAfter(NOON));
    assertEquals(Optional.empty(), facts().retryAfter(NOON));
  }

  @Test
  void anAnswerIsGitHubsByItsHeadersAndNotByItsStatus() {
    assertTrue(facts("x-github-request-id: 1:2:3").fromGitHub());
    assertTrue(facts("x-github-media-type: github.v3; format=json").fromGitHub());
    assertTrue(facts("server: GitHub.com").fromGitHub());
    assertTrue(facts("server: GitHub-Babel/3.0").fromGitHub());
    assertFalse(facts("server: Zscaler/6.2", "content-type: text/html").fromGitHub());
    assertFalse(facts().fromGitHub());
  }

  private static Instant expiry(String text) {
    Expiry expiry = facts("github-authentication-token-expiration: " + text).expiry();
    return assertInstanceOf(Expiry.At.class, expiry).instant();
  }
}
