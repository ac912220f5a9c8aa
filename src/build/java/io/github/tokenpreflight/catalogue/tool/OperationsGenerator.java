package io.github.tokenpreflight.catalogue.tool;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Endpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Collects what GitHub's OpenAPI descriptions say of each endpoint and no table does: the
/// sentences about who can use it, and the types of its path parameters.
///
/// Arguments: the folder `generated` of npm `@octokit/openapi`, its version, and the day on which
/// it was read. Then `CatalogueGenerator` makes the shipped tables of it.
public final class OperationsGenerator {
  private static final List<String> DESCRIPTIONS = List.of("api.github.com.json", "ghec.json");

  private OperationsGenerator() {}

  public static void main(String[] arguments) throws IOException {
    Map<String, Set<String>> types = new TreeMap<>();
    StringBuilder rows = new StringBuilder();
    Path folder = Path.of(arguments[0]);
    List<JsonNode> descriptions =
        List.of(
            Sources.json(folder.resolve(DESCRIPTIONS.getFirst())),
            Sources.json(folder.resolve(DESCRIPTIONS.getLast())));
    for (Endpoint endpoint : Endpoints.standard().all()) {
      for (JsonNode description : descriptions) {
        if (append(rows, types, endpoint, description)) {
          break;
        }
      }
    }
    Files.writeString(
        Path.of("src/test/resources/catalogue-sources/operations.tsv"),
        head(arguments[1], arguments[2], integers(types)) + rows);
  }

  /// Whether this description knows the endpoint; the one of Enterprise Cloud is asked last.
  static boolean append(
      StringBuilder rows, Map<String, Set<String>> types, Endpoint endpoint, JsonNode description) {
    JsonNode path = description.path("paths").path(endpoint.path());
    JsonNode operation = path.path(endpoint.method().toLowerCase(Locale.ROOT));
    if (operation.isMissingNode()) {
      return false;
    }
    for (String sentence : Sentences.of(operation.path("description").asText())) {
      rows.append(endpoint.signature()).append('\t').append(sentence).append('\n');
    }
    for (JsonNode list : List.of(path.path("parameters"), operation.path("parameters"))) {
      for (JsonNode written : list) {
        JsonNode parameter = resolved(description, written);
        if (parameter.path("in").asText().equals("path")) {
          types
              .computeIfAbsent(parameter.path("name").asText(), _ -> new TreeSet<>())
              .add(resolved(description, parameter.path("schema")).path("type").asText("any"));
        }
      }
    }
    return true;
  }

  /// The names that are integers wherever they stand.
  static String integers(Map<String, Set<String>> types) {
    return types.entrySet().stream()
        .filter(name -> name.getValue().equals(Set.of("integer")))
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(","));
  }

  private static String head(String version, String day, String integers) {
    return "# title: sentences of GitHub's descriptions about who can use an endpoint\n"
        + ("# source: npm @octokit/openapi " + version + " (MIT), generated/*.json,")
        + " made from github/rest-api-description (MIT)\n"
        + ("# captured: " + day + "\n")
        + ("# integers: " + integers + "\n");
  }

  static JsonNode resolved(JsonNode description, JsonNode node) {
    JsonNode found = node;
    while (found.has("$ref")) {
      found = description.at(found.path("$ref").asText().substring(1));
    }
    return found;
  }
}
