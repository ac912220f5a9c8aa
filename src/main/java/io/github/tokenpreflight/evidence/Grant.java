package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.github.Answer;
import java.util.ArrayList;
import java.util.List;

/// What is known about one power of a token in one place. "No" and "don't know" are different
/// types, and so are the two ways of not knowing.
///
/// The words of each case end a sentence that starts "because".
public sealed interface Grant {
  String words();

  List<Answer> by();

  /// Proven: the token can.
  record Held(String words, List<Answer> by) implements Grant {}

  /// Refuted: the token cannot.
  ///
  /// @param cause which of the things it needs is missing
  record Lacking(String words, Cause cause, List<Answer> by) implements Grant {}

  /// No harmless question settles it.
  record Open(String words, List<Answer> by) implements Grant {}

  /// There is a question, but no usable answer came back.
  record Unanswered(String words, List<Answer> by) implements Grant {}

  /// What is missing when a token cannot.
  enum Cause {
    /// The token was not given the permission or the scope.
    GRANT,
    /// The user behind the token lacks the role.
    ROLE,
    /// One of the two, and GitHub does not say which.
    GRANT_OR_ROLE,
    /// The place is not there, or hidden from the token.
    REACH,
    /// A policy of the organization stands in the way.
    POLICY,
    /// The place is in a state that lets nobody, such as archived.
    STATE,
    /// Tokens of this kind never can.
    KIND
  }

  /// One of them suffices: held if one is, lacking only if all are.
  static Grant anyOf(List<Grant> grants) {
    for (Grant grant : grants) {
      if (grant instanceof Held) {
        return grant;
      }
    }
    return undecided(grants, grants.stream().allMatch(Lacking.class::isInstance));
  }

  /// All of them are needed: lacking if one is, held only if all are.
  static Grant allOf(List<Grant> grants) {
    for (Grant grant : grants) {
      if (grant instanceof Lacking) {
        return grant;
      }
    }
    return grants.stream().allMatch(Held.class::isInstance)
        ? new Held(joined(grants), answers(grants))
        : undecided(grants.stream().filter(grant -> !(grant instanceof Held)).toList(), false);
  }

  private static Grant undecided(List<Grant> grants, boolean lacking) {
    if (lacking && !grants.isEmpty()) {
      return new Lacking(joined(grants), ((Lacking) grants.getFirst()).cause(), answers(grants));
    }
    return grants.stream().anyMatch(Unanswered.class::isInstance)
        ? new Unanswered(joined(grants), answers(grants))
        : new Open(joined(grants), answers(grants));
  }

  private static String joined(List<Grant> grants) {
    return String.join("; ", grants.stream().map(Grant::words).distinct().toList());
  }

  private static List<Answer> answers(List<Grant> grants) {
    List<Answer> answers = new ArrayList<>();
    grants.forEach(grant -> answers.addAll(grant.by()));
    return answers;
  }
}
