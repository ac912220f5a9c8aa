package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.Grant.Held;
import io.github.tokenpreflight.evidence.Grant.Lacking;
import io.github.tokenpreflight.evidence.Grant.Open;
import io.github.tokenpreflight.evidence.Grant.Unanswered;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.Refusal.Meaning;
import io.github.tokenpreflight.requirements.Role;
import io.github.tokenpreflight.token.TokenKind;
import java.util.List;

/// What Git's own answer before a push or a pull says.
final class GitAccess {
  private GitAccess() {}

  /// Reads the answer to receive-pack.
  ///
  /// A refusal is refined by the role of the user: where the user may push, it is the token that
  /// may not (inferred from GitHub checking both).
  static Grant read(Answer answer, Reach.Open reach) {
    List<Answer> by = List.of(answer, reach.by());
    return switch (answer) {
      case Answer.Given _ -> new Held("Git lets it push", by);
      case Answer.Unanswered unanswered -> new Unanswered(unanswered.words(), by);
      case Answer.Refused refused -> refused(refused, reach, by);
    };
  }

  /// Reads the answer to upload-pack, which archiving does not change.
  static Grant readPull(Answer answer) {
    List<Answer> by = List.of(answer);
    return switch (answer) {
      case Answer.Given _ -> new Held("Git lets it pull", by);
      case Answer.Unanswered unanswered -> new Unanswered(unanswered.words(), by);
      case Answer.Refused refused when refused.refusal().meaning().policy() ->
          new Lacking(refused.refusal().message(), Cause.POLICY, by);
      case Answer.Refused refused when refused.refusal().meaning().besideThePoint() ->
          new Unanswered(said(refused), by);
      case Answer.Refused refused
          when refused.refusal().meaning() == Meaning.NOT_FOUND && speaksOfRepository(refused) ->
          new Lacking(said(refused), Cause.GRANT_OR_ROLE, by);
      case Answer.Refused refused ->
          switch (refused.refusal().meaning()) {
            case GIT_DENIED, MISSING_ROLE, MISSING_PERMISSION, MISSING_SCOPE ->
                new Lacking(said(refused), Cause.GRANT, by);
            default -> new Open(said(refused), by);
          };
    };
  }

  private static Grant refused(Answer.Refused refused, Reach.Open reach, List<Answer> by) {
    String said = said(refused);
    Meaning meaning = refused.refusal().meaning();
    if (meaning.policy()) {
      return new Lacking(refused.refusal().message(), Cause.POLICY, by);
    }
    if (meaning.besideThePoint()) {
      return new Unanswered(said, by);
    }
    if (meaning == Meaning.NOT_FOUND && speaksOfRepository(refused)) {
      return new Lacking(said, Cause.GRANT_OR_ROLE, by);
    }
    if (reach.repository().archived()) {
      return new Lacking("the repository is archived, so nobody can push", Cause.STATE, by);
    }
    return switch (meaning) {
      case GIT_DENIED, MISSING_ROLE, MISSING_PERMISSION, MISSING_SCOPE ->
          new Lacking(said, cause(reach), by);
      default -> new Open(said, by);
    };
  }

  /// Whether it is Git's own sentence for what is hidden. A bare 404 may come of anything.
  private static boolean speaksOfRepository(Answer.Refused refused) {
    return refused.refusal().message().startsWith("Repository not found");
  }

  /// Git names the user, whose login is not for everyone to read.
  private static String said(Answer.Refused refused) {
    return "Git answered "
        + refused.response().line().replaceFirst(" denied to [^.\\s]+", " denied to the user");
  }

  private static Cause cause(Reach.Open reach) {
    if (reach.kinds().stream().noneMatch(TokenKind::hasUser)) {
      return Cause.GRANT;
    }
    if (reach.denies(Role.PUSH)) {
      return Cause.ROLE;
    }
    return reach.role().isPresent() ? Cause.GRANT : Cause.GRANT_OR_ROLE;
  }
}
