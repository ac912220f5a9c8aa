package io.github.tokenpreflight.workflow;

import io.github.tokenpreflight.source.SourceFile;
import java.util.List;
import java.util.stream.Stream;

/// A workflow, or an action that a workflow uses.
///
/// @param references outside of the jobs
public record Workflow(
    SourceFile file,
    Form form,
    Signature signature,
    Setting setting,
    List<Job> jobs,
    List<Reference> references) {
  public Workflow {
    jobs = List.copyOf(jobs);
    references = List.copyOf(references);
  }

  /// What a file is.
  public enum Form {
    /// A workflow that events start.
    WORKFLOW,
    /// A workflow that other workflows call; events may start it as well.
    REUSABLE,
    /// An action made of steps.
    COMPOSITE,
    /// An action that is a program or an image, without steps.
    PROGRAM
  }

  /// Every reference of the file, in no promised order.
  public Stream<Reference> allReferences() {
    return Stream.concat(
        references.stream(),
        jobs.stream()
            .flatMap(job ->
                Stream.concat(
                    job.references().stream(),
                    job.steps().stream().flatMap(step -> step.references().stream()))));
  }
}
