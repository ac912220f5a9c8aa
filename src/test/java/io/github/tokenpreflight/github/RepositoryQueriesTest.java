package io.github.tokenpreflight.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import graphql.language.Document;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.ValidationError;
import graphql.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Our queries are valid by GitHub's published schema.
final class RepositoryQueriesTest {
  @ParameterizedTest
  @ValueSource(strings = {"repositories.graphql", "repository-names.graphql"})
  void everyQueryIsValidByGitHubsSchema(String name) throws IOException {
    assertEquals(List.of(), errors(text(RepositoryQueries.class, name)));
  }

  @Test
  void aFieldThatGitHubDoesNotHaveIsFound() throws IOException {
    String document = text(RepositoryQueries.class, "repositories.graphql");

    assertFalse(errors(document.replace("isArchived\n", "isArchive\n")).isEmpty());
    assertFalse(errors(document.replace("$first: Int!", "$first: String!")).isEmpty());
  }

  @Test
  void theValuesOfAQueryAreItsVariables() {
    RepositoryQueries queries =
        RepositoryQueries.of(
            new RepositoryQueries.Listing(
                "acme", Optional.of(false), Optional.of("PRIVATE"), true));

    String body = queries.files(7, Optional.of("c\"1"), Map.of("yml", "HEAD:x")).json();

    for (String value :
        List.of(
            "\"login\":\"acme\"",
            "\"archived\":false",
            "\"visibility\":\"PRIVATE\"",
            "\"topics\":true",
            "\"first\":7",
            "\"after\":\"c\\\"1\"",
            "\"yml\":\"HEAD:x\"")) {
      assertEquals(true, body.contains(value), value);
    }
  }

  private static List<String> errors(String document) throws IOException {
    GraphQLSchema schema =
        UnExecutableSchemaGenerator.makeUnExecutableSchema(
            new SchemaParser().parse(text(RepositoryQueriesTest.class, "/github-schema.graphqls")));
    Document parsed = Parser.parse(document);
    return new Validator()
        .validateDocument(schema, parsed, Locale.ROOT).stream()
            .map(ValidationError::getMessage)
            .toList();
  }

  private static String text(Class<?> home, String name) throws IOException {
    try (InputStream in = home.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
