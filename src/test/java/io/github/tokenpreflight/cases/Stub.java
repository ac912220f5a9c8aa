package io.github.tokenpreflight.cases;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// One file of a story's `github/` folder: what the stand-in for GitHub answers to one request.
///
/// ```json
/// {
///   "source": "where the answer comes from, and when it was given",
///   "request": {"method": "GET", "url": "/rate_limit", "token": "RELEASE_TOKEN"},
///   "answers": [{"fixture": "rate-limit-200-classic", "headers": {"X-OAuth-Scopes": "repo"}}]
/// }
/// ```
///
/// `@NAME@` stands for the token in the variable NAME. With `token` only requests that carry it are
/// answered; `headers` of the request must be there as they are written. Several answers are given
/// one after the other; the last one stays. [Reply] says what an answer may hold.
final class Stub {
  private static final JsonMapper JSON = new JsonMapper();

  private Stub() {}

  /// Teaches the server the answers of one file.
  ///
  /// @param now when the answers are given
  static void install(WireMockServer server, Path file, Map<String, String> tokens, Instant now)
      throws IOException {
    String text = Files.readString(file);
    for (Map.Entry<String, String> token : tokens.entrySet()) {
      text = text.replace("@" + token.getKey() + "@", token.getValue());
    }
    JsonNode stub = JSON.readTree(text);
    if (stub.path("source").asText().isEmpty()) {
      throw new IllegalArgumentException(file + " names no source");
    }
    List<JsonNode> answers = new ArrayList<>();
    stub.required("answers").forEach(answers::add);
    for (int i = 0; i < answers.size(); i++) {
      MappingBuilder mapping =
          asked(stub.required("request"), tokens)
              .inScenario(file.getFileName().toString())
              .whenScenarioStateIs(state(i))
              .willSetStateTo(state(Math.min(i + 1, answers.size() - 1)))
              .willReturn(Reply.of(answers.get(i), now));
      server.stubFor(mapping);
    }
  }

  private static String state(int index) {
    return index == 0 ? Scenario.STARTED : "answer " + index;
  }

  private static MappingBuilder asked(JsonNode request, Map<String, String> tokens) {
    MappingBuilder mapping =
        request(request.required("method").asText(), urlEqualTo(request.required("url").asText()));
    JsonNode token = request.path("token");
    if (token.isTextual()) {
      mapping.withHeader("Authorization", matching(carrying(tokens.get(token.asText()).strip())));
    }
    request
        .path("headers")
        .properties()
        .forEach(
            header -> mapping.withHeader(header.getKey(), equalTo(header.getValue().asText())));
    return mapping;
  }

  /// Both ways in which a token travels: to the API, and to Git.
  private static String carrying(String token) {
    byte[] pair = ("x-access-token:" + token).getBytes(StandardCharsets.UTF_8);
    return Pattern.quote("Bearer " + token)
        + "|"
        + Pattern.quote("Basic " + Base64.getEncoder().encodeToString(pair));
  }
}
