package io.github.tokenpreflight.workflow;

import java.util.List;

/// When a workflow runs and what it is given.
///
/// @param events the names under `on:`; empty for an action
/// @param inputs of an action, of `workflow_call` and of `workflow_dispatch`
/// @param secrets of `workflow_call`
public record Signature(List<Text> events, List<Parameter> inputs, List<Parameter> secrets) {
  public Signature {
    events = List.copyOf(events);
    inputs = List.copyOf(inputs);
    secrets = List.copyOf(secrets);
  }

  /// Whether that event starts the workflow.
  public boolean isStartedBy(String event) {
    return events.stream().anyMatch(one -> one.text().equals(event));
  }
}
