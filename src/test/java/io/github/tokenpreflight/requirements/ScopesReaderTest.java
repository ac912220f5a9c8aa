package io.github.tokenpreflight.requirements;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopesReaderTest {
  @Test
  void scopesAreAListOrASingleWord() {
    assertEquals(2, Sample.requirements("scopes: [repo, 'read:org']").access().scopes().size());
    assertEquals("repo", Sample.requirements("scopes: repo").access().scopes().getFirst().value());
    assertEquals(List.of(), Sample.requirements("scopes: []").access().scopes());
  }

  @ParameterizedTest
  @CsvSource({
    "read_org, did you mean `read:org`?",
    "wrkflow, did you mean `workflow`?",
    "contents, it is a fine-grained permission: move it to `permissions`",
    "'contents:write', it is a fine-grained permission: move it to `permissions`",
    "repo workflow, 'write a list: `[repo, workflow]`'",
    "'\"repo, workflow\"', 'write a list: `[repo, workflow]`'",
    "nonsense, use a name such as `repo` or `read:org`",
  })
  void otherWordsAreRefusedWithTheWordToWrite(String scope, String help) {
    assertEquals(
        "`" + scope.replace("\"", "") + "` is not a classic scope that GitHub documents | " + help,
        Sample.said("scopes: [" + scope + "]"));
  }

  @Test
  void aScopeThatStandsTwiceIsNamedAtTheSecond() {
    assertEquals(
        "`repo` stands twice in `scopes` | remove it here or at t.yml:4:14",
        Sample.said("scopes: [repo, gist, repo]"));
  }

  @Test
  void forbiddenScopesAreReadAlike() {
    assertEquals(
        "delete_repo",
        Sample.requirements("forbid: { scopes: [delete_repo] }")
            .forbidden()
            .scopes()
            .getFirst()
            .value());
    assertEquals(
        "`delete-repo` is not a classic scope that GitHub documents | did you mean `delete_repo`?",
        Sample.said("forbid: { scopes: [delete-repo] }"));
  }
}
