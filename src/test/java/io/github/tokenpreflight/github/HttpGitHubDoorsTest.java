package io.github.tokenpreflight.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.github.tokenpreflight.github.Asking.given;
import static io.github.tokenpreflight.github.Asking.refused;
import static io.github.tokenpreflight.github.Asking.unanswered;
import static io.github.tokenpreflight.github.Stubs.github;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.tokenpreflight.github.GitAdvertisement.Service;
import io.github.tokenpreflight.github.Refusal.Meaning;
import io.github.tokenpreflight.token.Token;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Where the token goes: redirects, writes and the door of Git.
class HttpGitHubDoorsTest {
  @RegisterExtension
  private static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(options().dynamicPort()).build();

  @RegisterExtension
  private static final WireMockExtension OTHER =
      WireMockExtension.newInstance().options(options().dynamicPort()).build();

  @Test
  void aRenamedRepositoryIsFollowedOnTheSameServer() {
    SERVER.stubFor(
        get("/repos/acme/old")
            .willReturn(github(301).withHeader("Location", asking().server() + "/repositories/7")));
    SERVER.stubFor(
        get("/repositories/7").willReturn(github(307).withHeader("Location", "/repositories/8")));
    SERVER.stubFor(get("/repositories/8").willReturn(github(200).withBody("{\"id\": 8}")));

    assertEquals("{\"id\": 8}", given(asking().get("/repos/acme/old")).response().body());
  }

  @Test
  void aRedirectToAnotherServerIsNotFollowedAndTheOtherServerHearsNothing() {
    String elsewhere = "http://localhost:" + OTHER.getPort() + "/user";
    SERVER.stubFor(get("/user").willReturn(github(302).withHeader("Location", elsewhere)));

    Answer.Unanswered answer = unanswered(asking().get("/user"));

    assertEquals(
        "localhost redirects to another server, http://localhost:"
            + OTHER.getPort()
            + ", where the token is not sent",
        answer.words());
    OTHER.verify(0, anyRequestedFor(anyUrl()));
    SERVER.verify(1, anyRequestedFor(anyUrl()));
  }

  @Test
  void aCircleOfRedirectsEnds() {
    SERVER.stubFor(get("/user").willReturn(github(302).withHeader("Location", "/user")));

    assertEquals("localhost redirects again and again", unanswered(asking().get("/user")).words());
    SERVER.verify(4, getRequestedFor(urlEqualTo("/user")));
  }

  @Test
  void aWriteIsNeitherRedirectedNorRepeated() {
    SERVER.stubFor(post("/labels").willReturn(github(307).withHeader("Location", "/other")));
    SERVER.stubFor(post("/issues").willReturn(aResponse().withStatus(502)));

    assertEquals("localhost redirects a POST", unanswered(write("/labels")).words());
    assertEquals(1, unanswered(write("/issues")).attempts());
  }

  @Test
  void aGraphQlQueryIsNotSentAgainAsItIsAndItsLimitIsSeenBehindThe200() {
    SERVER.stubFor(
        post("/graphql")
            .willReturn(
                github(200)
                    .withHeader("X-RateLimit-Reset", "1780318800")
                    .withBody(
                        "{\"errors\": [{\"type\": \"RATE_LIMITED\", \"message\":"
                            + " \"API rate limit already exceeded for user ID 1.\"}]}")));
    assertTrue(unanswered(query()).retryAt().isPresent());

    SERVER.stubFor(post("/graphql").willReturn(aResponse().withStatus(502)));
    assertEquals(1, unanswered(query()).attempts());
  }

