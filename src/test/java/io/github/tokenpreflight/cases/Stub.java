package io.github.tokenpreflight.cases;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One file of a story's `github/` folder: what the stand-in for GitHub answers to one request.
///
/// ```json
/// {
///   "source": "where the answer comes from, and when it was given",
///   "request": {"method": "GET", "url": "/rate_limit", "token": "RELEASE_TOKEN"},
///   "answers": [{"fixture": "rate-limit-200-classic", "headers": {"Date": "..."}, "body": {}}]
/// }
/// ```
///
/// Several answers are given one after the other; the last one stays. `fixture` names a recorded
/// answer, whose status, headers and body the other keys replace; a header that is `null` is left
/// out. `fault: reset` cuts the connection.
final class Stub {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path FIXTURES = Path.of("src/test/resources/fixtures");

  private Stub() {}

  /// Teaches the server the answers of one file.
  static void install(WireMockServer server, Path file, Map<String, String> tokens)
      throws IOException {
    JsonNode stub = JSON.readTree(Files.readString(file));
    if (stub.path("source").asText().isEmpty()) {
      throw new IllegalArgumentException(file + " names no source");
    }
    List<JsonNode> answers = new ArrayList<>();
    stub.required("answers").forEach(answers::add);
    for (int i = 0; i < answers.size(); i++) {
      MappingBuilder mapping =
          request(
                  stub.required("request").required("method").asText(),
                  urlEqualTo(stub.required("request").required("url").asText()))
              .inScenario(file.getFileName().toString())
              .whenScenarioStateIs(state(i))
              .willSetStateTo(state(Math.min(i + 1, answers.size() - 1)))
              .willReturn(response(answers.get(i)));
      JsonNode token = stub.path("request").path("token");
      if (token.isTextual()) {
        mapping.withHeader("Authorization", equalTo("Bearer " + tokens.get(token.asText())));
      }
      server.stubFor(mapping);
    }
  }

  private static String state(int index) {
    return index == 0 ? Scenario.STARTED : "answer " + index;
  }

  private static ResponseDefinitionBuilder response(JsonNode answer) throws IOException {
    if (answer.path("fault").asText().equals("reset")) {
      return aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
    }
    JsonNode recorded =
        answer.has("fixture")
            ? JSON.readTree(
                Files.readString(FIXTURES.resolve(answer.path("fixture").asText() + ".json")))
            : JSON.createObjectNode();
    ResponseDefinitionBuilder response =
        aResponse().withStatus(answer.path("status").asInt(recorded.path("status").asInt(200)));
    headers(recorded, answer).forEach(response::withHeader);
    JsonNode body = answer.has("body") ? answer.get("body") : recorded.path("body");
    return response.withBody(body.isTextual() ? body.asText() : body.toString());
  }

  private static Map<String, String> headers(JsonNode recorded, JsonNode answer) {
    Map<String, String> headers = new LinkedHashMap<>();
    recorded
        .path("headers")
        .properties()
        .forEach(header -> put(headers, header.getKey(), header.getValue()));
    answer
        .path("headers")
        .properties()
        .forEach(header -> {
          headers.keySet().removeIf(header.getKey()::equalsIgnoreCase);
          if (!header.getValue().isNull()) {
            put(headers, header.getKey(), header.getValue());
          }
        });
    return headers;
  }

  /// Headers of the connection are the server's own business.
  private static void put(Map<String, String> headers, String name, JsonNode value) {
    if (!List.of("content-length", "connection", "status", "transfer-encoding")
        .contains(name.toLowerCase(java.util.Locale.ROOT))) {
      headers.put(name, value.isArray() ? value.path(0).asText() : value.asText());
    }
  }
}
