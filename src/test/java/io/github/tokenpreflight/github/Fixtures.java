package io.github.tokenpreflight.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The answers under `src/test/resources/fixtures`, as if they had come over the wire.
final class Fixtures {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Fixtures() {}

  /// The names of all files.
  static List<String> names() {
    try (Stream<Path> files = Files.list(Path.of(home()))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .sorted()
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// One recorded answer.
  static Response recorded(String name) {
    return response(json(name + ".json"));
  }

  /// One published answer, by its title.
  static Map<String, Response> reported() {
    Map<String, Response> all = new LinkedHashMap<>();
    for (JsonNode entry : json("reported-errors.json").path("cases")) {
      all.put(entry.path("case").asText(), response(entry));
    }
    return all;
  }

  /// The published answer with this title.
  static Response reported(String title) {
    return Objects.requireNonNull(reported().get(title), title);
  }

  /// The example body of an endpoint in GitHub's OpenAPI description.
  static Response example(String request) {
    for (JsonNode entry : json("openapi-examples.json").path("examples")) {
      if (entry.path("request").asText().equals(request)) {
        return response(entry);
      }
    }
    throw new IllegalArgumentException(request);
  }

  static JsonNode json(String name) {
    try (InputStream in = Fixtures.class.getResourceAsStream("/fixtures/" + name)) {
      return MAPPER.readTree(Objects.requireNonNull(in, name));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Response response(JsonNode entry) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("content-type", List.of("application/json; charset=utf-8"));
    for (Map.Entry<String, JsonNode> header : entry.path("headers").properties()) {
      List<String> values = new ArrayList<>();
      if (header.getValue().isArray()) {
        header.getValue().forEach(value -> values.add(value.asText()));
      } else {
        values.add(header.getValue().asText());
      }
      headers.put(header.getKey().toLowerCase(java.util.Locale.ROOT), values);
    }
    Response.Wire wire =
        new Response.Wire(
            entry.path("status").asInt(200),
            HttpHeaders.of(headers, (name, value) -> true),
            entry.path("body").toString(),
            false);
    return Response.of(question(entry.path("request")), wire);
  }

  private static Question question(JsonNode request) {
    String line =
        request.isObject()
            ? request.path("method").asText() + " " + request.path("url").asText()
            : request.asText("GET /");
    String[] parts = line.split(" ", 2);
    URI uri = URI.create("https://api.github.com" + parts[parts.length - 1].replaceAll("[{}]", ""));
    return new Question(parts[0], uri, "a fixture", Question.Door.API, Optional.empty());
  }

  private static URI home() {
    try {
      return Objects.requireNonNull(Fixtures.class.getResource("/fixtures")).toURI();
    } catch (URISyntaxException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
