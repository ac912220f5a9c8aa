package io.github.tokenpreflight.requirements;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class OrganizationsReaderTest {
  @Test
  void roleAndSingleSignOnAreDeclaredApart() {
    var requirements =
        Sample.requirements("organizations: { acme: { role: admin }, beta: { sso: authorized } }")
            .access()
            .organizations();

    assertEquals("acme", requirements.getFirst().organization().value());
    assertEquals(OrganizationRole.ADMIN, requirements.getFirst().role().orElseThrow().value());
    assertEquals(true, requirements.getLast().sso().orElseThrow().value());
  }

  @Test
  void anOrganizationWithoutARequirementIsRefused() {
    assertEquals(
        "nothing is required of `acme` | write `acme: { role: member }`",
        Sample.said("organizations: { acme: {} }"));
    assertEquals(
        "`acme` must be a mapping, but is empty | write `acme: { role: member }`",
        Sample.said("organizations: { acme: }"));
    assertEquals(
        "`acme` must be a mapping, but is a text | write `acme: { role: member }`",
        Sample.said("organizations: { acme: member }"));
  }

  @Test
  void wrongNamesAndWordsAreRefused() {
    assertEquals(
        "`https://github.com/acme` is not the name of an organization | replace with `acme`",
        Sample.said("organizations: { https://github.com/acme: { role: member } }"));
    assertEquals(
        "`@acme` is not the name of an organization | replace with `acme`",
        Sample.said("organizations: { '@acme': { role: member } }"));
    assertEquals(
        "`owner` is not a role in an organization | replace with `admin`, GitHub's word for an owner",
        Sample.said("organizations: { acme: { role: owner } }"));
    assertEquals(
        "`yes` cannot be a value of `sso` | write `authorized`",
        Sample.said("organizations: { acme: { sso: yes } }"));
  }

  @Test
  void namesThatDifferOnlyInCaseAreOneOrganization() {
    assertEquals(
        List.of("duplicate-key: ACME"),
        Sample.errors(
            Sample.token("organizations: { acme: { role: member }, ACME: { role: admin } }")));
  }
}
