package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Endpoint.Support;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.PermissionSet;
import io.github.tokenpreflight.catalogue.Permissions;
import io.github.tokenpreflight.catalogue.RequiredRole.Known;
import io.github.tokenpreflight.catalogue.Roles;
import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.Grant.Held;
import io.github.tokenpreflight.evidence.Grant.Lacking;
import io.github.tokenpreflight.evidence.Grant.Unprovable;
import io.github.tokenpreflight.github.Question;
import io.github.tokenpreflight.token.TokenKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How it is settled whether a declared call would be let through.
///
/// A GET that needs nothing but a place is asked itself: no proof is better. For any other call the
/// permissions that it needs are probed, never by writing, or, for a token with scopes, the scopes
/// and the user's role.
final class CallInquiry {
  private CallInquiry() {}

  static Inquiry of(Call call, Inquiries inquiries) {
    if (call.endpoint().admission().refusesAll()) {
      return never();
    }
    if (call.harmless()) {
      return itself(call, inquiries);
    }
    Inquiry judged =
        Reservation.TWO_PLACES.concerns(call)
            ? Inquiries.unprovable(Reservation.TWO_PLACES.doubt().orElseThrow())
            : reserved(judged(call, inquiries), call);
    return call.target() instanceof Target.Repository(var name)
        ? inquiries.behind(name, judged)
        : judged;
  }

  private static Inquiry reserved(Inquiry judged, Call call) {
    Inquiry reserved = judged;
    for (Reservation reservation :
        List.of(Reservation.OWNERS, Reservation.DEFAULT_BRANCH, Reservation.WORKFLOW_FILES)) {
      if (reservation.concerns(call)) {
        reserved = new Inquiry.Reserved(reserved, reservation, call.target());
      }
    }
    return reserved;
  }

  private static Inquiry judged(Call call, Inquiries inquiries) {
    if (inquiries.kinds().stream().allMatch(TokenKind::hasScopes)) {
      return ScopedCallInquiry.of(call, inquiries);
    }
    List<Support> support =
        inquiries.kinds().stream()
            .map(kind -> Probes.support(call.endpoint(), kind))
            .distinct()
            .toList();
    if (support.equals(List.of(Support.NO))) {
      return never();
    }
    return support.equals(List.of(Support.YES))
        ? permitted(call, inquiries)
        : Inquiries.unprovable("GitHub does not say whether tokens of this kind work here");
  }

  static Inquiry never() {
    return new Inquiry.Settled(
        new Lacking("tokens of this kind cannot use this endpoint at all", Cause.KIND, List.of()));
  }

  /// The call, and beside it its repository, which explains a 404.
  private static Inquiry itself(Call call, Inquiries inquiries) {
    Inquiry asked =
        inquiries.asked(question(call, inquiries.questions()), new CallReading(call.target()));
    return call.target() instanceof Target.Repository(var name) && inquiries.setting().asks()
        ? new Inquiry.Beside(inquiries.questions().repository(name), asked)
        : asked;
  }

  private static Question question(Call call, Questions questions) {
    if (call.endpoint().path().equals("/repos/{owner}/{repo}")
        && call.target() instanceof Target.Repository(var name)) {
      return questions.repository(name);
    }
    if (call.endpoint().path().equals("/user/memberships/orgs/{org}")
        && call.target() instanceof Target.Organization(var login)) {
      return questions.membership(login);
    }
    return call.endpoint().path().equals("/user")
        ? questions.user()
        : questions.endpoint(call.path(), call.target(), call.requirement().line());
  }

  private static Inquiry permitted(Call call, Inquiries inquiries) {
    List<PermissionSet> accepted = accepted(call, inquiries.kinds());
    if (accepted.isEmpty()) {
      return Inquiries.unprovable("GitHub does not say which permission it needs");
    }
    Inquiry sets =
        new Inquiry.Any(accepted.stream().map(set -> held(set, call, inquiries)).toList());
    for (Reservation reservation :
        List.of(Reservation.OPEN_TO_ANYONE, Reservation.OPEN_OF_ORGANIZATIONS)) {
      if (reservation.concerns(call)) {
        sets = new Inquiry.Reserved(sets, reservation, call.target());
      }
    }
    Optional<Inquiry> role = role(call, inquiries);
    return role.isPresent() ? new Inquiry.All(List.of(sets, role.get())) : sets;
  }

  /// The role that the endpoint itself needs; absent where no user stands behind the token, or
  /// GitHub names none.
  private static Optional<Inquiry> role(Call call, Inquiries inquiries) {
    if (!(Roles.needed(call.endpoint()) instanceof Known needed)
        || inquiries.kinds().stream().noneMatch(TokenKind::hasUser)) {
      return Optional.empty();
    }
    return Optional.of(
        call.target() instanceof Target.Repository(var name) && RolePart.inRepositories(needed)
            ? RolePart.of(needed, name)
            : Inquiries.unprovable(
                "whether the user has the role `" + needed.role().word() + "` is not shown"));
  }

  /// The sets that suffice whichever of the kinds with permissions it is; empty where that depends
  /// on the kind, or GitHub does not say. Of a workflow's file those that name `workflows`.
  private static List<PermissionSet> accepted(Call call, Collection<TokenKind> kinds) {
    List<List<PermissionSet>> sets =
        kinds.stream()
            .map(kind -> Probes.accepted(call.endpoint(), kind).orElse(List.of()))
            .distinct()
            .toList();
    List<PermissionSet> accepted = sets.size() == 1 ? sets.getFirst() : List.of();
    return call.changesWorkflow()
        ? accepted.stream().filter(set -> set.level("workflows") != Level.NONE).toList()
        : accepted;
  }

  private static Inquiry held(PermissionSet set, Call call, Inquiries inquiries) {
    if (set.isEmpty()) {
      return new Inquiry.Told(evidence -> unpermitted(call, evidence));
    }
    return new Inquiry.All(
        set.levels().entrySet().stream()
            .map(need -> titled(need, call.target(), inquiries.withoutWrites()))
            .toList());
  }

  private static Inquiry titled(Map.Entry<String, Level> need, Target place, Inquiries inquiries) {
    return new Inquiry.Titled(
        "`" + need.getKey() + ": " + need.getValue().wireName() + "`",
        Permissions.standard()
            .find(need.getKey())
            .map(permission ->
                PermissionInquiry.given(permission, need.getValue(), place, inquiries))
            .orElseGet(() -> Inquiries.unprovable("the permission is not in the catalogue")));
  }

  /// Any token will do, but of a repository it must be in reach, and an enterprise, an organization
  /// or the owner of a thing that the path names lets in whom they like. What is only taken to be
  /// free (inferred) is not certain enough.
  private static Grant unpermitted(Call call, Evidence evidence) {
    String words = "it needs no permission";
    return switch (call.target()) {
      case Target.User _ when free(call.endpoint()) -> new Held(words, evidence.leads());
      case Target.Repository(var name)
          when evidence.reach(name) instanceof Reach.Visible reach
              && (reach.isPrivate() || !call.writes()) ->
          new Held(words, List.of(reach.by()));
      default ->
          new Unprovable(words + "; whether its user is let in is not shown", evidence.leads());
    };
  }

  private static boolean free(Endpoint endpoint) {
    return !endpoint.path().contains("{")
        && endpoint.grants().basis().certainty() != Endpoint.Certainty.INFERRED;
  }
}
