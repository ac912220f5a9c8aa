package io.github.tokenpreflight.faults;

import java.util.List;

/// One row of the matrix.
///
/// @param name what goes wrong
/// @param verdict what it comes to, and nothing else may: `passed`, `failed`, `inconclusive`
/// @param words a pattern for the cause, found in what the log says
/// @param most so many requests arrive at the most
/// @param seconds the `timeout` that it is given, and ends within
/// @param wires the protocols in which it can happen
/// @param manners what the server does, request by request
record Fault(
    String name,
    String verdict,
    String words,
    int most,
    int seconds,
    List<String> wires,
    List<Wire.Manners> manners) {
  static final List<String> BOTH = List.of("HTTP/1.1", "HTTP/2");

  /// What another try may mend, so that it is tried three times.
  static Fault passing(String name, String words, Wire.Manners manners) {
    return new Fault(name, "inconclusive", words, 3, 30, BOTH, List.of(manners));
  }

  /// What another try does not change.
  static Fault lasting(String name, String words, Wire.Manners manners) {
    return new Fault(name, "inconclusive", words, 1, 30, BOTH, List.of(manners));
  }

  /// What has to end by the time limit.
  static Fault slow(String name, String words, Wire.Manners manners) {
    return new Fault(name, "inconclusive", words, 3, 1, BOTH, List.of(manners));
  }

  /// What does not matter in the end, after so many requests.
  static Fault mended(String name, int requests, Wire.Manners... manners) {
    return new Fault(name, "passed", "", requests, 30, BOTH, List.of(manners));
  }

  Fault only(String wire) {
    return new Fault(name, verdict, words, most, seconds, List.of(wire), manners);
  }

  Fault most(int requests) {
    return new Fault(name, verdict, words, requests, seconds, wires, manners);
  }

  Fault failed() {
    return new Fault(name, "failed", words, most, seconds, wires, manners);
  }
}
