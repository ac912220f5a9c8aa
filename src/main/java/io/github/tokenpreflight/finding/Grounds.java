package io.github.tokenpreflight.finding;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Why a finding is believed.
///
/// @param seen what was said, by whom
/// @param why only where the rule itself surprises
public record Grounds(List<Seen> seen, List<Proof> proofs, Optional<String> why) {
  static final Grounds NONE = new Grounds(List.of(), List.of(), Optional.empty());

  public Grounds {
    seen = List.copyOf(seen);
    proofs = List.copyOf(proofs);
  }

  Grounds seen(List<Seen> more) {
    return new Grounds(joined(seen, more), proofs, why);
  }

  Grounds proofs(List<Proof> more) {
    return new Grounds(seen, joined(proofs, more), why);
  }

  Grounds why(String reason) {
    return new Grounds(seen, proofs, Optional.of(reason));
  }

  Grounds and(Grounds other) {
    return new Grounds(
        joined(seen, other.seen), joined(proofs, other.proofs), why.or(() -> other.why));
  }

  /// Both, each entry once.
  static <T> List<T> joined(List<T> first, List<T> more) {
    Set<T> both = new LinkedHashSet<>(Stream.concat(first.stream(), more.stream()).toList());
    return List.copyOf(both);
  }
}
