package io.github.tokenpreflight.requirements;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepositoriesReaderTest {
  @Test
  void eachRepositoryHasItsRole() {
    var requirements =
        Sample.requirements("repositories: { acme/site: push, acme/.github: admin }")
            .access()
            .repositories();

    assertEquals("acme/site", requirements.getFirst().repository().value().toString());
    assertEquals(Role.PUSH, requirements.getFirst().role().value());
    assertEquals(Role.ADMIN, requirements.getLast().role().value());
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com/acme/site, replace with `acme/site`",
    "https://ghe.example.com/acme/site/tree/main, replace with `acme/site`",
    "https://github.com/acme/site.git, replace with `acme/site`",
    "git@github.com:acme/site.git, replace with `acme/site`",
    "github.com/acme/site, replace with `acme/site`",
    "acme/site.git, replace with `acme/site`",
    "acme/site/, replace with `acme/site`",
    "site, add its owner: `OWNER/site`",
    "'\"acme/*\"', 'name each repository: wildcards are not supported'",
    "acme/.., 'write `OWNER/NAME`, such as `acme/site`'",
  })
  void otherNamesAreRefusedWithTheNameToWrite(String name, String help) {
    String said = Sample.said("repositories: { " + name + ": push }");

    assertEquals(help, said.substring(said.indexOf(" | ") + 3));
  }

  @Test
  void rolesHaveTheirNamesInTheApi() {
    assertEquals(
        "`write` is not a role in a repository | replace with `push`, GitHub's word for the role",
        Sample.said("repositories: { acme/site: write }"));
    assertEquals(
        "`read` is not a role in a repository | replace with `pull`, GitHub's word for the role",
        Sample.said("repositories: { acme/site: read }"));
    assertEquals(
        "`pul` cannot be a value of `acme/site` | did you mean `pull`?",
        Sample.said("repositories: { acme/site: pul }"));
  }

  @Test
  void namesThatDifferOnlyInCaseAreOneRepository() {
    assertEquals(
        List.of("duplicate-key: Acme/Site"),
        Sample.errors(Sample.token("repositories: { acme/site: push, Acme/Site: pull }")));
  }

  @Test
  void aListIsAnsweredWithALineToWrite() {
    assertEquals(
        "`repositories` must be a mapping, but is a list | write `repositories: { acme/site: push"
            + " }`",
        Sample.said("repositories: [acme/site]"));
  }
}
