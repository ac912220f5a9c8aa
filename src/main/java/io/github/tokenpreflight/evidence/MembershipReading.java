package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.catalogue.RequiredRole.Known;
import io.github.tokenpreflight.catalogue.UserRole;
import io.github.tokenpreflight.evidence.Grant.Ambiguous;
import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.Grant.Held;
import io.github.tokenpreflight.evidence.Grant.Lacking;
import io.github.tokenpreflight.evidence.Grant.Unanswered;
import io.github.tokenpreflight.evidence.Grant.Unprovable;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.Payloads;
import java.util.List;
import java.util.Optional;

/// What the user's membership of an organization says about a power there.
///
/// @param least the role below which nothing of it can be used, where GitHub names one
/// @param highest the role with which all of it can be used, where GitHub names one
record MembershipReading(String login, Optional<Known> least, Optional<Known> highest)
    implements Reading {
  /// Asking for a membership needs a scope of its own, so that a refusal says nothing of the role.
  @Override
  public Optional<Cause> missing(Answer.Refused answer, Evidence evidence) {
    return Optional.empty();
  }

  @Override
  public Grant given(Answer.Given answer, Evidence evidence) {
    List<Answer> by = List.of(answer);
    Optional<Payloads.Membership> found =
        Payloads.membership(answer.response())
            .filter(membership -> membership.organization().equalsIgnoreCase(login));
    if (found.isEmpty()) {
      return new Unanswered("the body of the answer could not be read", by);
    }
    if (!found.get().state().equals("active")) {
      return new Ambiguous("the membership is not active", by);
    }
    String words = "the user's role in `" + login + "` is `" + found.get().role() + "`";
    return switch (found.get().role()) {
      case "admin" -> new Held(words, by);
      case "member" -> member(words, by);
      default -> new Ambiguous(words, by);
    };
  }

  /// The user's role in an organization; absent where nobody asked, and for who is no active
  /// member.
  static Optional<UserRole> role(String login, Evidence evidence) {
    return evidence
        .to(new Questions(evidence.setting().host()).membership(login))
        .filter(Answer.Given.class::isInstance)
        .flatMap(Answer::last)
        .flatMap(Payloads::membership)
        .filter(membership -> membership.state().equals("active"))
        .flatMap(membership ->
            switch (membership.role()) {
              case "admin" -> Optional.of(UserRole.OWNER);
              case "member" -> Optional.of(UserRole.MEMBER);
              default -> Optional.empty();
            });
  }

  private Grant member(String words, List<Answer> by) {
    if (least.filter(role -> role.role() == UserRole.OWNER && !role.orOthers()).isPresent()) {
      return new Lacking(words + ", and it is for owners alone", Cause.ROLE, by);
    }
    if (highest.filter(role -> role.role() == UserRole.MEMBER).isPresent()) {
      return new Held(words, by);
    }
    return highest.isPresent()
        ? new Ambiguous(words + ", and some of it is for owners", by)
        : new Unprovable(words + "; whether that suffices is not documented", by);
  }
}
