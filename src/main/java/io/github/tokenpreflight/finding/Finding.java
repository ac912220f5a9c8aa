package io.github.tokenpreflight.finding;

import io.github.tokenpreflight.source.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One judged requirement, or one error of a file: what, where, why we believe it, how to mend it.
///
/// @param requirement the requirement in the words of the requirements file, such as `scopes:
///   workflow`
/// @param message one sentence that stands alone and gives away no login, scope list or date
/// @param seen what was said, by whom
/// @param why only where the rule itself surprises
/// @param help actions that mend it, the best first
/// @param also further requirements that fail for the same cause
/// @param doubt why it is unproven, if it is
public record Finding(
    Rule rule,
    Verdict verdict,
    Severity severity,
    String requirement,
    String message,
    Optional<Place> place,
    List<Seen> seen,
    List<Proof> proofs,
    Optional<String> why,
    List<String> help,
    List<String> also,
    Doubt doubt) {
  public Finding {
    also = List.copyOf(also);
    seen = List.copyOf(seen);
    proofs = List.copyOf(proofs);
    help = List.copyOf(help);
  }

  /// A finding with the usual severity of its verdict and nothing but its message.
  public static Finding of(Rule rule, Verdict verdict, String requirement, String message) {
    return new Finding(
        rule,
        verdict,
        verdict.usualSeverity(),
        requirement,
        message,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        Doubt.CIRCUMSTANTIAL);
  }

  /// An error of a file or an input.
  public static Finding error(Rule rule, String message) {
    return of(rule, Verdict.ERROR, "", message);
  }

  public Finding as(Severity newSeverity) {
    return new Finding(
        rule,
        verdict,
        newSeverity,
        requirement,
        message,
        place,
        seen,
        proofs,
        why,
        help,
        also,
        doubt);
  }

  public Finding at(Place newPlace) {
    return new Finding(
        rule,
        verdict,
        severity,
        requirement,
        message,
        Optional.of(newPlace),
        seen,
        proofs,
        why,
        help,
        also,
        doubt);
  }

  public Finding seen(Seen... more) {
    return new Finding(
        rule,
        verdict,
        severity,
        requirement,
        message,
        place,
        joined(seen, more),
        proofs,
        why,
        help,
        also,
        doubt);
  }

  public Finding seen(String text) {
    return seen(Seen.of(text));
  }

  public Finding proof(Proof... more) {
    return new Finding(
        rule,
        verdict,
        severity,
        requirement,
        message,
        place,
        seen,
        joined(proofs, more),
        why,
        help,
        also,
        doubt);
  }

  public Finding why(String reason) {
    return new Finding(
        rule,
        verdict,
        severity,
        requirement,
        message,
        place,
        seen,
        proofs,
        Optional.of(reason),
        help,
        also,
        doubt);
  }

  public Finding help(String... more) {
    return new Finding(
        rule,
        verdict,
        severity,
        requirement,
        message,
        place,
        seen,
        proofs,
        why,
        joined(help, more),
        also,
        doubt);
  }

  /// The same finding for further requirements.
  public Finding alsoFor(List<String> requirements) {
    return new Finding(
        rule,
        verdict,
        severity,
        requirement,
        message,
        place,
        seen,
        proofs,
        why,
        help,
        requirements,
        doubt);
  }

  /// The same finding, unproven because no question could settle it. A note unless an option says
  /// otherwise.
  public Finding structural() {
    return new Finding(
        rule,
        verdict,
        Severity.NOTE,
        requirement,
        message,
        place,
        seen,
        proofs,
        why,
        help,
        also,
        Doubt.STRUCTURAL);
  }

  private static <T> List<T> joined(List<T> first, T[] more) {
    return Stream.concat(first.stream(), Arrays.stream(more)).toList();
  }
}
