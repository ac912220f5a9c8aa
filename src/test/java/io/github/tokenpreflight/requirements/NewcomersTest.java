package io.github.tokenpreflight.requirements;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tokenpreflight.finding.Finding;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people write who see the format for the first time, and what they are told.
class NewcomersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "repos: { acme/site: push }              | write `repositories: { acme/site: push }`",
        "orgs: { acme: {} }                      | write `organizations: { acme: { role: member } }`",
        "expires: { max: 30d }                   | write `at-most: 366d`",
        "expires: { warn: 30d }                  | write `warn-within: 14d`",
        "kinds: [pat]                            | write `classic` or `fine-grained`, or both",
        "permissions: { workflow: write }        | write `workflows: write`; the classic scope `workflow` belongs to `scopes`",
        "permissions: { contents: Read and write } | replace with `write`, which includes reading",
        "permissions: { contents: Read-only }    | replace with `read`",
        "organizations: { acme: { role: owner } } | replace with `admin`, GitHub's word for an owner",
        "repositories: { acme/*: push }          | name each repository: wildcards are not supported"
      })
  void theRightWordIsNamed(String lines, String help) {
    assertEquals(help, Sample.said(lines).replaceFirst(".* \\| ", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "on: push#jobs: { a: { steps: [] } }#     | the file is a workflow, not a requirements file",
        "version: 1#tokens: { A: {} }#B_TOKEN: {}# | the key `B_TOKEN` has no meaning here"
      })
  void whatIsNoRequirementIsNamed(String text, String message) {
    List<Finding> errors = Sample.findings(Sample.read(text.replace('#', '\n')));

    assertEquals(List.of(message), errors.stream().map(Finding::message).toList());
  }
}
