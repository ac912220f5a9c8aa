package io.github.tokenpreflight.catalogue.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RequiredFieldsGeneratorTest {
  /// The form of GitHub's OpenAPI description, in small.
  private static final String DESCRIPTION =
      """
      {
        "paths": {
          "/repos/{owner}/{repo}/issues": {
            "post": {"requestBody": {"content": {"application/json": {
              "schema": {"$ref": "#/components/schemas/issue"}}}}},
            "get": {}
          },
          "/repos/{owner}/{repo}/forks": {
            "post": {"requestBody": {"content": {"application/json": {
              "schema": {"type": "object", "properties": {"name": {"type": "string"}}}}}}}
          },
          "/gists": {
            "post": {"requestBody": {"content": {"application/json": {
              "schema": {"type": "object", "required": ["files"], "oneOf": []}}}}}
          },
          "/nobody/knows/this": {
            "post": {"requestBody": {"content": {"application/json": {
              "schema": {"type": "object", "required": ["name"]}}}}}
          }
        },
        "components": {"schemas": {"issue": {"type": "object", "required": ["title"]}}}
      }
      """;

  @Test
  void onlyPlainBodiesOfKnownEndpointsWithRequiredFieldsMakeARow() throws IOException {
    String table =
        RequiredFieldsGenerator.table(new JsonMapper().readTree(DESCRIPTION), "1.0", "2026-01-02");

    List<String> rows = table.lines().filter(line -> !line.startsWith("#")).toList();
    assertEquals(List.of("POST /repos/{owner}/{repo}/issues\ttitle"), rows);
  }
}
