package io.github.tokenpreflight.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How much may be asked. Each level includes the ones before it.
public enum ProbeLevel {
  /// One request for each token: GET /rate_limit.
  HEADERS,
  /// Harmless GET requests for whatever is declared.
  READ,
  /// Also write requests that GitHub must reject by validation.
  WRITES;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean includes(ProbeLevel other) {
    return compareTo(other) >= 0;
  }

  public static Optional<ProbeLevel> parse(String word) {
    return Arrays.stream(values()).filter(level -> level.word().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(ProbeLevel::word).toList();
  }
}
