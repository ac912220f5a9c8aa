package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.catalogue.Scopes;
import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.Grant.Held;
import io.github.tokenpreflight.evidence.Grant.Lacking;
import io.github.tokenpreflight.evidence.Grant.Unprovable;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.requirements.RepositoryName;
import io.github.tokenpreflight.requirements.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How it is settled whether a token, together with the user behind it, acts with a role in a
/// repository.
///
/// Pull and push are Git's to answer. The other roles are the user's alone: a token with scopes
/// passes on all of them, of any other token the role of its user can only refute.
final class RoleInquiry {
  private RoleInquiry() {}

  static Inquiry of(RepositoryName name, Role role, Inquiries inquiries) {
    Target place = new Target.Repository(name);
    Inquiry held =
        switch (role) {
          case PULL -> inquiries.pull(name);
          case PUSH -> inquiries.push(name);
          case TRIAGE -> new Inquiry.All(List.of(inquiries.pull(name), ofUser(name, role)));
          case MAINTAIN, ADMIN ->
              new Inquiry.All(
                  List.of(
                      new Inquiry.Reserved(inquiries.push(name), Reservation.ARCHIVED, place),
                      ofUser(name, role)));
        };
    return inquiries.behind(name, held);
  }

  private static Inquiry ofUser(RepositoryName name, Role role) {
    return new Inquiry.Told(evidence ->
        evidence.reach(name) instanceof Reach.Visible reach
            ? ofUser(reach, role, evidence)
            : evidence.reach(name).obstacle().orElseThrow());
  }

  private static Grant ofUser(Reach.Visible reach, Role role, Evidence evidence) {
    Optional<Role> held = reach.role();
    List<Answer> by = List.of(reach.by());
    if (held.isPresent() && reach.denies(role)) {
      return new Lacking("the user's role is `" + held.get().word() + "`", Cause.ROLE, by);
    }
    if (held.isPresent() && !held.get().includes(role)) {
      return new Unprovable(
          "this server does not tell whether the user's role is `" + role.word() + "`", by);
    }
    Optional<List<String>> scopes = evidence.scopes();
    if (held.isEmpty() || scopes.isEmpty()) {
      return new Unprovable("the role is the user's; what the token was given is not shown", by);
    }
    if (role == Role.TRIAGE && reach.isPublic()) {
      // Policies let anyone read a public repository and stop the rest; nothing harmless shows it.
      return new Unprovable("no harmless question shows whether it may do more than read", by);
    }
    return passedOn(reach, held.get(), scopes.get(), evidence);
  }

  private static Grant passedOn(
      Reach.Visible reach, Role held, List<String> scopes, Evidence evidence) {
    List<Answer> by = Stream.concat(Stream.of(reach.by()), evidence.leads().stream()).toList();
    String needed = reach.isPublic() ? "public_repo" : "repo";
    boolean covered =
        reach.isPublic()
            ? Scopes.standard().coversOnPublic(scopes, needed)
            : Scopes.standard().covers(scopes, needed);
    return covered
        ? new Held("the user's role is `" + held.word() + "`, and the scopes pass it on", by)
        : new Lacking("the scope `" + needed + "` is missing", Cause.GRANT, by);
  }
}
