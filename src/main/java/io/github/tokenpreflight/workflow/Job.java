package io.github.tokenpreflight.workflow;

import io.github.tokenpreflight.source.Place;
import java.util.List;
import java.util.Optional;

/// One job of a workflow; the steps of a composite action are one too, with an empty id.
///
/// @param call the reusable workflow that takes the place of steps
/// @param references of the job outside its steps
public record Job(
    String id,
    Place place,
    Setting setting,
    Optional<Call> call,
    List<Step> steps,
    List<Reference> references) {
  public Job {
    steps = List.copyOf(steps);
    references = List.copyOf(references);
  }

  /// The call of a reusable workflow.
  ///
  /// @param inherits whether it is given every secret: `secrets: inherit`
  /// @param secrets the secrets given by name
  public record Call(Uses uses, List<Pair> with, boolean inherits, List<Pair> secrets) {
    public Call {
      with = List.copyOf(with);
      secrets = List.copyOf(secrets);
    }
  }
}
