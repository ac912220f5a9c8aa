package io.github.tokenpreflight.requirements;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tokenpreflight.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeclaredToolsTest {
  @Test
  void aToolStandsForThePermissionsThatItNeeds() {
    TokenRequirements read = Sample.requirements("tools: [semantic-release]");

    assertEquals(List.of("contents:write", "issues:write", "pull_requests:write"), needed(read));
    PermissionRequirement first = read.access().permissions().getFirst();
    assertEquals(new Span(4, 13, 16), first.permission().span());
    assertEquals("`semantic-release` needs it", first.why().orElseThrow());
    assertEquals(List.of(), read.access().scopes());
  }

  @Test
  void whatIsDeclaredIsNotAddedAgain() {
    TokenRequirements read =
        Sample.requirements(
            "permissions: { contents: write, issues: read }\ntools: [semantic-release, stale]");

    assertEquals(
        List.of("contents:write", "issues:read", "issues:write", "pull_requests:write"),
        needed(read));
  }

  @Test
  void aCaseAddsToTheNeedOrTakesItsPlace() {
    assertEquals(
        List.of("contents:write", "pull_requests:write", "workflows:write"),
        needed(Sample.requirements("tools: { create-pull-request: workflow-files }")));
    assertEquals(
        List.of("contents:read", "metadata:read"),
        needed(Sample.requirements("tools: { template-sync: [private-repository] }")));
  }

  @Test
  void scopesStandWhereNoPermissionIsKnown() {
    TokenRequirements read = Sample.requirements("tools: [docker-login, homebrew-bump-formula]");

    assertEquals(List.of(), needed(read));
    assertEquals(
        List.of("write:packages", "public_repo", "workflow"),
        read.access().scopes().stream().map(Declared::value).toList());
  }

  @Test
  void theTokenOfTheJobNeedsWhatTheWorkflowGrants() {
    assertEquals(
        List.of("pages:write"),
        needed(Sample.requirements("kinds: actions\ntools: [deploy-pages]")));
    assertEquals(
        List.of("checks:write", "contents:read", "actions:read").stream().sorted().toList(),
        needed(Sample.requirements("kinds: [actions]\ntools: test-reporter")).stream()
            .sorted()
            .toList());
  }

  @Test
  void whatIsUnknownIsSaidWithTheNearestWord() {
    assertEquals(
        "`semantic-relase` is not a tool that this program knows | did you mean `semantic-release`?",
        Sample.said("tools: semantic-relase"));
    assertEquals(
        "`changesets/action` is not a tool that this program knows | replace with `changesets`",
        Sample.said("tools: [changesets/action]"));
    assertEquals(
        "of `octo-sts` no cases are known | write `octo-sts: []`",
        Sample.said("tools: { octo-sts: [x] }"));
  }

  private static List<String> needed(TokenRequirements read) {
    return read.access().permissions().stream()
        .map(one -> one.permission().value().name() + ":" + one.level().value().wireName())
        .toList();
  }
}
