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
/// @param operations what descriptions say of the callers of an endpoint
record Sources(JsonNode permissions, JsonNode scopes, JsonNode recorded, Operations operations) {
  /// Reads the files of a directory.
  static Sources read(Path directory) throws IOException {
    return new Sources(
        json(directory.resolve("permissions.json")),
        json(directory.resolve("scopes.json")),
        json(directory.resolve("recorded-headers.json")),
        Operations.read(directory));
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
