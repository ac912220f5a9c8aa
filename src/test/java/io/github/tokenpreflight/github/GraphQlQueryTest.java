package io.github.tokenpreflight.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GraphQlQueryTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "mutation { a }",
        "subscription { a }",
        "query { a } mutation { b }",
        "query { a }mutation{ b }",
        "fragment f on X { a } mutation { b }",
        "query { a",
        "query { a(x: \"}mutation{\") }",
        "query { a } # } mutation { b }",
        "{ a }",
        ""
      })
  void onlyQueriesCanBeBuilt(String document) {
    assertThrows(IllegalArgumentException.class, () -> GraphQlQuery.of(document, Map.of()));
  }

  @Test
  void aFieldMayBeCalledMutation() {
    assertEquals(
        "{\"query\":\"query { mutation }\",\"variables\":{}}",
        GraphQlQuery.of("query { mutation }", Map.of()).json());
  }

  @Test
  void valuesTravelBesideTheDocument() {
    String hostile = "\"}) { x } mutation { deleteRepository";

    assertEquals(
        "{\"query\":\"query { a }\",\"variables\":{\"x\":\"\\\"}) { x } mutation {"
            + " deleteRepository\"}}",
        GraphQlQuery.of("query { a }", Map.of("x", hostile)).json());
  }
}
