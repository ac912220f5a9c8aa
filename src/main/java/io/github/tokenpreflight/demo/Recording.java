package io.github.tokenpreflight.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/// An answer of GitHub as somebody recorded it.
///
/// The recordings are test data of public projects; each file names its source and licence.
public final class Recording {
  private static final JsonMapper JSON = new JsonMapper();

  private final JsonNode root;

  private Recording(JsonNode root) {
    this.root = root;
  }

  /// Loads a recording that ships with the program.
  static Recording load(String name) {
    try (InputStream in = Recording.class.getResourceAsStream(name + ".json")) {
      if (in == null) {
        throw new IllegalArgumentException("no recording named " + name);
      }
      return new Recording(JSON.readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException("a recording that ships with the program is unreadable", e);
    }
  }

  int status() {
    return root.path("status").asInt();
  }

  /// The headers that say something about the token; those of the connection are the server's own.
  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    root.path("headers")
        .properties()
        .forEach(header -> {
          if (header.getKey().startsWith("X-") || header.getKey().startsWith("Content-Type")) {
            headers.put(header.getKey(), header.getValue().asText());
          }
        });
    return headers;
  }

  String body() {
    return root.path("body").toString();
  }

  /// The same answer as if it were given now: every reset is as far ahead as it was then.
  Recording movedTo(Instant now) {
    Instant then =
        Instant.from(
            DateTimeFormatter.RFC_1123_DATE_TIME.parse(root.path("headers").path("Date").asText()));
    JsonNode moved = root.deepCopy();
    long seconds = Duration.between(then, now).toSeconds();
    moved.findParents("reset").forEach(parent -> shift((ObjectNode) parent, seconds));
    return new Recording(moved);
  }

  private static void shift(ObjectNode budget, long seconds) {
    budget.put("reset", budget.path("reset").asLong() + seconds);
  }
}
