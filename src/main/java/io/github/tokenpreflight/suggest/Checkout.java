package io.github.tokenpreflight.suggest;

import io.github.tokenpreflight.workflow.Workflow;
import java.util.List;
import java.util.Optional;

/// The workflows and actions of one repository.
///
/// @param repository `owner/name`, where it is known
/// @param files every one that could be read
public record Checkout(Optional<String> repository, List<Workflow> files) {
  public Checkout {
    files = List.copyOf(files);
  }

  /// The workflow at a path, or the action in a folder.
  Optional<Workflow> find(String path) {
    return files.stream()
        .filter(one -> one.file().path().equals(path) || isAction(one, path))
        .findFirst();
  }

  private static boolean isAction(Workflow one, String folder) {
    String prefix = folder.isEmpty() ? "" : folder + "/";
    return one.file().path().equals(prefix + "action.yml")
        || one.file().path().equals(prefix + "action.yaml");
  }

  /// Whether a name is that of this repository, or stands for it at run time.
  boolean isCurrent(String name) {
    return name.isEmpty()
        || repository.filter(name::equalsIgnoreCase).isPresent()
        || name.matches("(?s).*\\$\\{\\{\\s*github\\.repository\\s*}}.*")
        || name.matches("\"?\\$\\{?GITHUB_REPOSITORY}?\"?");
  }
}
