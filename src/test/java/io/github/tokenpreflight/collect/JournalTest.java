package io.github.tokenpreflight.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.audit.Repositories;
import io.github.tokenpreflight.audit.RepositoryAudit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {
  @TempDir Path folder;

  @Test
  void repositoriesComeBackInTheOrderOfTheirNames() throws IOException {
    try (Journal journal = Journal.create(file(), "acme")) {
      add(journal, "acme/b", "acme/a", "acme/ü");

      assertEquals(List.of("acme/a", "acme/b", "acme/ü"), names(journal));
    }
  }

  @Test
  void whatStandsBehindTheLastMarkIsThrownAwayAndTheRestIsGoneOnWith() throws IOException {
    try (Journal journal = Journal.create(file(), "acme")) {
      add(journal, "acme/a");
      journal.mark("1 1 9 more X");
      add(journal, "acme/b");
    }

    try (Journal journal = resumed()) {
      assertEquals("1 1 9 more X", journal.mark().orElseThrow());
      add(journal, "acme/c");
      journal.mark("2 2 9 end Y");
    }

    try (Journal journal = resumed()) {
      assertEquals(List.of("acme/a", "acme/c"), names(journal));
    }
  }

  @Test
  void cutAnywhereItIsGoneOnWithFromAMarkThatIsWhole() throws IOException {
    try (Journal journal = Journal.create(file(), "acme")) {
      add(journal, "acme/a");
      journal.mark("1 1 9 more X");
      add(journal, "acme/b");
      journal.mark("2 2 9 more Y");
    }
    byte[] whole = Files.readAllBytes(file());
    int title = "token-preflight audit 1 acme\n".length();

    for (int length = title; length < whole.length; length++) {
      Files.write(file(), Arrays.copyOf(whole, length));
      try (Journal journal = resumed()) {
        int marks = journal.mark().map(mark -> mark.startsWith("2") ? 2 : 1).orElse(0);
        assertEquals(List.of("acme/a", "acme/b").subList(0, marks), names(journal));
      }
    }
  }

  @Test
  void theStateOfAnotherAuditIsRefused() throws IOException {
    Journal.create(file(), "acme").close();

    assertTrue(refused("other").contains("left by another audit, `acme` and not `other`"));
    Files.writeString(file(), "something else\n");
    assertEquals("it is no state file of this version", refused("acme"));
  }

  @Test
  void aLinkInThePlaceOfTheFileIsNotFollowed() throws IOException {
    Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "precious\n");
    Files.createSymbolicLink(file(), elsewhere);

    assertThrows(IOException.class, () -> Journal.create(file(), "acme"));
    assertThrows(IOException.class, () -> Journal.resume(file(), "acme"));
    assertEquals("precious\n", Files.readString(elsewhere));
  }

  @Test
  void aBookmarkIsReadAsItWasWritten() {
    for (Bookmark bookmark :
        List.of(
            Bookmark.START,
            new Bookmark(3, 250, 1000, true, java.util.Optional.of("Y3Vyc29y OjE=")),
            new Bookmark(3, 250, 1000, false, java.util.Optional.empty()))) {
      assertEquals(bookmark, Bookmark.parse(bookmark.toString()));
    }
    assertEquals(Bookmark.START, Bookmark.parse("nonsense"));
  }

  private String refused(String subject) throws IOException {
    Journal.Opening opening = Journal.resume(file(), subject);
    return assertInstanceOf(Journal.Opening.Refused.class, opening).words();
  }

  private Journal resumed() throws IOException {
    return assertInstanceOf(Journal.Opening.Opened.class, Journal.resume(file(), "acme")).journal();
  }

  private Path file() {
    return folder.resolve("state");
  }

  private static void add(Journal journal, String... names) {
    for (String name : names) {
      journal.add(RepositoryAudit.of(Repositories.of(name, "version: 1\ntokens: { T: {} }\n")));
    }
  }

  private static List<String> names(Journal journal) {
    List<String> names = new ArrayList<>();
    journal.each(facts -> names.add(facts.head().name()));
    return names;
  }
}
