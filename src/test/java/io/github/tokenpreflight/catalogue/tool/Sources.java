package io.github.tokenpreflight.catalogue.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The collected data from which the shipped tables are made.
///
/// @param permissions permissions and endpoints
/// @param scopes classic scopes
/// @param recorded what recorded headers said
record Sources(JsonNode permissions, JsonNode scopes, JsonNode recorded) {
  /// Reads the three files of a directory.
  static Sources read(Path directory) throws IOException {
    return new Sources(
        json(directory.resolve("permissions.json")),
        json(directory.resolve("scopes.json")),
        json(directory.resolve("recorded-headers.json")));
  }

  static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(Files.readString(file));
  }

  String tablesCaptured() {
    return permissions.path("meta").path("captured").path("tables").asText();
  }

  /// The version alone: the collected data adds words to it.
  String apiVersion() {
    return permissions.path("meta").path("apiVersion").asText().split(" ", -1)[0];
  }
}
