package io.github.tokenpreflight.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.catalogue.Permissions;
import io.github.tokenpreflight.catalogue.RequiredFields;
import io.github.tokenpreflight.evidence.Probes;
import io.github.tokenpreflight.token.TokenKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// `docs/write-probes.md` lists exactly the write probes that the code can send.
///
/// `-Dwrite-probes=write` writes the page anew.
final class WriteProbesPageTest {
  private static final Path PAGE = Path.of("docs/write-probes.md");
  private static final String HEAD =
      """
      # Write probes

      With `probes: writes`, and never without it, permissions that no GET can show are probed by a write
      that GitHub must reject. Made by a test from the code; nothing here is written by hand.

      - One request for each declared permission and place, one after the other, and only where no GET shows
        the same. Never for `contents`, which Git itself answers.
      - Every probe is a POST with the body `{}`. Nothing is named in it, so nothing can come of it: each of
        these calls cannot do without the fields in the last column (GitHub's OpenAPI description, documented).
      - 422 with a validation message proves the permission, because GitHub checks it before the body
        (inferred). The refusal that names the permission refutes it. Anything else proves nothing.
      - Should GitHub let one through all the same, the report says so as `unexpected-success`, with what to look
        at.

      | permission | kinds of token | request | it cannot do without |
      |---|---|---|---|
      """;

  @Test
  void thePageListsExactlyWhatTheCodeCanSend() throws IOException {
    String page = page();
    if ("write".equals(System.getProperty("write-probes"))) {
      Files.writeString(PAGE, page);
    }

    assertEquals(
        page,
        Files.readString(PAGE),
        PAGE + " is stale: ./mvnw test -Dtest=WriteProbesPageTest -Dwrite-probes=write");
  }

  @Test
  void everyProbeIsAPostThatCannotDoWithoutSomething() {
    for (Permission permission : Permissions.standard().all()) {
      for (TokenKind kind : kinds()) {
        Optional<Endpoint> probe = Probes.rejecting(permission, Level.WRITE, List.of(kind));

        assertEquals(
            "POST",
            probe.map(Endpoint::method).orElse("POST"),
            () -> "evidence/Probes.rejecting may choose a POST only: " + permission.name());
        assertTrue(
            probe.map(post -> !RequiredFields.standard().of(post).isEmpty()).orElse(true),
            () ->
                "evidence/Probes.rejecting chose a POST that an empty body may satisfy: "
                    + permission.name());
      }
    }
  }

  @Test
  void contentsIsNeverProbedByWriting() {
    Permission contents = Permissions.standard().find("contents").orElseThrow();

    for (TokenKind kind : kinds()) {
      assertTrue(
          Probes.rejecting(contents, Level.WRITE, List.of(kind)).isEmpty(),
          "evidence/Probes.rejecting must never probe `contents` by writing");
    }
  }

  private static String page() {
    StringBuilder page = new StringBuilder(HEAD);
    for (Permission permission : Permissions.standard().all()) {
      for (Level level : permission.levels()) {
        append(page, permission, level);
      }
    }
    return page.toString();
  }

  private static void append(StringBuilder page, Permission permission, Level level) {
    Set<String> done = new LinkedHashSet<>();
    for (TokenKind kind : kinds()) {
      Optional<Endpoint> probe = sent(permission, level, kind);
      if (probe.isPresent() && done.add(probe.get().signature())) {
        List<String> words =
            kinds().stream()
                .filter(other ->
                    sent(permission, level, other)
                        .map(Endpoint::signature)
                        .filter(probe.get().signature()::equals)
                        .isPresent())
                .map(TokenKind::word)
                .toList();
        page.append("| `").append(permission.name()).append(": ").append(level.wireName());
        page.append("` | ").append(String.join(", ", words)).append(" | `");
        page.append(probe.get().signature()).append("` | ");
        page.append(String.join(", ", RequiredFields.standard().of(probe.get()))).append(" |\n");
      }
    }
  }

  /// A GET that shows the same comes first, so that no write is sent then; and nothing is asked
  /// about what `GITHUB_TOKEN` can never have.
  private static Optional<Endpoint> sent(Permission permission, Level level, TokenKind kind) {
    if (kind == TokenKind.ACTIONS && !permission.workflowLevels().contains(level)) {
      return Optional.empty();
    }
    return Probes.showing(permission, level, List.of(kind)).isPresent()
        ? Optional.empty()
        : Probes.rejecting(permission, level, List.of(kind));
  }

  private static List<TokenKind> kinds() {
    return List.of(TokenKind.values()).stream().filter(TokenKind::hasPermissions).toList();
  }
}
