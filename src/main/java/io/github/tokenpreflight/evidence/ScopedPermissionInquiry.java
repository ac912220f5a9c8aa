package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.catalogue.Endpoint.Certainty;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.catalogue.PermissionScopes;
import io.github.tokenpreflight.catalogue.PermissionScopes.Determined;
import io.github.tokenpreflight.catalogue.PermissionScopes.Undetermined;
import io.github.tokenpreflight.catalogue.PermissionScopes.Why;
import io.github.tokenpreflight.catalogue.RequiredRole.Known;
import io.github.tokenpreflight.catalogue.Roles;
import io.github.tokenpreflight.catalogue.UserRole;
import io.github.tokenpreflight.evidence.Grant.Ambiguous;
import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.Grant.Held;
import io.github.tokenpreflight.evidence.Grant.Lacking;
import io.github.tokenpreflight.evidence.Grant.Unprovable;
import io.github.tokenpreflight.requirements.RepositoryName;
import io.github.tokenpreflight.requirements.Role;
import io.github.tokenpreflight.token.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How it is settled whether a token with scopes can do what a permission opens, at one level, at
/// one place: its scopes open it, no policy stands in the way, and the user's role suffices.
final class ScopedPermissionInquiry {
  /// Members read what the scopes open to them; what is for owners besides is no part of it.
  private static final Known MEMBERS = new Known(UserRole.MEMBER, false, Certainty.INFERRED);

  private ScopedPermissionInquiry() {}

  static Inquiry of(Permission permission, Level level, Target place, Inquiries inquiries) {
    return switch (place) {
      case Target.Repository(var name) ->
          inquiries.behind(name, inRepository(permission, level, name, inquiries));
      case Target.Organization(var login) ->
          new Inquiry.All(
              List.of(
                  scopes(permission, level, place),
                  inquiries.asked(
                      inquiries.questions().membership(login),
                      new MembershipReading(
                          login,
                          Roles.least(permission, level),
                          level == Level.READ && Roles.serves(permission, level, UserRole.MEMBER)
                              ? Optional.of(MEMBERS)
                              : Roles.highest(permission, level)))));
      case Target.User() -> scopes(permission, level, place);
    };
  }

  private static Inquiry inRepository(
      Permission permission, Level level, RepositoryName name, Inquiries inquiries) {
    if (PermissionInquiry.isPush(permission, level)) {
      return inquiries.push(name);
    }
    if (permission.name().equals("metadata")) {
      return PermissionInquiry.shown(name);
    }
    if (permission.name().equals("contents")) {
      return inquiries.pull(name);
    }
    List<Inquiry> parts = new ArrayList<>();
    parts.add(scopes(permission, level, new Target.Repository(name)));
    parts.add(role(permission, level, name));
    if (level.includes(Level.WRITE)) {
      parts.add(inquiries.policies(name));
    }
    return new Inquiry.All(parts);
  }

  /// Where GitHub names no role: an administrator may do everything in a repository, and what is
  /// open to anyone on public ones needs none (documented); less is not judged.
  private static Inquiry role(Permission permission, Level level, RepositoryName name) {
    Inquiry named = RolePart.of(permission, level, name, false);
    boolean forAll = level == Level.READ && !Probes.discriminatesOnPublic(permission);
    boolean told =
        Roles.highest(permission, level)
            .filter(RolePart::inRepositories)
            .filter(highest -> highest.role() != UserRole.PULL)
            .isPresent();
    if (forAll || told) {
      return named;
    }
    Inquiry unnamed =
        new Inquiry.Told(evidence ->
            evidence.reach(name) instanceof Reach.Visible reach
                    && reach.role().filter(role -> role != Role.ADMIN).isPresent()
                ? new Unprovable(
                    "whether the user's role suffices is not documented", List.of(reach.by()))
                : new Held("an administrator may do everything there", List.of()));
    return new Inquiry.All(List.of(named, unnamed));
  }

  private static Inquiry scopes(Permission permission, Level level, Target place) {
    return new Inquiry.Told(evidence -> scopes(permission, level, place, evidence));
  }

  private static Grant scopes(Permission permission, Level level, Target place, Evidence evidence) {
    Optional<List<String>> listed = evidence.scopes();
    if (listed.isEmpty()) {
      return new Unprovable("GitHub sent no list of scopes", List.of());
    }
    Optional<Reach.Visible> reach =
        place instanceof Target.Repository(var name)
                && evidence.reach(name) instanceof Reach.Visible visible
            ? Optional.of(visible)
            : Optional.empty();
    boolean isPublic = reach.filter(Reach.Visible::isPublic).isPresent();
    Optional<UserRole> role =
        place instanceof Target.Organization(var login)
            ? MembershipReading.role(login, evidence)
            : reach.flatMap(RolePart::of);
    PermissionScopes scopes =
        role.map(held -> PermissionScopes.of(permission, level, held))
            .orElseGet(() -> PermissionScopes.of(permission, level));
    if (evidence.kinds().contains(TokenKind.OAUTH)
        && PermissionScopes.forClassicOnly(permission, level)) {
      return new Unprovable("some of it is for classic tokens alone", evidence.leads());
    }
    return switch (scopes) {
      case Undetermined(Why why) when why == Why.APPS_ONLY ->
          new Lacking(why.words(), Cause.KIND, evidence.leads());
      case Undetermined(Why why) -> new Unprovable(why.words(), evidence.leads());
      case Determined(var onPublic, var onPrivate) ->
          HeldScopes.cover(listed.get(), onPrivate.sufficient(), isPublic)
                  && (!(place instanceof Target.Organization)
                      || HeldScopes.cover(listed.get(), "read:org", false))
              ? new Held("its scopes open it", evidence.leads())
              : scopes(isPublic ? onPublic : onPrivate, listed.get(), isPublic, evidence);
    };
  }

  private static Grant scopes(
      PermissionScopes.Place needed, List<String> held, boolean isPublic, Evidence evidence) {
    String words = HeldScopes.words(needed.sufficient());
    if (HeldScopes.cover(held, needed.sufficient(), isPublic)) {
      return needed.certainty() == Certainty.INFERRED
          ? new Unprovable("that " + words + " suffices there is not documented", evidence.leads())
          : new Held("its scopes open it", evidence.leads());
    }
    return HeldScopes.cover(held, needed.least(), isPublic)
        ? new Ambiguous("its scopes open some of it; all of it needs " + words, evidence.leads())
        : new Lacking("it needs the scope " + words, Cause.GRANT, evidence.leads());
  }
}
