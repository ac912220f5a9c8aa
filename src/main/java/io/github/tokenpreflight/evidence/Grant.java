package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.github.Answer;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// What is known about one power of a token at one place. "No" and "don't know" are different
/// types, and so are the three ways of not knowing.
///
/// Grants combine in three-valued logic: [#allOf] is held only if all are and lacking if one is,
/// [#anyOf] the other way round. The order of the parts changes the order of the words, never the
/// outcome or its causes.
///
/// The words of each case end a sentence that starts "because".
public sealed interface Grant {
  String words();

  /// The answers that show it.
  List<Answer> by();

  /// Proven: the token can.
  record Held(String words, List<Answer> by) implements Grant {
    public Held {
      by = List.copyOf(by);
    }
  }

  /// Refuted: the token cannot.
  ///
  /// @param causes which of the things it needs are missing, at least one
  record Lacking(String words, Set<Cause> causes, List<Answer> by) implements Grant {
    public Lacking {
      if (causes.isEmpty()) {
        throw new IllegalArgumentException("a refuted power has a cause");
      }
      causes = Set.copyOf(causes);
      by = List.copyOf(by);
    }

    public Lacking(String words, Cause cause, List<Answer> by) {
      this(words, Set.of(cause), by);
    }

    /// The first thing to mend, in the order of [Cause].
    public Cause cause() {
      return Collections.min(causes);
    }

    public boolean has(Cause cause) {
      return causes.contains(cause);
    }
  }

  /// No question at the chosen probe level could settle it, whatever the answers.
  record Unprovable(String words, List<Answer> by) implements Grant {
    public Unprovable {
      by = List.copyOf(by);
    }
  }

  /// It was asked, and the answer can mean several things.
  record Ambiguous(String words, List<Answer> by) implements Grant {
    public Ambiguous {
      by = List.copyOf(by);
    }
  }

  /// There is a question, but no usable answer came back.
  record Unanswered(String words, List<Answer> by) implements Grant {
    public Unanswered {
      by = List.copyOf(by);
    }
  }

  /// What is missing when a token cannot.
  enum Cause {
    /// Tokens of this kind never can.
    KIND,
    /// The place is not there, or hidden from the token.
    REACH,
    /// A policy of the organization stands in the way.
    POLICY,
    /// The place is in a state that lets nobody, such as archived.
    STATE,
    /// The token was not given the permission or the scope.
    GRANT,
    /// The user behind the token lacks the role.
    ROLE,
    /// One of these two, and GitHub does not say which.
    GRANT_OR_ROLE
  }

  /// The same with other words.
  default Grant worded(UnaryOperator<String> wording) {
    return switch (this) {
      case Held(var words, var by) -> new Held(wording.apply(words), by);
      case Lacking(var words, var causes, var by) -> new Lacking(wording.apply(words), causes, by);
      case Unprovable(var words, var by) -> new Unprovable(wording.apply(words), by);
      case Ambiguous(var words, var by) -> new Ambiguous(wording.apply(words), by);
      case Unanswered(var words, var by) -> new Unanswered(wording.apply(words), by);
    };
  }

  /// All of them are needed.
  ///
  /// @param grants at least one
  static Grant allOf(List<Grant> grants) {
    List<Lacking> lacking = those(Lacking.class, grants);
    List<Held> held = those(Held.class, grants);
    if (!lacking.isEmpty()) {
      return refuted(lacking);
    }
    return held.size() == grants.size()
        ? new Held(words(held), answers(held))
        : undecided(grants.stream().filter(grant -> !(grant instanceof Held)).toList());
  }

  /// One of them suffices.
  ///
  /// @param grants at least one
  static Grant anyOf(List<Grant> grants) {
    List<Held> held = those(Held.class, grants);
    List<Lacking> lacking = those(Lacking.class, grants);
    if (!held.isEmpty()) {
      return held.getFirst();
    }
    return lacking.size() == grants.size() ? refuted(lacking) : undecided(grants);
  }

  private static Grant refuted(List<Lacking> lacking) {
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    lacking.forEach(grant -> causes.addAll(grant.causes()));
    return new Lacking(words(lacking), causes, answers(lacking));
  }

  /// An answer that did not come may still decide, so that it outweighs every doubt; and a doubt
  /// that another answer could settle outweighs one that none can.
  private static Grant undecided(List<Grant> grants) {
    String words = words(grants);
    List<Answer> by = answers(grants);
    if (!those(Unanswered.class, grants).isEmpty()) {
      return new Unanswered(words, by);
    }
    return those(Ambiguous.class, grants).isEmpty()
        ? new Unprovable(words, by)
        : new Ambiguous(words, by);
  }

  private static <G extends Grant> List<G> those(Class<G> outcome, List<Grant> grants) {
    return grants.stream().filter(outcome::isInstance).map(outcome::cast).toList();
  }

  private static String words(List<? extends Grant> grants) {
    return grants.stream().map(Grant::words).distinct().collect(Collectors.joining("; "));
  }

  private static List<Answer> answers(List<? extends Grant> grants) {
    return grants.stream().flatMap(grant -> grant.by().stream()).toList();
  }
}
