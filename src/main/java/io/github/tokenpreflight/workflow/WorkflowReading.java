package io.github.tokenpreflight.workflow;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.source.SourceFile;
import java.util.List;
import java.util.Optional;

/// What came of reading a workflow or an action.
///
/// @param file with what can be shown of it
/// @param workflow what could be read; absent where the file is no workflow and no action
/// @param errors what GitHub would refuse, as far as this reader looks, each with its place
public record WorkflowReading(SourceFile file, Optional<Workflow> workflow, List<Finding> errors) {
  public WorkflowReading {
    errors = List.copyOf(errors);
  }
}
