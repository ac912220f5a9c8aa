package io.github.tokenpreflight.workflow;

import java.util.List;
import java.util.Optional;

/// What a workflow or a job sets for all that is inside it.
///
/// @param permissions absent where no block stands
public record Setting(Optional<Permissions> permissions, List<Pair> env) {
  public Setting {
    env = List.copyOf(env);
  }
}
