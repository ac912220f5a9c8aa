package io.github.tokenpreflight.dist;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// A stand-in for GitHub to train against, over HTTP/2 and TLS 1.3, with recorded answers.
///
/// @param keys what it shows to clients
record TrainingServer(WireMockServer server, TrainingKeys keys) implements AutoCloseable {
  /// A token with this in it is not accepted.
  static final String REJECTED = "Rejected";

  private static final Path FIXTURES = Path.of("src/test/resources/fixtures");

  static TrainingServer start(TrainingKeys keys) throws IOException {
    WireMockServer server =
        new WireMockServer(
            WireMockConfiguration.options()
                .httpDisabled(true)
                .dynamicHttpsPort()
                .bindAddress("127.0.0.1")
                .keystoreType("PKCS12")
                .keystorePath(keys.store().toString())
                .keystorePassword(TrainingKeys.PASSWORD)
                .keyManagerPassword(TrainingKeys.PASSWORD));
    server.start();
    TrainingServer github = new TrainingServer(server, keys);
    github.teach();
    return github;
  }

  /// By name: resolving one is part of what is trained.
  String address() {
    return "https://localhost:" + server.httpsPort();
  }

  @Override
  public void close() {
    server.stop();
  }

  /// What is taught later is looked at first.
  private void teach() throws IOException {
    server.stubFor(any(anyUrl()).willReturn(json(200, "[]")));
    server.stubFor(get("/user").willReturn(recorded("user-200-classic")));
    server.stubFor(
        get("/user/memberships/orgs/acme").willReturn(recorded("org-membership-200-finegrained")));
    server.stubFor(get(urlMatching("/repos/acme/\\w+")).willReturn(recorded("repo-200-classic")));
    for (String service : List.of("git-upload-pack", "git-receive-pack")) {
      String advertised =
          "001f# service=%s\n0000009b%s refs/heads/main\0report-status\n0000"
              .formatted(service, "0".repeat(40));
      server.stubFor(
          get(urlMatching(".*/info/refs\\?service=" + service))
              .willReturn(aResponse().withBody(advertised)));
    }
    server.stubFor(
        get(urlMatching("/repos/acme/site/.*"))
            .willReturn(
                json(403, "{\"message\":\"Resource not accessible by personal access token\"}")
                    .withHeader("X-Accepted-GitHub-Permissions", "issues=read")));
    server.stubFor(get("/rate_limit").willReturn(recorded("rate-limit-200-classic")));
    server.stubFor(
        get("/rate_limit")
            .withHeader("Authorization", containing("github_pat_"))
            .willReturn(recorded("rate-limit-200-classic", "X-OAuth-Scopes")));
    server.stubFor(
        any(anyUrl())
            .withHeader("Authorization", containing(REJECTED))
            .willReturn(recorded("user-401")));
  }

  private static ResponseDefinitionBuilder recorded(String fixture, String... without)
      throws IOException {
    JsonNode answer = new JsonMapper().readTree(FIXTURES.resolve(fixture + ".json").toFile());
    ResponseDefinitionBuilder response =
        json(answer.path("status").asInt(), answer.path("body").toString());
    answer
        .path("headers")
        .properties()
        .forEach(header -> {
          if (header.getKey().startsWith("X-O")
              && header.getValue().isTextual()
              && !List.of(without).contains(header.getKey())) {
            response.withHeader(header.getKey(), header.getValue().asText());
          }
        });
    return response;
  }

  private static ResponseDefinitionBuilder json(int status, String body) {
    ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
    return aResponse()
        .withStatus(status)
        .withHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now))
        .withHeader("Content-Type", "application/json; charset=utf-8")
        .withHeader("X-GitHub-Request-Id", "0000:TRAIN:ING")
        .withBody(body);
  }
}
