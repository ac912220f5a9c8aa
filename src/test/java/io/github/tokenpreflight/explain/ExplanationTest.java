package io.github.tokenpreflight.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.token.TokenKind;
import io.github.tokenpreflight.tools.GhCommands;
import io.github.tokenpreflight.tools.KnownTools;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "classic ; classic token:",
        "PAT ; classic token:",
        "ghp_ ; classic token:",
        "github_pat_ ; fine-grained token:",
        "GITHUB_TOKEN ; GITHUB_TOKEN: the token of a job",
        "unproven ; verdict unproven",
        "403 ; status 403",
        "404 ; status 404",
        "Resource not accessible by integration ; lacks a permission",
        "HttpError: Resource not accessible by integration - https://docs ; lacks a permission",
        "refusing to allow a GitHub App to create or update workflow `x` ; workflows: write",
        "expires ; the key `expires`",
        "rate-limit ; the key `rate-limit`",
        "tools ; the key `tools`",
        "maintain ; roles in a repository",
        "workflow ; related: the permission `workflows`",
        "workflows ; related: the scope `workflow`",
        "contents: write ; paste: `permissions: { contents: write }`",
        "Pull requests ; permission pull_requests",
        "repo ; https://github.com/settings/tokens/new?scopes=repo",
        "gh release create ; contents: write",
        "gh pr create --fill ; pull_requests: write",
        "gh api repos/acme/site/releases ; GET /repos/{owner}/{repo}/releases",
        "gh api -X POST /repos/acme/site/releases ; POST /repos/{owner}/{repo}/releases",
        "/repos/{owner}/{repo}/releases ; POST /repos/{owner}/{repo}/releases",
        "https://api.github.com/repos/acme/site/issues/1 ; PATCH /repos/{owner}/{repo}/issues",
        "https://docs.github.com/rest/releases/releases#create-a-release ; POST /repos/{owner}/{repo}/releases",
        "semantic-release ; tool semantic-release",
        "peter-evans/create-pull-request@v8 ; tool create-pull-request",
        "renovate ; tool renovate",
        "read-all ; names each permission"
      })
  void noWordOfANewcomerIsADeadEnd(String word, String wanted) {
    Optional<String> text = Explanation.of(word, false, TODAY);

    assertTrue(text.isPresent(), word);
    assertTrue(text.get().contains(wanted), text::get);
  }

  @Test
  void everyKindHasAnEntry() {
    for (String kind : TokenKind.words()) {
      assertTrue(Glossary.find(kind).isPresent(), kind);
    }
  }

  @Test
  void everyToolAndEveryCommandOfGhCanBePasted() {
    for (String name : KnownTools.standard().names()) {
      assertTrue(
          Explanation.of(name, false, TODAY).orElseThrow().contains("paste: `tools: [" + name));
    }
    for (String name : GhCommands.names()) {
      assertTrue(Explanation.of("gh " + name, false, TODAY).orElseThrow().contains("paste: "));
    }
  }

  @Test
  void anOldEntryIsShownAsAGuess() {
    assertTrue(text("release-plz").contains("a guess by now"));
    assertFalse(text("renovate").contains("a guess by now"));
    assertTrue(
        Explanation.of("renovate", false, LocalDate.of(2029, 1, 1))
            .orElseThrow()
            .contains("a guess by now"));
  }

  @Test
  void whatTheDocumentationSaysStandsBesideWhatTheCallsNeed() {
    String text = text("semantic-release");

    assertTrue(text.contains("fine-grained and app tokens: contents: write"), text);
    assertTrue(text.contains("its known calls need, by GitHub's tables: contents: write"), text);
    assertTrue(text.contains("if plugin git commits workflow files (`workflow-files`)"), text);
  }

  @Test
  void writesComeFirstAndAllAreListedOnDemand() {
    String some = text("contents:write");
    String all = Explanation.of("contents:write", true, TODAY).orElseThrow();

    assertTrue(all.indexOf("    POST ") < all.indexOf("    PUT "), all);
    assertTrue(some.contains("--all lists them"));
    assertFalse(all.contains("--all lists them"));
    assertTrue(all.length() > some.length());
  }

  @Test
  void theNearestWordIsNamedWhereNothingFits() {
    assertEquals(Optional.empty(), Explanation.of("semantic-relase", false, TODAY));
    assertEquals(List.of("semantic-release"), Explanation.near("semantic-relase", List.of()));
    assertEquals(List.of("gh release create"), Explanation.near("gh relase create", List.of()));
    assertEquals(List.of(), Explanation.near("zzzzzzzz", List.of()));
  }

  private static String text(String word) {
    return Explanation.of(word, false, TODAY).orElseThrow();
  }
}
