package io.github.tokenpreflight.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RequiredFieldsTest {
  @Test
  void anIssueCannotDoWithoutItsTitle() {
    assertEquals(List.of("title"), of("/repos/{owner}/{repo}/issues"));
  }

  @Test
  void anEndpointWithoutRequiredFieldsHasNone() {
    assertEquals(List.of(), of("/repos/{owner}/{repo}/forks"));
  }

  @Test
  void everyRowIsAnEndpointOfTheCatalogue() {
    List<String> unknown =
        Catalogue.rows(Catalogue.text("required-fields.tsv"), 2).stream()
            .map(List::getFirst)
            .filter(call -> Endpoints.standard().find("POST", call.substring(5)).isEmpty())
            .toList();

    assertTrue(unknown.isEmpty(), unknown.toString());
  }

  private static List<String> of(String path) {
    return RequiredFields.standard().of(Endpoints.standard().find("POST", path).orElseThrow());
  }
}