  @Test
  void gitIsAskedWithBasicCredentialsAndOnlyItsFirstPacketIsRead() {
    String path = "/acme/site.git/info/refs?service=git-upload-pack";
    String start = "001e# service=git-upload-pack\n00000155" + "a1".repeat(20) + " HEAD\0caps\n";
    SERVER.stubFor(
        get(path).willReturn(aResponse().withStatus(200).withBody(start + "x".repeat(100_000))));

    Response response = given(git(Service.UPLOAD_PACK)).response();

    assertEquals(Transport.GIT_CAP_BYTES, response.body().length());
    String basic = "x-access-token:" + Replies.token().reveal();
    SERVER.verify(
        1,
        getRequestedFor(urlEqualTo(path))
            .withoutHeader("X-GitHub-Api-Version")
            .withHeader(
                "Authorization",
                equalTo(
                    "Basic "
                        + Base64.getEncoder()
                            .encodeToString(basic.getBytes(StandardCharsets.US_ASCII)))));
  }

  @Test
  void aRefusedPushIsARefusalAndAPortalIsNot() {
    String path = "/acme/site.git/info/refs?service=git-receive-pack";
    ResponseDefinitionBuilder denied =
        aResponse()
            .withStatus(403)
            .withHeader("Content-Type", "text/plain; charset=UTF-8")
            .withBody("Write access to repository not granted.\n");
    SERVER.stubFor(get(path).willReturn(denied.withHeader("Server", "GitHub-Babel/3.0")));
    assertEquals(Meaning.GIT_DENIED, refused(git(Service.RECEIVE_PACK)).refusal().meaning());

    SERVER.stubFor(
        get(path).willReturn(aResponse().withStatus(200).withBody("<html>Sign in</html>")));
    assertEquals(
        "localhost answered without Git's smart HTTP protocol",
        unanswered(git(Service.RECEIVE_PACK)).words());
  }

  @Test
  void aCallerWhoWouldSendTheTokenAwayIsStopped() {
    try (GitHub github = asking().github(new FakeTime())) {
      Question away = Question.get(URI.create("http://localhost:" + OTHER.getPort() + "/"), "");
      assertThrows(IllegalArgumentException.class, () -> github.ask(Replies.token(), away));

      Token broken = Token.of("ghp_" + "x".repeat(9) + "\nmore").orElseThrow();
      Question user = Question.get(asking().host().api("/user"), "");
      IllegalArgumentException bug =
          assertThrows(IllegalArgumentException.class, () -> github.ask(broken, user));
      assertFalse(String.valueOf(bug.getMessage()).contains("more"), bug.getMessage());
    }
    OTHER.verify(0, anyRequestedFor(anyUrl()));
  }

  @Test
  void manyMayAskAtOnce() throws InterruptedException {
    SERVER.stubFor(get(anyUrl()).willReturn(github(200).withBody("{}")));

    try (GitHub github = asking().github(new FakeTime())) {
      List<Thread> threads =
          IntStream.range(0, 20)
              .mapToObj(i -> Question.get(asking().host().api("/" + i), ""))
              .map(question ->
                  Thread.ofVirtual().start(() -> given(github.ask(Replies.token(), question))))
              .toList();
      for (Thread thread : threads) {
        thread.join();
      }
    }
    SERVER.verify(20, anyRequestedFor(anyUrl()));
  }

  private static Asking asking() {
    return Asking.plainly(SERVER.getPort());
  }

  private static Answer write(String path) {
    try (GitHub github = asking().github(new FakeTime())) {
      URI uri = asking().host().api(path);
      return github.ask(
          Replies.token(),
          new Question("POST", uri, "a probe", Question.Door.API, Optional.of("{}")));
    }
  }

  private static Answer query() {
    try (GitHub github = asking().github(new FakeTime())) {
      URI uri = asking().host().api("/graphql");
      GraphQlQuery query = GraphQlQuery.of("query { viewer { login } }", Map.of());
      return github.ask(Replies.token(), Question.query(uri, "a query", query));
    }
  }

  private static Answer git(Service service) {
    try (GitHub github = asking().github(new FakeTime())) {
      URI uri = asking().host().gitAdvertisement("acme", "site", service);
      return github.ask(
          Replies.token(), new Question("GET", uri, "git", Question.Door.GIT, Optional.empty()));
    }
  }
}
