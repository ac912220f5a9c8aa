package io.github.tokenpreflight.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.catalogue.PermissionScopes;
import io.github.tokenpreflight.catalogue.PermissionScopes.Determined;
import io.github.tokenpreflight.catalogue.PermissionScopes.Place;
import io.github.tokenpreflight.catalogue.PermissionScopes.Undetermined;
import io.github.tokenpreflight.catalogue.Permissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// `docs/permission-scopes.md` says of every permission at every level which classic scopes open
/// the same, or why none is known. `-Dpermission-scopes=write` writes it anew.
final class PermissionScopesPageTest {
  private static final Path PAGE = Path.of("docs/permission-scopes.md");
  private static final String HEAD =
      """
      # Scopes that open what a permission opens

      Of every permission at every level: the classic scopes that open all endpoints of it. Made by a test from
      GitHub's own text for each endpoint (`-Dpermission-scopes=write`); nothing here is written by hand.

      - Sets are alternatives; `+` joins scopes that are needed together. A scope contains those below it.
      - The source is GitHub's text (documented), else recorded answers, else the rule for repositories: `repo`; in
        public ones nothing to read and `public_repo` to write (inferred).
      - The user needs the role as well: a scope gives nobody more than the user has.

      | permission | on public repositories | on private ones | how known, or why not |
      |---|---|---|---|
      """;

  @Test
  void thePageSaysWhatTheCatalogueDerives() throws IOException {
    String page = page();
    if ("write".equals(System.getProperty("permission-scopes"))) {
      Files.writeString(PAGE, page);
    }

    assertEquals(
        page,
        Files.readString(PAGE),
        PAGE + " is stale: ./mvnw test -Dtest=PermissionScopesPageTest -Dpermission-scopes=write");
  }

  private static String page() {
    StringBuilder page = new StringBuilder(HEAD);
    for (Permission permission : Permissions.standard().all()) {
      for (Level level : permission.levels()) {
        page.append("| `%s: %s` | ".formatted(permission.name(), level.wireName()));
        page.append(
            switch (PermissionScopes.of(permission, level)) {
              case Determined(Place onPublic, Place onPrivate) ->
                  sets(onPublic) + " | " + sets(onPrivate) + " | " + known(onPublic, onPrivate);
              case Undetermined(var why) -> "| | " + why.words();
            });
        page.append(" |\n");
      }
    }
    return page.toString();
  }

  private static String sets(Place place) {
    return place.sufficient().stream()
        .map(set -> set.isEmpty() ? "none" : joined(set))
        .collect(Collectors.joining(" or "));
  }

  private static String joined(List<String> set) {
    return set.stream().map(scope -> "`" + scope + "`").collect(Collectors.joining(" + "));
  }

  private static String known(Place onPublic, Place onPrivate) {
    String known = onPrivate.certainty().name().toLowerCase(Locale.ROOT);
    return onPublic.certainty() == onPrivate.certainty()
        ? known
        : known + "; on public repositories inferred";
  }
}
