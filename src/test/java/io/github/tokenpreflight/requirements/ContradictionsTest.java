package io.github.tokenpreflight.requirements;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.catalogue.Permissions;
import io.github.tokenpreflight.catalogue.Scopes;
import io.github.tokenpreflight.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContradictionsTest {
  @Test
  void aScopeCannotBeWantedAndForbidden() {
    assertEquals(
        "the scope `repo` is both wanted and forbidden | remove it here, or at t.yml:4:13",
        Sample.said("scopes: repo\nforbid: { scopes: [repo] }"));
  }

  @Test
  void aWantedScopeCannotIncludeAForbiddenOne() {
    assertEquals(
        "the wanted `admin:org` includes the forbidden `read:org` | remove it"
            + " here, or at t.yml:4:14",
        Sample.said("scopes: [admin:org]\nforbid: { scopes: [read:org] }"));
  }

  @Test
  void theParentOfAWantedScopeMayBeForbidden() {
    Sample.requirements("scopes: [read:org]\nforbid: { scopes: [admin:org] }");
  }

  @Test
  void aPermissionCannotBeWantedAtAForbiddenLevel() {
    assertEquals(
        "`contents:write` is wanted, but `read` is forbidden | remove it"
            + " here, or at t.yml:4:20",
        Sample.said(
            "permissions: { contents: write }\nforbid: { permissions: { contents: read } }"));
    Sample.requirements(
        "permissions: { contents: read }\nforbid: { permissions: { contents: write } }");
  }

  @Test
  void theLongestNamesStillMakeAShortSentence() {
    for (Permission permission : Permissions.standard().all()) {
      String low = permission.name() + ": " + permission.levels().getFirst().wireName();
      String high = permission.name() + ": " + permission.levels().getLast().wireName();
      SchemaTest.assertSound(
          Sample.findings(
                  Sample.read(
                      Sample.token(
                          "permissions: { "
                              + high
                              + " }\nforbid: { permissions: { "
                              + low
                              + " } }")))
              .getFirst());
    }
    for (String wanted : Scopes.standard().names()) {
      String forbidden = String.join(", ", Scopes.standard().descendantsOf(wanted));
      Sample.findings(
              Sample.read(
                  Sample.token("scopes: " + wanted + "\nforbid: { scopes: [" + forbidden + "] }")))
          .forEach(SchemaTest::assertSound);
    }
  }

  @Test
  void aPermissionMayBeForbiddenOnAnotherRepository() {
    String wanted = "permissions: { contents: { level: write, on: acme/site } }\n";

    Sample.requirements(
        wanted + "forbid: { permissions: { contents: { level: write, on: acme/docs } } }");
    Sample.said(wanted + "forbid: { permissions: { contents: { level: write, on: Acme/Site } } }");
  }

  @Test
  void withoutAListEveryDeclaredRepositoryIsMeant() {
    String wanted = "permissions: { contents: write }\n";
    String forbidden = "forbid: { permissions: { contents: { level: write, on: acme/site } } }\n";

    Sample.requirements(wanted + forbidden);
    Sample.requirements(wanted + forbidden + "repositories: { acme/docs: pull }");
    Sample.said(wanted + forbidden + "repositories: { acme/site: push }");
  }

  @Test
  void aRequirementThatFitsNoAllowedKindIsWarnedOf() {
    assertEquals(
        "`scopes` says nothing about the kinds that are allowed | remove it, or allow another kind"
            + " than `fine-grained`",
        Sample.said("kinds: fine-grained\nscopes: [repo]"));
    assertEquals(
        "`login` says nothing about the kinds that are allowed | remove it, or allow another kind"
            + " than `actions`",
        Sample.said("kinds: actions\nlogin: acme"));
    Sample.requirements(
        "kinds: [fine-grained, classic]\npermissions: { contents: read }\nlogin: acme");
  }

  @Test
  void scopesAloneAreWarnedOfWhereOtherTokensAreAllowed() {
    assertEquals(
        "`scopes` say nothing about fine-grained tokens, which are allowed here | declare"
            + " `permissions` or `endpoints`, which are judged for every kind, or write"
            + " `kinds: [classic, oauth]`",
        Sample.said("kinds: [fine-grained, classic]\nscopes: [repo]"));
    Sample.requirements("kinds: [classic, oauth]\nscopes: [repo]");
    Sample.requirements(
        "kinds: [fine-grained, classic]\nscopes: [repo]\npermissions: { contents: read }");
  }

  @Test
  void contradictionsAreErrorsAndUnfitRequirementsAreNot() {
    var findings =
        Sample.findings(
            Sample.read(
                Sample.token("kinds: actions\nscopes: [repo]\nforbid: { scopes: [repo] }")));

    assertEquals(
        List.of(Severity.WARNING, Severity.ERROR),
        findings.stream().map(finding -> finding.severity()).toList());
  }
}
