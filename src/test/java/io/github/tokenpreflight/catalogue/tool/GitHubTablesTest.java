package io.github.tokenpreflight.catalogue.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.catalogue.tool.GitHubTables.Listed;
import io.github.tokenpreflight.catalogue.tool.GitHubTables.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHubTablesTest {
  private static final String RELEASES = "/repos/{owner}/{repo}/releases";

  @Test
  void anEndpointIsFoundUnderEachOfItsPermissions() {
    GitHubTables tables = Samples.tables();

    List<Row> rows = tables.rows(tables.fineGrained(), "POST " + RELEASES);

    assertEquals(
        List.of("contents", "workflows"),
        rows.stream().map(row -> row.need().permission()).toList());
    assertTrue(rows.stream().allMatch(Row::more));
    assertFalse(tables.rows(tables.fineGrained(), "GET " + RELEASES).getFirst().more());
  }

  @Test
  void theTargetOfAPermissionIsTheFirstWordOfItsTitle() {
    assertEquals(
        new Listed("Members", "organization"),
        Samples.tables().fineGrained().permissions().get("members"));
  }

  @Test
  void theTableOfAppsSaysWhichOfTheirTokensWork() {
    GitHubTables tables = Samples.tables();

    Row emails = tables.rows(tables.apps(), "GET /user/emails").getFirst();

    assertEquals("email_addresses", emails.need().permission());
    assertTrue(emails.user());
    assertFalse(emails.installation());
  }

  @Test
  void theListsAreKeptByKindOfToken() {
    GitHubTables.Lists lists = Samples.tables().lists();

    assertEquals("meta", lists.installation().get("GET /meta"));
    assertTrue(lists.user().containsKey("GET /user"));
    assertFalse(lists.installation().containsKey("GET /user"));
    assertFalse(lists.fineGrained().containsKey("GET /user"));
  }

  @Test
  void aMissingFileStopsTheUpdate(@TempDir Path empty) {
    assertThrows(IOException.class, () -> GitHubTables.read(empty, "2026-03-10"));
  }

  @Test
  void aChangedFormatStopsTheUpdate(@TempDir Path copy) throws IOException {
    Path from = Samples.CHECKOUT.resolve("src/github-apps/data/fpt-2026-03-10");
    Path to = Files.createDirectories(copy.resolve("src/github-apps/data/fpt-2026-03-10"));
    try (var files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.writeString(
            to.resolve(file.getFileName()),
            Files.readString(file).replace("\"requestPath\"", "\"path\""));
      }
    }

    var error =
        assertThrows(IllegalArgumentException.class, () -> GitHubTables.read(copy, "2026-03-10"));

    assertTrue(String.valueOf(error.getMessage()).contains("no `requestPath`"));
  }
}
