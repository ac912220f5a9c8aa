package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.Grant.Held;
import io.github.tokenpreflight.evidence.Grant.Lacking;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.Refusal.Meaning;
import io.github.tokenpreflight.requirements.RepositoryName;
import io.github.tokenpreflight.requirements.Role;
import io.github.tokenpreflight.token.TokenKind;
import java.util.List;
import java.util.Optional;

/// What Git's own answer before a pull or a push says.
sealed interface GitReading extends Reading {
  /// The answer to upload-pack, which archiving does not change.
  record Pull() implements GitReading {
    @Override
    public Grant given(Answer.Given answer, Evidence evidence) {
      return new Held("Git lets it pull", by(answer, evidence));
    }

    @Override
    public Cause denied(Evidence evidence) {
      return Cause.GRANT;
    }
  }

  /// The answer to receive-pack, which is what Git itself asks before a push.
  record Push(RepositoryName name) implements GitReading {
    @Override
    public Grant given(Answer.Given answer, Evidence evidence) {
      return new Held("Git lets it push", by(answer, evidence));
    }

    @Override
    public List<Answer> by(Answer answer, Evidence evidence) {
      return visible(evidence).map(reach -> List.of(answer, reach.by())).orElse(List.of(answer));
    }

    @Override
    public Grant refusedItself(Answer.Refused answer, Evidence evidence) {
      boolean archived =
          visible(evidence).filter(reach -> reach.repository().archived()).isPresent();
      return archived && !hidden(answer)
          ? new Lacking(
              "the repository is archived, so nobody can push", Cause.STATE, by(answer, evidence))
          : GitReading.super.refusedItself(answer, evidence);
    }

    /// Where the user may push, it is the token that may not (inferred from GitHub checking both).
    @Override
    public Cause denied(Evidence evidence) {
      if (evidence.kinds().stream().noneMatch(TokenKind::hasUser)) {
        return Cause.GRANT;
      }
      Optional<Reach.Visible> reach = visible(evidence);
      if (reach.filter(it -> it.denies(Role.PUSH)).isPresent()) {
        return Cause.ROLE;
      }
      return reach.flatMap(Reach.Visible::role).isPresent() ? Cause.GRANT : Cause.GRANT_OR_ROLE;
    }

    private Optional<Reach.Visible> visible(Evidence evidence) {
      return evidence.reach(name) instanceof Reach.Visible reach
          ? Optional.of(reach)
          : Optional.empty();
    }
  }

  /// The answer to receive-pack, asked for the policies alone that stand in the way of a write
  /// which needs other things than a push.
  record Policies(RepositoryName name) implements GitReading {
    private static final String NONE = "no policy stands in the way";

    @Override
    public Grant given(Answer.Given answer, Evidence evidence) {
      return new Held(NONE, by(answer, evidence));
    }

    @Override
    public Grant refusedItself(Answer.Refused answer, Evidence evidence) {
      return GitReading.super.refusedItself(answer, evidence) instanceof Lacking
          ? new Held(NONE, by(answer, evidence))
          : GitReading.super.refusedItself(answer, evidence);
    }

    @Override
    public Cause denied(Evidence evidence) {
      return Cause.GRANT_OR_ROLE;
    }
  }

  /// What is missing when Git denies it.
  Cause denied(Evidence evidence);

  @Override
  default Optional<Cause> missing(Answer.Refused answer, Evidence evidence) {
    return switch (answer.refusal().meaning()) {
      case NOT_FOUND -> hidden(answer) ? Optional.of(Cause.GRANT_OR_ROLE) : Optional.empty();
      case GIT_DENIED, MISSING_ROLE, MISSING_PERMISSION, MISSING_SCOPE ->
          Optional.of(denied(evidence));
      default -> Optional.empty();
    };
  }

  /// Git names the user, whose login is not for everyone to read.
  @Override
  default String said(Answer.Refused answer) {
    return "Git answered "
        + answer.response().line().replaceFirst(" denied to [^.\\s]+", " denied to the user");
  }

  /// Whether it is Git's own sentence for what is hidden. A bare 404 may come of anything.
  static boolean hidden(Answer.Refused answer) {
    return answer.refusal().meaning() == Meaning.NOT_FOUND
        && answer.refusal().message().startsWith("Repository not found");
  }
}
