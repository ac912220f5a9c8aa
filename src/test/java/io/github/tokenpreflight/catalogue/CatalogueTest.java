package io.github.tokenpreflight.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  @Test
  void theCatalogueIsFreshForSixMonthsToTheDay() {
    LocalDate lastDay = Catalogue.captured().plusMonths(6);

    assertFalse(Catalogue.staleAt(noon(Catalogue.captured())));
    assertFalse(Catalogue.staleAt(noon(lastDay)));
    assertTrue(Catalogue.staleAt(noon(lastDay.plusDays(1))));
  }

  @Test
  void everyTableSaysWhereItComesFrom() {
    for (String table : List.of("scopes.tsv", "permissions.tsv", "endpoints.tsv")) {
      var header = Catalogue.header(Catalogue.text(table));

      assertEquals(
          List.of("source", "captured", "api-version", "licence", "generated", "columns"),
          List.copyOf(header.keySet()));
    }
  }

  @Test
  void theDateIsTheOneInTheEndpointTable() {
    assertEquals(
        Catalogue.captured().toString(),
        Catalogue.header(Catalogue.text("endpoints.tsv")).get("captured"));
  }

  @Test
  void aTableThatIsNotInTheBuildIsABug() {
    assertThrows(IllegalStateException.class, () -> Catalogue.text("absent.tsv"));
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
  }
}
