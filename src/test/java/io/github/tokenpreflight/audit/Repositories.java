package io.github.tokenpreflight.audit;

import io.github.tokenpreflight.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/// Repositories for tests, of the texts of their files.
public final class Repositories {
  private static final String REQUIREMENTS = ".github/token-requirements.yml";

  private Repositories() {}

  /// A repository with a requirements file (none when empty) and workflows `ci0.yml`, `ci1.yml`,
  /// ...
  public static RepositorySource of(String name, String requirements, String... workflows) {
    List<SourceFile> files = new ArrayList<>();
    for (int i = 0; i < workflows.length; i++) {
      files.add(new SourceFile(".github/workflows/ci" + i + ".yml", workflows[i]));
    }
    return new RepositorySource(
        new RepositoryHead(name, "private", false, "main"),
        requirements.isEmpty() ? List.of() : List.of(new SourceFile(REQUIREMENTS, requirements)),
        files,
        List.of(),
        List.of());
  }

  /// One workflow with one step.
  ///
  /// @param step its keys, such as `run: echo`
  public static String workflow(String step) {
    return "on: push\njobs:\n  it:\n    runs-on: x\n    steps:\n      - "
        + step.strip().replace("\n", "\n        ")
        + "\n";
  }

  public static List<String> rules(RepositoryFacts facts) {
    return facts.findings().stream()
        .map(it -> it.severity().word() + " " + it.rule().id() + " " + it.token())
        .toList();
  }
}
