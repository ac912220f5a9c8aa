package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.RequiredRole.Known;
import io.github.tokenpreflight.catalogue.Roles;
import io.github.tokenpreflight.evidence.Grant.Ambiguous;
import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.Grant.Held;
import io.github.tokenpreflight.evidence.Grant.Unprovable;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.Refusal.Meaning;
import io.github.tokenpreflight.token.TokenKind;
import java.util.List;
import java.util.Optional;

/// What the answer to a probe says about a permission.
///
/// @param level the level that is wanted
record ProbeReading(Probe probe, Level level, Target place) implements Reading {
  @Override
  public Grant given(Answer.Given answer, Evidence evidence) {
    List<Answer> by = List.of(answer);
    if (probe.isWrite()) {
      return new Ambiguous(
          "a write that GitHub had to reject went through, which proves nothing", by);
    }
    if (!probe.level().includes(level)) {
      return new Unprovable("only a write request can show `" + level.wireName() + "`", by);
    }
    if (open(evidence) && !Probes.discriminatesOnPublic(probe.permission())) {
      return new Unprovable("anyone may read this of such a repository, it is not private", by);
    }
    Grant shown = shown(answer, "the question that needs exactly it was answered");
    return shown instanceof Held && !(place instanceof Target.Repository) && ofOwners(evidence)
        ? new Unprovable("it was shown, but some of what it opens is for owners alone", by)
        : shown;
  }

  /// Whether the user's role in an organization, which nothing tells, may keep some of it away.
  private boolean ofOwners(Evidence evidence) {
    return !probe.showsRole() && evidence.kinds().stream().anyMatch(TokenKind::hasUser);
  }

  private Grant shown(Answer answer, String words) {
    return answer
            .last()
            .filter(it -> Accepted.contradicts(it, probe.permission(), level))
            .isPresent()
        ? new Ambiguous(
            "GitHub asks for something else here than the catalogue says", List.of(answer))
        : new Held(words, List.of(answer));
  }

  @Override
  public Grant refusedItself(Answer.Refused answer, Evidence evidence) {
    return answer.refusal().meaning() == Meaning.VALIDATION && probe.isWrite()
        ? shown(answer, "GitHub let the write in and rejected only its body")
        : Reading.super.refusedItself(answer, evidence);
  }

  @Override
  public Optional<Cause> missing(Answer.Refused answer, Evidence evidence) {
    Meaning meaning = answer.refusal().meaning();
    if (meaning == Meaning.MISSING_ROLE && level.includes(probe.level()) && !ofSomeUse(evidence)) {
      return Optional.of(Cause.ROLE);
    }
    return meaning == Meaning.MISSING_PERMISSION
            && Accepted.refutes(answer.response(), probe.permission(), level)
        ? Optional.of(Cause.GRANT)
        : Optional.empty();
  }

  /// Whether the question needs a higher role than the user has, whose role suffices for something
  /// else that the permission opens.
  private boolean ofSomeUse(Evidence evidence) {
    return Roles.needed(probe.endpoint()) instanceof Known needed
        && place instanceof Target.Repository(var name)
        && evidence.reach(name) instanceof Reach.Visible reach
        && RolePart.of(reach)
            .filter(role -> !role.includes(needed.role()))
            .filter(role -> Roles.serves(probe.permission(), level, role))
            .isPresent();
  }

  @Override
  public Optional<String> doubt() {
    return probe.level().includes(level)
        ? Optional.empty()
        : Optional.of("harmless questions can only refute it");
  }

  /// Whether others than those with the permission may read there.
  private boolean open(Evidence evidence) {
    return place instanceof Target.Repository(var name)
        && evidence.reach(name) instanceof Reach.Visible reach
        && !reach.isPrivate();
  }
}
