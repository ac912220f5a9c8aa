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
/// @param statement what is said; it gives away no login, scope list or date
/// @param remedies acts that mend it, the best first
/// @param also further findings that are told with this one, because the same act mends them
public record Finding(
    Rule rule,
    Ruling ruling,
    String requirement,
    Statement statement,
    Optional<Place> place,
    Grounds grounds,
    List<Remedy> remedies,
    List<Finding> also) {
  public Finding {
    remedies = List.copyOf(remedies);
    also = List.copyOf(also);
  }

  /// A finding with the usual severity of its verdict and nothing but its message.
  public static Finding of(Rule rule, Verdict verdict, String requirement, String message) {
    return of(rule, verdict, requirement, Statement.of(message));
  }

  /// A finding that can be told together with others of the same lead.
  public static Finding of(Rule rule, Verdict verdict, String requirement, Statement statement) {
    return new Finding(
        rule,
        Ruling.of(verdict),
        requirement,
        statement,
        Optional.empty(),
        Grounds.NONE,
        List.of(),
        List.of());
  }

  /// An error of a file or an input.
  public static Finding error(Rule rule, String message) {
    return of(rule, Verdict.ERROR, "", message);
  }

  public Verdict verdict() {
    return ruling.verdict();
  }

  public Severity severity() {
    return ruling.severity();
  }

  /// Whether it is unproven because no question could settle it.
  public boolean isStructural() {
    return verdict() == Verdict.UNPROVEN && ruling.doubt() == Doubt.STRUCTURAL;
  }

  /// What it says, in one sentence that stands alone.
  public String message() {
    return statement.words();
  }

  /// What was said, by whom.
  public List<Seen> seen() {
    return grounds.seen();
  }

  public List<Proof> proofs() {
    return grounds.proofs();
  }

  /// Only where the rule itself surprises.
  public Optional<String> why() {
    return grounds.why();
  }

  /// The remedies in words.
  public List<String> help() {
    return remedies.stream().map(Remedy::words).toList();
  }

  /// This finding and those that are told with it.
  public Stream<Finding> parts() {
    return Stream.concat(Stream.of(this), also.stream());
  }

  public Finding as(Severity severity) {
    return with(ruling.as(severity), grounds, remedies);
  }

  /// The same finding, unproven because no question could settle it. A note unless an option says
  /// otherwise.
  public Finding structural() {
    return with(new Ruling(verdict(), Doubt.STRUCTURAL, Severity.NOTE), grounds, remedies);
  }

  /// The same finding with another verdict, its usual severity, and other words.
  public Finding turned(Verdict verdict, String message) {
    return new Finding(
        rule,
        Ruling.of(verdict),
        requirement,
        Statement.of(message),
        place,
        grounds,
        List.of(),
        List.of());
  }

  public Finding at(Place newPlace) {
    return new Finding(
        rule, ruling, requirement, statement, Optional.of(newPlace), grounds, remedies, also);
  }

  public Finding seen(Seen... more) {
    return with(ruling, grounds.seen(Arrays.asList(more)), remedies);
  }

  public Finding seen(String text) {
    return seen(Seen.of(text));
  }

  public Finding proof(Proof... more) {
    return with(ruling, grounds.proofs(Arrays.asList(more)), remedies);
  }

  public Finding why(String reason) {
    return with(ruling, grounds.why(reason), remedies);
  }

  public Finding help(String... more) {
    return help(Arrays.stream(more).map(Remedy::step).toList());
  }

  public Finding help(List<Remedy> more) {
    return with(ruling, grounds, Grounds.joined(remedies, more));
  }

  /// Both as one: everything that is known of either.
  Finding and(Finding other) {
    return new Finding(
        rule,
        ruling,
        requirement,
        statement.and(other.statement),
        place,
        grounds.and(other.grounds),
        Remedy.merged(Grounds.joined(remedies, other.remedies)),
        Stream.concat(also.stream(), other.parts()).toList());
  }

  private Finding with(Ruling newRuling, Grounds newGrounds, List<Remedy> newRemedies) {
    return new Finding(
        rule, newRuling, requirement, statement, place, newGrounds, newRemedies, also);
  }
}
