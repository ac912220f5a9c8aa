package io.github.tokenpreflight.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every answer of `fixtures/recorded-answers.jsonl` through the decoder: real answers that test
/// suites recorded (`recorded`) or people published (`captured`, `quoted`). Each row names its
/// source, what a person read out of it (`reading`) and what it has to mean (`means`): a
/// [Refusal.Meaning], `LOST` for no answer at all, or `-` where nothing was refused over HTTP.
class RecordedAnswersTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void everyAnswerMeansWhatItsRowSays() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    Map<String, String> decoded = new TreeMap<>();
    for (JsonNode row : rows()) {
      String title = row.path("id").asText() + " " + row.path("message").asText();
      expected.put(title, row.path("means").asText());
      decoded.put(title, meaning(row));
    }

    assertEquals(lines(expected), lines(decoded));
  }

  @Test
  void everyAnswerNamesItsSourceAndCertainty() throws IOException {
    List<JsonNode> rows = rows();

    assertEquals(176, rows.size());
    for (JsonNode row : rows) {
      assertTrue(row.path("source").isTextual(), row.toString());
      assertTrue(
          List.of("recorded", "captured", "quoted").contains(row.path("certainty").asText()),
          row.toString());
    }
  }

  /// Captured once: status 500, no body, and the permission that was missing in the header.
  @Test
  void aRefusalThatComesAs500IsNoAnswerWhateverItsHeadersName() {
    Response broken =
        Replies.reply(
            500,
            "",
            "server: github.com",
            "content-length: 0",
            "x-accepted-github-permissions: contents=write");

    assertInstanceOf(Exchange.Lost.class, Exchange.of(broken));
  }

  /// Every sentence that was ever recorded.
  static Stream<String> sentences() throws IOException {
    return rows().stream().map(row -> onTheWire(row.path("message").asText())).distinct();
  }

  private static String lines(Map<String, String> table) {
    return String.join(
        "\n", table.entrySet().stream().map(e -> e.getValue() + "  " + e.getKey()).toList());
  }

  private static String meaning(JsonNode row) {
    int status = row.path("status").asInt();
    Response response = response(row, status);
    if (row.has("graphql_errors")) {
      return RefusalDecoder.graphQl(response).getFirst().refusal().meaning().name();
    }
    if (status >= 500) {
      return Exchange.of(response) instanceof Exchange.Lost ? "LOST" : "answered";
    }
    return status >= 400 ? RefusalDecoder.decode(response).meaning().name() : "-";
  }

  private static Response response(JsonNode row, int status) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", "application/json");
    headers.put("server", "github.com");
    row.path("headers").properties().forEach(h -> headers.put(h.getKey(), h.getValue().asText()));
    String[] lines =
        headers.entrySet().stream()
            .map(h -> h.getKey() + ": " + h.getValue())
            .toArray(String[]::new);
    boolean plain = headers.getOrDefault("content-type", "").startsWith("text/plain");
    String body = plain ? onTheWire(row.path("message").asText()) : body(row).toString();
    return Replies.reply(status, body, lines);
  }

  private static ObjectNode body(JsonNode row) {
    ObjectNode body = MAPPER.createObjectNode();
    String message = onTheWire(row.path("message").asText());
    if (row.has("graphql_errors")) {
      ObjectNode error = row.path("graphql_errors").path(0).deepCopy();
      error.put("message", message);
      body.putArray("errors").add(error);
    } else if (!message.isEmpty()) {
      body.put("message", message);
    }
    return body;
  }

  /// Without what Git (`remote: `) and `gh` (the path of a GraphQL error) put around a sentence.
  private static String onTheWire(String message) {
    return message.replaceFirst("^remote: ", "").replaceFirst(" \\(repository\\.\\S+\\)$", "");
  }

  private static List<JsonNode> rows() throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    try (InputStream in =
        RecordedAnswersTest.class.getResourceAsStream("/fixtures/recorded-answers.jsonl")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().toList()) {
        rows.add(MAPPER.readTree(line));
      }
    }
    return rows;
  }
}
