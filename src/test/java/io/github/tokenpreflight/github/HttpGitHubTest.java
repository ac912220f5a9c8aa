package io.github.tokenpreflight.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.github.tokenpreflight.github.Asking.given;
import static io.github.tokenpreflight.github.Asking.refused;
import static io.github.tokenpreflight.github.Asking.unanswered;
import static io.github.tokenpreflight.github.Stubs.github;
import static io.github.tokenpreflight.github.Stubs.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.tokenpreflight.github.Refusal.Meaning;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HttpGitHubTest {
  @RegisterExtension
  private static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(options().dynamicPort()).build();

  @Test
  void aQuestionCarriesTheTokenAndSaysWhoAsks() {
    SERVER.stubFor(get("/user").willReturn(github(200).withBody("{\"login\": \"octocat\"}")));

    Answer.Given answer = given(asking().get("/user"));

    assertEquals(Optional.of("octocat"), Payloads.login(answer.response()));
    SERVER.verify(
        1,
        getRequestedFor(urlEqualTo("/user"))
            .withHeader("Authorization", equalTo("Bearer " + Replies.token().reveal()))
            .withHeader("Accept", equalTo("application/vnd.github+json"))
            .withHeader("X-GitHub-Api-Version", equalTo("2026-03-10"))
            .withHeader("User-Agent", equalTo("token-preflight/1.2.3")));
  }

  @Test
  void aServerThatIsBrokenOnceIsAskedAgain() {
    inTurn(aResponse().withStatus(502), github(200).withBody("{}"));
    FakeTime time = new FakeTime();

    given(asking().get("/user", time));

    assertEquals(List.of(Duration.ofMillis(500)), time.pauses());
  }

  @Test
  void aServerThatStaysBrokenIsAskedThreeTimesAndJudgesNobody() {
    SERVER.stubFor(get("/user").willReturn(aResponse().withStatus(503)));

    Answer.Unanswered answer = unanswered(asking().get("/user"));

    assertEquals(3, answer.attempts());
    assertEquals("localhost answered HTTP 503", answer.words());
    assertEquals(503, answer.response().orElseThrow().status());
    SERVER.verify(3, getRequestedFor(urlEqualTo("/user")));
  }

  @Test
  void badCredentialsAreAskedThreeTimesBeforeTheyAreBelieved() {
    SERVER.stubFor(get("/user").willReturn(says(401, "Bad credentials")));
    FakeTime time = new FakeTime();

    Answer.Refused answer = refused(asking().get("/user", time));

    assertEquals(Meaning.BAD_CREDENTIALS, answer.refusal().meaning());
    assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2)), time.pauses());
    SERVER.verify(3, getRequestedFor(urlEqualTo("/user")));
  }

  @Test
  void aRefusalThatPassesIsNoRefusal() {
    inTurn(says(401, "Bad credentials"), github(200).withBody("{}"));

    given(asking().get("/user"));
  }

  @Test
  void aRetryAfterBeyondTheDeadlineEndsTheQuestion() {
    SERVER.stubFor(
        get("/user")
            .willReturn(
                says(429, "You have exceeded a secondary rate limit.")
                    .withHeader("Retry-After", "61")));
    FakeTime time = new FakeTime();

    Answer.Unanswered answer = unanswered(asking().get("/user", time));

    assertEquals(Optional.of(FakeTime.START.plusSeconds(61)), answer.retryAt());
    assertEquals(List.of(), time.pauses());
    SERVER.verify(1, getRequestedFor(urlEqualTo("/user")));
  }

  @Test
  void aRetryAfterThatFitsIsHonoured() {
    inTurn(
        says(403, "You have exceeded a secondary rate limit.").withHeader("Retry-After", "8"),
        github(200).withBody("{}"));
    FakeTime time = new FakeTime();

    given(asking().get("/user", time));

    assertEquals(List.of(Duration.ofSeconds(8)), time.pauses());
  }

  @Test
  void noQuestionIsAskedOnceTheTimeIsUp() {
    FakeTime time = new FakeTime();

    try (GitHub github = asking().github(time)) {
      time.sleep(Duration.ofMinutes(2));
      Answer.Unanswered answer =
          unanswered(github.ask(Replies.token(), Question.get(asking().host().api("/user"), "")));

      assertEquals("the time limit of 60 s was up", answer.words());
      assertEquals(0, answer.attempts());
    }
    SERVER.verify(0, anyRequestedFor(anyUrl()));
  }

  @Test
  void aRefusalIsDecodedOnce() {
    SERVER.stubFor(get("/user").willReturn(says(403, "Resource not accessible by integration")));

    Answer.Refused answer = refused(asking().get("/user"));

    assertEquals(Meaning.MISSING_PERMISSION, answer.refusal().meaning());
    SERVER.verify(1, getRequestedFor(urlEqualTo("/user")));
  }

  @Test
  void aProxysPageIsNotGitHubsRefusalAndAPortalsPageIsNotItsAnswer() {
    for (int status : new int[] {200, 401, 403, 404}) {
      SERVER.stubFor(
          get("/user")
              .willReturn(
                  aResponse()
                      .withStatus(status)
                      .withHeader("Content-Type", "text/html; charset=utf-8")
                      .withBody("<html><title>Access denied</title></html>")));

      Answer.Unanswered answer = unanswered(asking().get("/user"));

      assertEquals(
          "something other than GitHub answered for localhost: HTTP " + status + ", text/html",
          answer.words());
    }
  }

  @Test
  void anOlderServerIsAskedInTheOlderVersionFromThenOn() {
    SERVER.stubFor(
        get(anyUrl())
            .withHeader("X-GitHub-Api-Version", equalTo("2026-03-10"))
            .willReturn(
                says(
                    400,
                    "The version you specified in the 'X-GitHub-API-Version' request header is not"
                        + " a supported version.")));
    SERVER.stubFor(
        get(anyUrl())
            .withHeader("X-GitHub-Api-Version", equalTo("2022-11-28"))
            .willReturn(github(200).withBody("{}")));

    try (GitHub github = asking().github(new FakeTime())) {
      for (String path : List.of("/user", "/rate_limit", "/meta")) {
        given(github.ask(Replies.token(), Question.get(asking().host().api(path), "")));
      }
    }

    SERVER.verify(
        1, anyRequestedFor(anyUrl()).withHeader("X-GitHub-Api-Version", equalTo("2026-03-10")));
    SERVER.verify(
        3, anyRequestedFor(anyUrl()).withHeader("X-GitHub-Api-Version", equalTo("2022-11-28")));
  }

  @Test
  void aWriteIsSentOnceWhateverTheAnswer() {
    Map<String, ResponseDefinitionBuilder> answers =
        Map.of(
            "/version",
                says(
                    400,
                    "The version you specified in the 'X-GitHub-API-Version' request header is not a supported version."),
            "/bad", says(401, "Bad credentials"),
            "/slow",
                says(403, "You have exceeded a secondary rate limit")
                    .withHeader("Retry-After", "1"),
            "/down", github(503),
            "/gone", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    answers.forEach((path, answer) -> SERVER.stubFor(post(path).willReturn(answer)));

    try (GitHub github = asking().github(new FakeTime())) {
      for (String path : answers.keySet()) {
        github.ask(Replies.token(), Question.rejectedPost(asking().host().api(path), ""));
        SERVER.verify(1, postRequestedFor(urlEqualTo(path)));
      }
    }
  }

  @Test
  void aTokenThatTheServerSendsBackIsTakenOutBeforeAnythingReadsIt() {
    String token = Replies.token().reveal();
    SERVER.stubFor(
        get("/user")
            .willReturn(
                github(403)
                    .withHeader("X-GitHub-SSO", "required; url=https://github.test/" + token)
                    .withBody("{\"message\": \"" + "x ".repeat(295) + token + "\"}")));

    Response response = refused(asking().get("/user")).response();

    assertFalse(response.body().contains(token), response.body());
    assertFalse(response.line().contains(token.substring(0, 12)), response.line());
    assertEquals(
        Optional.of(new Sso.Required(Optional.of("https://github.test/***"))),
        response.facts().sso());
  }

  @Test
  void aTokenBehindEscapesIsTakenOutBeforeTheMessageIsCut() {
    String token = Replies.token().reveal();
    StringBuilder escaped = new StringBuilder();
    token.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
    SERVER.stubFor(
        get("/user")
            .willReturn(
                github(403).withBody("{\"message\": \"" + "x ".repeat(290) + escaped + "\"}")));

    String line = refused(asking().get("/user")).response().line();

    assertFalse(line.contains(token.substring(0, 12)), line);
  }

  @Test
  void aHugeBodyIsCutAndNotRead() {
    String huge = "{\"login\": \"" + "x".repeat(300 * 1024) + "\"}";
    SERVER.stubFor(get("/user").willReturn(github(200).withBody(huge)));

    Response response = given(asking().get("/user")).response();

    assertTrue(response.truncated());
    assertEquals(Transport.API_CAP_BYTES, response.body().length());
    assertEquals("HTTP 200 (body cut)", response.line());
    assertTrue(Payloads.login(response).isEmpty());
  }

  @Test
  void aBodyUpToTheCapIsWhole() {
    String full = "\"" + "x".repeat(Transport.API_CAP_BYTES - 2) + "\"";
    SERVER.stubFor(get("/user").willReturn(github(200).withBody(full)));

    assertFalse(given(asking().get("/user")).response().truncated());
  }

  @Test
  void aSuccessThatTheApiDoesNotGiveIsNoAnswer() {
    for (ResponseDefinitionBuilder odd :
        List.of(
            github(200).withBody(new byte[] {0, (byte) 0xff, 123, 34}),
            github(200).withBody(""),
            github(206).withBody("{}"),
            github(200).withHeader("Content-Type", "text/html").withBody("{}"))) {
      SERVER.stubFor(get("/user").willReturn(odd));

      String words = unanswered(asking().get("/user")).words();
      assertTrue(words.endsWith("which is no answer of the API"), words);
    }
  }

  @Test
  void anInterruptEndsTheQuestionAndIsPassedOn() {
    SERVER.stubFor(get("/user").willReturn(github(200).withBody("{}")));

    Thread.currentThread().interrupt();
    Answer answer = asking().get("/user");

    assertTrue(Thread.interrupted());
    assertEquals("the check was interrupted", unanswered(answer).words());
  }

  private static Asking asking() {
    return Asking.plainly(SERVER.getPort());
  }

  private static void inTurn(ResponseDefinitionBuilder first, ResponseDefinitionBuilder second) {
    SERVER.stubFor(
        get("/user")
            .inScenario("turns")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(first)
            .willSetStateTo("second"));
    SERVER.stubFor(
        get("/user").inScenario("turns").whenScenarioStateIs("second").willReturn(second));
  }
}
