package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.catalogue.Scopes;
import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.Grant.Held;
import io.github.tokenpreflight.evidence.Grant.Lacking;
import io.github.tokenpreflight.evidence.Grant.Open;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.ResponseFacts;
import io.github.tokenpreflight.requirements.RepositoryName;
import io.github.tokenpreflight.requirements.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a token, together with the user behind it, can do with a repository.
public final class Access {
  private final Evidence evidence;

  private Access(Evidence evidence) {
    this.evidence = evidence;
  }

  public static Access of(Evidence evidence) {
    return new Access(evidence);
  }

  /// Whether the token acts with the role in the repository.
  ///
  /// Pull and push are Git's to answer. The other roles are the user's alone: a token with scopes
  /// passes on all of them, of any other token the role of its user can only refute.
  public Grant grant(RepositoryName name, Role role) {
    return switch (Reach.of(evidence, name)) {
      case Reach.Hidden hidden ->
          new Lacking(
              "GitHub answered " + hidden.by().response().line(),
              Cause.REACH,
              List.of(hidden.by()));
      case Reach.Barred barred ->
          new Lacking(barred.by().refusal().message(), Cause.POLICY, List.of(barred.by()));
      case Reach.Unknown unknown -> unknown.grant();
      case Reach.Open open -> inReach(open, name, role);
    };
  }

  private Grant inReach(Reach.Open reach, RepositoryName name, Role role) {
    Grant git = role.includes(Role.PUSH) ? push(reach, name) : pull(name);
    boolean archived = git instanceof Lacking(_, Cause cause, _) && cause == Cause.STATE;
    if (role == Role.PULL || role == Role.PUSH || git instanceof Lacking && !archived) {
      return git;
    }
    Optional<Role> held = reach.role();
    List<Answer> by = List.of(reach.by());
    if (held.isPresent() && reach.denies(role)) {
      return new Lacking("the user's role is `" + held.get().word() + "`", Cause.ROLE, by);
    }
    if (archived) {
      return new Open("the repository is archived, where Git does not show what it lets in", by);
    }
    if (!(git instanceof Held)) {
      return git;
    }
    if (held.isPresent() && !held.get().includes(role)) {
      return new Open(
          "this server does not tell whether the user's role is `" + role.word() + "`", by);
    }
    Optional<List<String>> scopes = evidence.facts().flatMap(ResponseFacts::scopes);
    if (held.isEmpty() || scopes.isEmpty()) {
      return new Open("the role is the user's; what the token was given is not shown", by);
    }
    if (role == Role.TRIAGE && reach.isPublic()) {
      // Policies let anyone read a public repository and stop the rest; nothing harmless shows it.
      return new Open("no harmless question shows whether it may do more than read", by);
    }
    List<Answer> all =
        Stream.of(git.by(), by, evidence.lead().stream().toList()).flatMap(List::stream).toList();
    boolean covered =
        reach.isPublic()
            ? Scopes.standard().coversOnPublic(scopes.get(), "public_repo")
            : Scopes.standard().covers(scopes.get(), "repo");
    return covered
        ? new Held("the user's role is `" + held.get().word() + "`, and the scopes pass it on", all)
        : new Lacking(
            "the scope `" + (reach.isPublic() ? "public_repo" : "repo") + "` is missing",
            Cause.GRANT,
            all);
  }

  private Grant push(Reach.Open reach, RepositoryName name) {
    return evidence
        .to(evidence.questions().push(name))
        .map(answer -> GitAccess.read(answer, reach))
        .orElseGet(() -> new Open("it was not asked", List.of()));
  }

  private Grant pull(RepositoryName name) {
    return evidence
        .to(evidence.questions().pull(name))
        .map(GitAccess::readPull)
        .orElseGet(() -> new Open("it was not asked", List.of()));
  }
}
