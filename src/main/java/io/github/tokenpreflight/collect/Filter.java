package io.github.tokenpreflight.collect;

import io.github.tokenpreflight.audit.Patterns;
import java.util.List;
import java.util.Optional;

/// Which repositories of an owner are audited.
///
/// @param names patterns for the name without its owner, where `*` stands for any text; empty for
///   all
/// @param visibility `public`, `private` or `internal`
/// @param archived whether archived ones are taken: absent for beside the others
public record Filter(
    List<String> names,
    Optional<String> visibility,
    Optional<Boolean> archived,
    Optional<String> topic) {
  public Filter {
    names = List.copyOf(names);
  }

  /// Whether a repository is taken, as far as the list does not settle it already.
  boolean takes(String name, List<String> topics) {
    String bare = name.substring(name.indexOf('/') + 1);
    return Patterns.match(names, bare) && topic.stream().allMatch(topics::contains);
  }

  /// On one line, for the state file: what was left by a run with another filter is not gone on
  /// with.
  public String words() {
    return "repos="
        + String.join(",", names)
        + " visibility="
        + visibility.orElse("all")
        + " archived="
        + archived.map(Object::toString).orElse("both")
        + " topic="
        + topic.orElse("any");
  }
}
