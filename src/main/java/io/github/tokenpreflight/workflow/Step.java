package io.github.tokenpreflight.workflow;

import io.github.tokenpreflight.source.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One step of a job.
///
/// @param head `name`, `id`, `uses` or `run`, the first that is there; the step's place is its own
/// @param references of the whole step, those in `if:`, `with:`, `env:` and `run:` included
public record Step(
    Head head,
    Optional<Uses> uses,
    Optional<Text> run,
    List<Pair> with,
    List<Pair> env,
    List<Reference> references) {
  public Step {
    with = List.copyOf(with);
    env = List.copyOf(env);
    references = List.copyOf(references);
  }

  /// How a step is called, and where it starts.
  ///
  /// @param id by which other steps read its outputs; empty without one
  public record Head(String name, String id, Place place) {}

  /// An input under `with:`, whose names GitHub compares without regard to case.
  public Optional<Text> input(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return with.stream()
        .filter(pair -> pair.name().text().toLowerCase(Locale.ROOT).equals(wanted))
        .map(Pair::value)
        .findFirst();
  }
}
