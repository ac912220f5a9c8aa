package io.github.tokenpreflight.check;

import io.github.tokenpreflight.evidence.Inquiry;
import io.github.tokenpreflight.evidence.ProbeLevel;
import io.github.tokenpreflight.github.Question;
import java.util.function.Supplier;

/// What to do about a requirement that is not proven.
final class Advice {
  private Advice() {}

  /// @param withWrites how it would be settled with the consent to write probes
  static String of(Case matter, Supplier<Inquiry> withWrites) {
    ProbeLevel level = matter.evidence().setting().probes();
    if (level == ProbeLevel.HEADERS) {
      return "use `probes: read`, which asks harmless questions";
    }
    return level == ProbeLevel.READ && !withWrites.get().questions().allMatch(Question::harmless)
        ? "set `probes: writes`, which proves it by a request that GitHub must reject, or accept it with `unproven: ignore`"
        : "accept it with `unproven: ignore`, or leave the requirement out";
  }
}
