package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.catalogue.ClassicScopes;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.catalogue.PermissionSet;
import io.github.tokenpreflight.catalogue.RequiredRole.Known;
import io.github.tokenpreflight.catalogue.Roles;
import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.Grant.Held;
import io.github.tokenpreflight.evidence.Grant.Lacking;
import io.github.tokenpreflight.evidence.Grant.Unprovable;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.requirements.RepositoryName;
import io.github.tokenpreflight.requirements.Role;
import io.github.tokenpreflight.token.TokenKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How it is settled whether a call would be let through for a token with scopes: they must cover
/// what GitHub's text asks for, and the user's role must be high enough as well.
final class ScopedCallInquiry {
  private static final String WORKFLOW = "workflow";

  private ScopedCallInquiry() {}

  static Inquiry of(Call call, Inquiries inquiries) {
    if (call.endpoint().classicScopes().filter(it -> excludes(it, inquiries.kinds())).isPresent()) {
      return CallInquiry.never();
    }
    List<Inquiry> parts = new ArrayList<>();
    parts.add(new Inquiry.Told(evidence -> scopes(call, evidence)));
    if (call.changesWorkflow()) {
      parts.add(new Inquiry.Told(evidence -> workflow(call, evidence)));
    }
    if (call.writes() && call.target() instanceof Target.Repository(var name)) {
      parts.add(pushed(name, call, inquiries));
    }
    role(call, inquiries).ifPresent(parts::add);
    return new Inquiry.All(parts);
  }

  private static boolean excludes(ClassicScopes scopes, Collection<TokenKind> kinds) {
    return switch (scopes.tokens()) {
      case NEITHER -> true;
      case CLASSIC_ONLY -> !kinds.contains(TokenKind.CLASSIC);
      case CLASSIC_AND_OAUTH -> false;
    };
  }

  /// Git's answer to a push settles what needs nothing but that. Of every other write it tells the
  /// policies that stand in the way, also where a public repository is shown to anyone.
  private static Inquiry pushed(RepositoryName name, Call call, Inquiries inquiries) {
    return needsPush(call) ? inquiries.push(name) : inquiries.policies(name);
  }

  /// Whether `contents: write` alone suffices and nothing does without it, which is what a push
  /// needs.
  private static boolean needsPush(Call call) {
    List<PermissionSet> sets = call.endpoint().grants().sets();
    return sets.stream().anyMatch(set -> set.levels().equals(Map.of("contents", Level.WRITE)))
        && sets.stream().allMatch(set -> set.level("contents") == Level.WRITE);
  }

  private static Grant scopes(Call call, Evidence evidence) {
    Optional<List<String>> held = evidence.scopes();
    if (held.isEmpty()) {
      return new Unprovable("GitHub sent no list of scopes", List.of());
    }
    boolean isPublic = reach(call, evidence).filter(Reach.Visible::isPublic).isPresent();
    List<List<String>> sets = sufficient(call, isPublic);
    if (sets.isEmpty()) {
      return new Unprovable("GitHub does not say which scope it needs", evidence.leads());
    }
    if (!isPublic && HeldScopes.cover(held.get(), sets, false) && asksMore(call, held.get())) {
      return new Unprovable("what it needs of private repositories is not held", evidence.leads());
    }
    return HeldScopes.cover(held.get(), sets, isPublic)
        ? new Held("its scopes suffice", evidence.leads())
        : new Lacking(
            "it needs the scope " + HeldScopes.words(sets), Cause.GRANT, evidence.leads());
  }

  /// What suffices by GitHub's text; where that is silent, `repo`, and of what is public nothing to
  /// read it and `public_repo` to write (documented as the rule for repositories).
  private static List<List<String>> sufficient(Call call, boolean isPublic) {
    boolean somewhere = call.target() instanceof Target.Repository;
    // What the text adds for private repositories is no condition where no repository is named.
    List<List<String>> named =
        call.endpoint()
            .classicScopes()
            .map(text ->
                isPublic || !somewhere ? text.sufficientOnPublic() : text.sufficientOnPrivate())
            .orElse(List.of());
    if (!named.isEmpty() || !somewhere) {
      return named;
    }
    List<String> onPublic = call.writes() ? List.of("public_repo") : List.of();
    return List.of(isPublic ? onPublic : List.of("repo"));
  }

  /// Whether the text adds scopes for private repositories, which the token does not have.
  private static boolean asksMore(Call call, List<String> held) {
    return call.endpoint()
        .classicScopes()
        .map(ClassicScopes::sufficientOnPrivate)
        .filter(sets -> !sets.isEmpty() && !HeldScopes.cover(held, sets, false))
        .isPresent();
  }

  private static Grant workflow(Call call, Evidence evidence) {
    boolean isPublic = reach(call, evidence).filter(Reach.Visible::isPublic).isPresent();
    if (evidence.scopes().filter(held -> HeldScopes.cover(held, WORKFLOW, isPublic)).isPresent()) {
      return new Held("it has the scope `workflow`", evidence.leads());
    }
    boolean documented =
        call.endpoint()
            .classicScopes()
            .filter(
                text -> text.also().stream().anyMatch(extra -> extra.scopes().contains(WORKFLOW)))
            .isPresent();
    return documented
        ? new Lacking("it needs the scope `workflow` as well", Cause.GRANT, evidence.leads())
        : new Unprovable(
            "whether it needs the scope `workflow` as well is not documented", evidence.leads());
  }

  /// The role that GitHub names for the endpoint. Where it names none, Git's answer settles a push,
  /// and an administrator may do everything in a repository; less is not judged.
  private static Optional<Inquiry> role(Call call, Inquiries inquiries) {
    if (call.target() instanceof Target.Repository(var name)) {
      if (Roles.needed(call.endpoint()) instanceof Known needed
          && RolePart.inRepositories(needed)) {
        return Optional.of(RolePart.of(needed, name));
      }
      return call.writes() && needsPush(call)
          ? Optional.empty()
          : Optional.of(new Inquiry.Told(evidence -> administrator(call, evidence)));
    }
    if (call.target() instanceof Target.Organization(var login)
        && Roles.needed(call.endpoint()) instanceof Known needed
        && needed.role().target() == Permission.Target.ORGANIZATION) {
      return Optional.of(
          inquiries.asked(
              inquiries.questions().membership(login),
              new MembershipReading(login, Optional.of(needed), Optional.of(needed))));
    }
    return Optional.of(Inquiries.unprovable("the user's role there was not proven"));
  }

  private static Grant administrator(Call call, Evidence evidence) {
    Optional<Reach.Visible> reach = reach(call, evidence);
    List<Answer> by = reach.stream().map(Reach.Visible::by).toList();
    return reach.flatMap(Reach.Visible::role).filter(role -> role == Role.ADMIN).isPresent()
        ? new Held("the user's role is `admin`", by)
        : new Unprovable("whether the user's role suffices is not documented", by);
  }

  private static Optional<Reach.Visible> reach(Call call, Evidence evidence) {
    return call.target() instanceof Target.Repository(var name)
            && evidence.reach(name) instanceof Reach.Visible reach
        ? Optional.of(reach)
        : Optional.empty();
  }
}
