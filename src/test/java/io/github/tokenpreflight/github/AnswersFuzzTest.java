package io.github.tokenpreflight.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.tokenpreflight.fuzz.Bounded;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a server answers, every reader of answers copes.
class AnswersFuzzTest {
  private static final URI HERE = URI.create("https://api.github.com/repos/acme/site");
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  /// Every header that anything of this package reads.
  private static final List<String> HEADERS =
      List.of(
          "content-type",
          "date",
          "deprecation",
          "github-authentication-token-expiration",
          "location",
          "retry-after",
          "server",
          "sunset",
          "x-accepted-github-permissions",
          "x-accepted-oauth-scopes",
          "x-github-otp",
          "x-github-sso",
          "x-oauth-scopes",
          "x-ratelimit-limit",
          "x-ratelimit-remaining",
          "x-ratelimit-reset",
          "x-ratelimit-used");

  static Stream<byte[]> values() {
    return Stream.of(
            "",
            "60",
            "99999999999999999999",
            "@1770000000",
            "Tue, 10 Feb 2026 20:14:50 GMT",
            "2026-10-03 11:43:41 UTC",
            "2024-06-17 10:06:09 +0100",
            "contents=write; contents=write,workflows=write",
            "repo, read:org",
            "required; url=https://github.com/orgs/acme/sso?authorization_request=1",
            "partial-results; organizations=1,2",
            "application/json; charset=utf-8",
            "https://api.github.com/repositories/1",
            "//elsewhere.example/x")
        .map(text -> text.getBytes(UTF_8));
  }

  @MethodSource("values")
  @FuzzTest
  void everyHeaderIsReadOrIgnored(byte[] value) {
    String text = new String(value, UTF_8);
    Bounded.run(() -> {
      facts(answer(403, "", text));
      HttpDate.parse(text);
      HttpDate.parseExpiry(text);
      Sso.parse(text);
    });
  }

  static Stream<byte[]> bodies() throws IOException {
    Stream<String> own =
        Stream.of(
            "{}",
            "[[[[]]]]",
            "{\"resources\":{\"core\":{\"limit\":5000,\"remaining\":1,\"reset\":1}}}",
            "{\"login\":\"a\",\"type\":\"User\"}",
            "{\"errors\":[{\"type\":\"FORBIDDEN\",\"path\":[\"a\",0],\"message\":\"no\"}]}",
            "{\"total_count\":1}");
    return Stream.concat(own, Fixtures.reported().values().stream().map(Response::body))
        .map(text -> text.getBytes(UTF_8));
  }

  @MethodSource("bodies")
  @FuzzTest
  void everyBodyIsReadOrIgnored(byte[] body) {
    String text = new String(body, UTF_8);
    Bounded.run(() -> {
      Response response = answer(200, text, "application/json");
      Exchange.of(response);
      RateLimits.read(response);
      Payloads.user(response);
      Payloads.repository(response);
      Payloads.membership(response);
      Payloads.installation(response);
      RefusalDecoder.graphQl(response).forEach(part -> check(part.refusal()));
    });
  }

  static Stream<byte[]> refusals() throws IOException {
    return RecordedAnswersTest.sentences().map(text -> text.getBytes(UTF_8));
  }

  /// The first byte chooses the status, the rest is the sentence.
  @MethodSource("refusals")
  @FuzzTest
  void everyRefusalHasAMeaning(byte[] answer) {
    int status = 400 + (answer.length == 0 ? 3 : (answer[0] & 0xff) % 100);
    String sentence = new String(answer, UTF_8);
    Bounded.run(() -> {
      check(RefusalDecoder.decode(answer(status, sentence, "text/plain")));
      for (int usual : List.of(401, 403, 404, 422)) {
        check(RefusalDecoder.decode(answer(usual, sentence, "text/plain")));
      }
    });
  }

  static Stream<byte[]> advertisements() {
    return Stream.of(
            "001f# service=git-receive-pack\n0000000000000000",
            "001e# service=git-upload-pack\n0000015d" + "a".repeat(40) + " HEAD\0side-band",
            "001e# service=git-upload-pack\n0000015d" + "0".repeat(40) + " capabilities^{}\0x",
            "<html>")
        .map(text -> text.getBytes(UTF_8));
  }

  @MethodSource("advertisements")
  @FuzzTest
  void everyAdvertisementIsGitsOrNot(byte[] body) {
    Question question = Replies.git(GitAdvertisement.Service.RECEIVE_PACK);
    Bounded.run(() -> GitAdvertisement.read(Replies.reply(question, 200, new String(body, UTF_8))));
  }

  private static void check(Refusal refusal) {
    assertTrue(refusal.message().length() <= 603, "a message is cut");
    assertFalse(refusal.message().contains("\n"), "a message is one line");
  }

  private static void facts(Response response) {
    ResponseFacts facts = response.facts();
    facts.scopes();
    facts.lacksEveryAcceptedScope();
    facts.acceptedPermissions();
    facts.expiry();
    facts.serverTime();
    facts.retryAfter(NOW).ifPresent(pause -> assertFalse(pause.isNegative()));
    facts.fromGitHub();
    Redirects.next(response, HERE).ifPresent(to -> assertTrue(Address.sameOrigin(to, HERE)));
    Redirects.refusal(response, HERE);
  }

  /// An answer in which every header has this value, and has it twice.
  private static Response answer(int status, String body, String value) {
    Map<String, List<String>> headers = new HashMap<>();
    HEADERS.forEach(name -> headers.put(name, List.of(value, value)));
    HttpHeaders all = HttpHeaders.of(headers, (name, text) -> true);
    return Response.of(Replies.USER, new Response.Wire(status, all, body, false));
  }
}
