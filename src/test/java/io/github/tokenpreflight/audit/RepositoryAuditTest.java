package io.github.tokenpreflight.audit;

import static io.github.tokenpreflight.audit.Repositories.rules;
import static io.github.tokenpreflight.audit.Repositories.workflow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tokenpreflight.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RepositoryAuditTest {
  private static final String NONE = "";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run: x\nenv: { GH_TOKEN: \"${{ secrets.BOT }}\" }",
        "uses: actions/checkout@v6\nwith: { token: \"${{ secrets.BOT }}\" }",
        "uses: someone/thing@v1\nwith: { github-token: \"${{ secrets.BOT }}\" }",
        "run: curl https://api.github.com/user -u x:${{ secrets.BOT }}",
        "run: git clone https://x-access-token:${{ secrets.BOT }}@github.com/acme/site",
        "run: |\n  echo\n  GH_TOKEN=${{ secrets['bot'] }} gh api user"
      })
  void aSecretThatGoesWhereOnlyATokenOfGitHubWorksMustBeDeclared(String step) {
    RepositoryFacts facts = RepositoryAudit.of(Repositories.of("acme/site", NONE, workflow(step)));

    assertEquals(List.of("warning undeclared-secret BOT"), rules(facts));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run: npm publish\nenv: { NODE_AUTH_TOKEN: \"${{ secrets.NPM_TOKEN }}\" }",
        "uses: codecov/codecov-action@v5\nwith: { token: \"${{ secrets.CODECOV_TOKEN }}\" }",
        "run: x\nenv: { GH_TOKEN: \"${{ secrets.GITHUB_TOKEN }}\" }",
        "run: x\nenv: { GH_TOKEN: \"${{ github.token }}\" }",
        "run: ./sonar ${{ secrets.SONAR_TOKEN }}"
      })
  void tokensOfOtherServicesAndOfTheJobAreLeftAlone(String step) {
    RepositoryFacts facts = RepositoryAudit.of(Repositories.of("acme/site", NONE, workflow(step)));

    assertEquals(List.of(), rules(facts));
  }

  @Test
  void whereOnlyTheNameSpeaksForATokenItIsANote() {
    RepositoryFacts facts =
        RepositoryAudit.of(
            Repositories.of("acme/site", NONE, workflow("run: ./x ${{ secrets.DEPLOY_PAT }}")));

    assertEquals(List.of("note undeclared-secret DEPLOY_PAT"), rules(facts));
  }

  @Test
  void aTokenMayBeDeclaredUnderTheNameOfItsVariableOrOfItsSecret() {
    String use = workflow("run: x\nenv: { RELEASE_TOKEN: \"${{ secrets.ACME_GITHUB_TOKEN }}\" }");

    assertEquals(
        List.of(),
        rules(RepositoryAudit.of(Repositories.of("a/b", declared("RELEASE_TOKEN"), use))));
    assertEquals(
        List.of(),
        rules(RepositoryAudit.of(Repositories.of("a/b", declared("ACME_GITHUB_TOKEN"), use))));
  }

  @Test
  void aDeclaredTokenThatNoWorkflowReadsIsUnused() {
    RepositoryFacts facts =
        RepositoryAudit.of(Repositories.of("a/b", declared("OLD_TOKEN"), workflow("run: x")));

    assertEquals(List.of("warning unused-token OLD_TOKEN"), rules(facts));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "on: push\njobs: { a: { uses: ./.github/workflows/b.yml, secrets: inherit } }\n",
        "on: push\njobs: { a: { steps: [ { run: \"${{ toJSON(secrets) }}\" } ] } }\n",
        "on: push\njobs: [\n"
      })
  void nothingIsCalledUnusedWhereNotEveryUseIsKnown(String workflow) {
    RepositoryFacts facts =
        RepositoryAudit.of(Repositories.of("a/b", declared("OLD_TOKEN"), workflow));

    assertEquals(0, rules(facts).stream().filter(rule -> rule.contains("unused-token")).count());
  }

  @Test
  void whatABrokenFileWouldDeclareIsNotCalledUndeclared() {
    RepositoryFacts facts =
        RepositoryAudit.of(
            Repositories.of(
                "a/b",
                "version: 1\ntokens: { BOT: { skopes: [repo] } }\n",
                workflow("run: x\nenv: { GH_TOKEN: \"${{ secrets.BOT }}\" }")));

    assertEquals(List.of("error unknown-key "), rules(facts));
  }

  @Test
  void twoRequirementsFilesAreAnErrorAndNeitherIsBelieved() {
    RepositorySource one = Repositories.of("a/b", declared("X"));
    RepositorySource two =
        new RepositorySource(
            one.head(),
            List.of(
                one.requirements().getFirst(),
                new SourceFile(".github/token-requirements.json", "{}")),
            List.of(),
            List.of(),
            List.of());

    assertEquals(List.of("error contradiction "), rules(RepositoryAudit.of(two)));
  }

  @Test
  void aClassicTokenThatCouldBeFineGrainedIsNamedWithTheSet() {
    String file =
        """
        version: 1
        tokens:
          T:
            kinds: [classic]
            endpoints: [POST /repos/acme/other/releases]
            organizations: { acme: { role: member } }
        """;
    RepositoryFacts facts = RepositoryAudit.of(Repositories.of("acme/site", file));

    assertEquals(List.of("note could-be-fine-grained T"), rules(facts));
    assertEquals(
        List.of("it may be classic only, and declares contents: write"),
        facts.findings().getFirst().seen());
  }

  @Test
  void whatReachesAnotherRepositoryOrNeedsMoreIsNotForTheTokenOfTheJob() {
    for (String wanted :
        List.of(
            "repositories: { acme/other: push }",
            "permissions: { contents: { level: read, on: [acme/other] } }",
            "permissions: { administration: write }",
            "scopes: [repo]",
            "kinds: [actions]\n    permissions: { contents: read }")) {
      String file = "version: 1\ntokens:\n  T:\n    " + wanted + "\n";
      RepositoryFacts facts = RepositoryAudit.of(Repositories.of("acme/site", file));

      assertEquals(List.of(), rules(facts), wanted);
    }
  }

  @Test
  void factsAreTheSameBehindTheirJson() {
    String file =
        """
        version: 1
        tokens:
          T:
            why: 'says "x" <b>'
            owner: me
            kinds: [classic]
            expires: { at-most: 90d, never: fail }
            rate-limit: { core: 20% }
            permissions: { issues: write }
            scopes: [repo]
            used-by: [.github/workflows/gone.yml]
        """;
    RepositoryFacts facts =
        RepositoryAudit.of(
            Repositories.of(
                "acme/site", file, workflow("run: x\nenv: { GH_TOKEN: \"${{ secrets.BOT }}\" }")));

    assertEquals(false, facts.findings().isEmpty());
    assertEquals(facts, FactsReader.facts(FactsJson.of(facts)).orElseThrow());
  }

  @Test
  void whatIsNoLineOfFactsIsAbsent() {
    for (String line : List.of("", "{", "{}", "[]", "null", "{\"name\":\"a/b\"}")) {
      assertEquals(true, FactsReader.facts(line).isEmpty(), line);
    }
  }

  private static String declared(String name) {
    return "version: 1\ntokens:\n  " + name + ":\n    scopes: [repo]\n";
  }
}
