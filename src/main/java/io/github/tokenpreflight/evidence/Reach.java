package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.Payloads;
import io.github.tokenpreflight.github.Payloads.Visibility;
import io.github.tokenpreflight.github.Refusal.Meaning;
import io.github.tokenpreflight.requirements.RepositoryName;
import io.github.tokenpreflight.requirements.Role;
import io.github.tokenpreflight.token.TokenKind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How far a token gets into one repository.
public sealed interface Reach {
  /// GitHub shows it to the token, as it shows a public one to everybody.
  ///
  /// @param kinds what the token can be: with no user behind it there is no role at all
  record Open(Payloads.Repository repository, Answer by, Set<TokenKind> kinds) implements Reach {
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

  /// 404: it is not there, or hidden from the token. Either way the token cannot use it.
  record Hidden(Answer.Refused by) implements Reach {}

  /// A policy of the organization stands in the way.
  record Barred(Answer.Refused by) implements Reach {}

  /// Not asked, or no answer that says anything.
  record Unknown(String words, Optional<Answer> by) implements Reach {
    /// What that makes of any power in the repository.
    Grant grant() {
      List<Answer> answers = by.stream().toList();
      boolean unusable =
          by.filter(answer ->
                  !(answer instanceof Answer.Refused refused)
                      || refused.refusal().meaning().besideThePoint())
              .isPresent();
      return unusable ? new Grant.Unanswered(words, answers) : new Grant.Open(words, answers);
    }
  }

  /// Reads the reach of a repository off the evidence.
  static Reach of(Evidence evidence, RepositoryName name) {
    Set<TokenKind> kinds = Kinds.possible(evidence);
    return evidence
        .to(evidence.questions().repository(name))
        .map(answer -> of(answer, kinds))
        .orElseGet(() -> new Unknown("it was not asked", Optional.empty()));
  }

  private static Reach of(Answer answer, Set<TokenKind> kinds) {
    return switch (answer) {
      case Answer.Given given ->
          Payloads.repository(given.response())
              .<Reach>map(repository -> new Open(repository, given, kinds))
              .orElseGet(() ->
                  new Unknown("the body of the answer could not be read", Optional.of(given)));
      case Answer.Refused refused when refused.refusal().meaning() == Meaning.NOT_FOUND ->
          new Hidden(refused);
      case Answer.Refused refused when refused.refusal().meaning().policy() -> new Barred(refused);
      case Answer.Refused refused ->
          new Unknown("GitHub answered " + refused.response().line(), Optional.of(refused));
      case Answer.Unanswered unanswered -> new Unknown(unanswered.words(), Optional.of(unanswered));
    };
  }
}
