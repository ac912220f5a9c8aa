package io.github.tokenpreflight.catalogue.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.tokenpreflight.catalogue.Endpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Makes the table of required body fields from GitHub's OpenAPI description, as npm
/// `@octokit/openapi` ships it in `generated/api.github.com.json`.
///
/// Arguments: the file, its version, and the day on which it was read.
public final class RequiredFieldsGenerator {
  static final Path TABLE =
      Path.of("src/main/resources/io/github/tokenpreflight/catalogue/required-fields.tsv");

  private RequiredFieldsGenerator() {}

  public static void main(String[] arguments) throws IOException {
    JsonNode description = new JsonMapper().readTree(Path.of(arguments[0]).toFile());
    Files.writeString(TABLE, table(description, arguments[1], arguments[2]));
  }

  /// The text of the table. Bodies with alternatives are left out: what they require depends.
  static String table(JsonNode description, String version, String day) {
    Map<String, String> rows = new TreeMap<>();
    for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
      JsonNode post = path.getValue().path("post");
      JsonNode schema =
          OperationsGenerator.resolved(
              description,
              OperationsGenerator.resolved(description, post.path("requestBody"))
                  .path("content")
                  .path("application/json")
                  .path("schema"));
      boolean plain = !schema.has("oneOf") && !schema.has("anyOf") && !schema.has("allOf");
      boolean known = Endpoints.standard().find("POST", path.getKey()).isPresent();
      if (known && plain && schema.path("type").asText().equals("object")) {
        List<String> fields = new ArrayList<>();
        schema.path("required").forEach(field -> fields.add(field.asText()));
        if (!fields.isEmpty()) {
          rows.put("POST " + path.getKey(), String.join(",", fields));
        }
      }
    }
    StringBuilder table = new StringBuilder();
    table.append("# title: fields that a POST cannot do without\n");
    table.append("# source: npm @octokit/openapi ").append(version);
    table.append(" (MIT), generated/api.github.com.json,");
    table.append(" made from github/rest-api-description (MIT)\n");
    table.append("# captured: ").append(day).append('\n');
    table.append("# apiVersion: 2022-11-28\n");
    rows.forEach((call, fields) -> table.append(call).append('\t').append(fields).append('\n'));
    return table.toString();
  }
}
