package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.Grant.Unanswered;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.Payloads;
import io.github.tokenpreflight.github.Payloads.Visibility;
import io.github.tokenpreflight.github.Refusal.Meaning;
import io.github.tokenpreflight.requirements.Role;
import io.github.tokenpreflight.token.TokenKind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How far a token gets into one repository.
public sealed interface Reach {
  /// What stands in the way of every power there; absent when nothing does.
  Optional<Grant> obstacle();

  /// GitHub shows it to the token, as it shows a public one to everybody.
  ///
  /// @param kinds what the token can be: with no user behind it there is no role at all
  record Visible(Payloads.Repository repository, Answer by, Set<TokenKind> kinds) implements Reach {
    @Override
    public Optional<Grant> obstacle() {
      return Optional.empty();
    }

    boolean isPublic() {
      return repository.visibility() == Visibility.PUBLIC;
    }

    /// Whether only those see it to whom it was opened. Of an internal repository every member of
    /// the enterprise may read, so that it proves as little as a public one (inferred).
    public boolean isPrivate() {
      return repository.visibility() == Visibility.PRIVATE;
    }

    /// The strongest role of the user behind the token; absent where GitHub sends none, and for
    /// tokens that may have no user: what GitHub sends them there is not established.
    ///
    /// This is the **user's** role, not the token's power (recorded): a token that may only read
    /// shows `push: true` when its user may push.
    public Optional<Role> role() {
      return kinds.stream().allMatch(TokenKind::hasUser)
          ? Arrays.stream(Role.values())
              .filter(role -> repository.roles().getOrDefault(role.word(), false))
              .max(Comparator.naturalOrder())
          : Optional.empty();
    }

    /// Whether GitHub says that the user does not have a role. Servers from before `maintain` and
    /// `triage` do not name them, which says nothing.
    boolean denies(Role role) {
      return role().filter(held -> !held.includes(role)).isPresent()
          && repository.roles().containsKey(role.word());
    }
  }

  /// The token does not get in, or whether it does is not known.
  record Closed(Grant grant) implements Reach {
    @Override
    public Optional<Grant> obstacle() {
      return Optional.of(grant);
    }
  }

  /// Reads the answer to the question for the repository itself.
  static Reach of(Answer answer, Evidence evidence) {
    return answer
        .last()
        .filter(_ -> answer instanceof Answer.Given)
        .flatMap(Payloads::repository)
        .<Reach>map(repository -> new Visible(repository, answer, evidence.kinds()))
        .orElseGet(() -> new Closed(new Door().read(answer, evidence)));
  }

  /// What the question for a repository says when it does not show it.
  record Door() implements Reading {
    @Override
    public Grant given(Answer.Given answer, Evidence evidence) {
      return new Unanswered("the body of the answer could not be read", List.of(answer));
    }

    /// 404: it is not there, or hidden from the token. Either way the token cannot use it.
    @Override
    public Optional<Cause> missing(Answer.Refused answer, Evidence evidence) {
      return answer.refusal().meaning() == Meaning.NOT_FOUND
          ? Optional.of(Cause.REACH)
          : Optional.empty();
    }
  }
}
