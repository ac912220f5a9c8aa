package io.github.tokenpreflight.audit;

import io.github.tokenpreflight.source.SourceFile;
import java.util.List;

/// One repository with the text of the files that an audit reads. It lives until it is judged.
///
/// @param requirements the requirements files that are there; more than one is an error
/// @param workflows the files below `.github/workflows`
/// @param problems files that are there and are no text that can be read
/// @param unread why a part of it could not be read, a sentence for each part
public record RepositorySource(
    RepositoryHead head,
    List<SourceFile> requirements,
    List<SourceFile> workflows,
    List<AuditFinding> problems,
    List<String> unread) {
  public RepositorySource {
    requirements = List.copyOf(requirements);
    workflows = List.copyOf(workflows);
    problems = List.copyOf(problems);
    unread = List.copyOf(unread);
  }

  /// A repository of which nothing but the name could be read.
  public static RepositorySource unread(RepositoryHead head, String why) {
    return new RepositorySource(head, List.of(), List.of(), List.of(), List.of(why));
  }
}
