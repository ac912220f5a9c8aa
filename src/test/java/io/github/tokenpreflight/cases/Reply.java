package io.github.tokenpreflight.cases;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// One answer of the stand-in, as a story writes it:
///
/// - `fixture`: a recorded answer, `NAME`, or `reported-errors/CASE` for one of those; it is given
///   as if it were recorded now: its `Date`, resets and expiry keep their distances,
/// - `status`, `headers`, `body`: replace what was recorded; a header that is `null` is left out,
/// - `merge`: replaces parts of the recorded body,
/// - `git`: the service that Git's smart HTTP protocol announces, in place of a body,
/// - `error`: `reset` cuts the connection, `empty` ends it without an answer.
///
/// GitHub's marks, `Date`, `Content-Type` and `X-GitHub-Request-Id`, are on every answer unless
/// they are `null`.
final class Reply {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path FIXTURES = Path.of("src/test/resources/fixtures");
  private static final String EXPIRY = "github-authentication-token-expiration";
  private static final DateTimeFormatter EXPIRY_FORM =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss XX", Locale.ROOT);
  private static final DateTimeFormatter UTC_EXPIRY_FORM =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /// Headers of the connection are the server's own business.
  private static final List<String> OF_THE_CONNECTION =
      List.of("content-length", "connection", "status", "transfer-encoding");

  private Reply() {}

  static ResponseDefinitionBuilder of(JsonNode answer, Instant now) throws IOException {
    if (answer.has("fault")) {
      return aResponse()
          .withFault(
              switch (answer.path("fault").asText()) {
                case "reset" -> Fault.CONNECTION_RESET_BY_PEER;
                case "empty" -> Fault.EMPTY_RESPONSE;
                default -> throw new IllegalArgumentException("no such error: " + answer);
              });
    }
    JsonNode recorded =
        answer.has("fixture") ? recorded(answer.path("fixture").asText()) : JSON.createObjectNode();
    ResponseDefinitionBuilder response =
        aResponse().withStatus(answer.path("status").asInt(recorded.path("status").asInt(200)));
    headers(recorded, answer, now).forEach(response::withHeader);
    return response.withBody(body(recorded, answer, shift(recorded, now)));
  }

  private static JsonNode recorded(String name) throws IOException {
    String[] parts = name.split("/", 2);
    JsonNode file = JSON.readTree(Files.readString(FIXTURES.resolve(parts[0] + ".json")));
    if (parts.length == 1) {
      return file;
    }
    for (JsonNode one : file.required("cases")) {
      if (one.path("case").asText().equals(parts[1])) {
        return one;
      }
    }
    throw new IllegalArgumentException("no answer was reported as " + parts[1]);
  }

  private static Map<String, String> headers(JsonNode recorded, JsonNode answer, Instant now) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Content-Type", "application/json; charset=utf-8");
    headers.put("X-GitHub-Request-Id", "0A1B:2C3D:4E5F60:7A8B9C:6DEF0123");
    if (answer.has("git")) {
      headers.put(
          "Content-Type", "application/x-" + answer.path("git").asText() + "-advertisement");
    }
    Duration shift = shift(recorded, now);
    recorded
        .path("headers")
        .properties()
        .forEach(
            header -> put(headers, header.getKey(), moved(header.getKey(), text(header), shift)));
    put(headers, "Date", date(now));
    answer
        .path("headers")
        .properties()
        .forEach(header -> {
          if (header.getValue().isNull()) {
            headers.remove(header.getKey());
          } else {
            put(headers, header.getKey(), text(header));
          }
        });
    return headers;
  }

  private static void put(Map<String, String> headers, String name, String value) {
    if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
      headers.put(name, value);
    }
  }

  private static String text(Map.Entry<String, JsonNode> header) {
    JsonNode value = header.getValue();
    return value.isArray() ? value.path(0).asText() : value.asText();
  }

  private static String date(Instant now) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC));
  }

  /// From when it was recorded until now; nothing where the recording does not say when.
  private static Duration shift(JsonNode recorded, Instant now) {
    try {
      String date = recorded.path("headers").path("Date").asText();
      return Duration.between(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)), now);
    } catch (DateTimeException _) {
      return Duration.ZERO;
    }
  }

  private static String moved(String name, String value, Duration shift) {
    if (name.equalsIgnoreCase("X-RateLimit-Reset") && value.matches("\\d+")) {
      return Long.toString(Long.parseLong(value) + shift.toSeconds());
    }
    if (!name.equalsIgnoreCase(EXPIRY)) {
      return value;
    }
    return value.endsWith("UTC")
        ? UTC_EXPIRY_FORM.format(Instant.from(UTC_EXPIRY_FORM.parse(value)).plus(shift))
        : EXPIRY_FORM.format(ZonedDateTime.parse(value, EXPIRY_FORM).plus(shift));
  }

  private static String body(JsonNode recorded, JsonNode answer, Duration shift)
      throws IOException {
    if (answer.has("git")) {
      return advertised(answer.path("git").asText());
    }
    if (answer.has("body")) {
      JsonNode body = answer.path("body");
      return body.isTextual() ? body.asText() : body.toString();
    }
    JsonNode body = recorded.path("body").deepCopy();
    for (JsonNode budget : body.findParents("reset")) {
      ((ObjectNode) budget).put("reset", budget.path("reset").asLong() + shift.toSeconds());
    }
    return answer.has("merge")
        ? JSON.readerForUpdating(body).readValue(answer.path("merge")).toString()
        : body.toString();
  }

  /// The service, a flush, and a first reference with its capabilities.
  ///
  /// Source: Git documentation, "gitprotocol-http" (documented).
  private static String advertised(String service) {
    String first = "0".repeat(39) + "1 HEAD\0side-band-64k agent=git/github-stand-in\n";
    return packet("# service=" + service + "\n") + "0000" + packet(first) + "0000";
  }

  private static String packet(String line) {
    return String.format(Locale.ROOT, "%04x", line.length() + 4) + line;
  }
}
