package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Endpoint.Support;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.catalogue.PermissionSet;
import io.github.tokenpreflight.catalogue.Permissions;
import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.Grant.Held;
import io.github.tokenpreflight.evidence.Grant.Lacking;
import io.github.tokenpreflight.evidence.Grant.Open;
import io.github.tokenpreflight.evidence.Grant.Unanswered;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.Question;
import io.github.tokenpreflight.token.TokenKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whether a declared call would be let through.
public final class Calls {
  private static final String OWNERS = "owners of an organization may keep it to themselves";

  /// What may be refused all the same, which no question shows, and why.
  ///
  /// Source: GitHub docs, "Setting permissions for deleting or transferring repositories", and the
  /// text of the endpoint that renames a branch (documented).
  private static final Map<String, String> KEPT =
      Map.of(
          "DELETE /repos/{owner}/{repo}",
          OWNERS,
          "POST /repos/{owner}/{repo}/transfer",
          OWNERS,
          "POST /repos/{owner}/{repo}/branches/{branch}/rename",
          "the default branch is for administrators to rename");

  private final Evidence evidence;
  private final Set<TokenKind> kinds;
  private final Grants grants;

  private Calls(Evidence evidence) {
    this.evidence = evidence;
    this.kinds = Kinds.possible(evidence);
    this.grants = Grants.of(evidence);
  }

  public static Calls of(Evidence evidence) {
    return new Calls(evidence);
  }

  /// What must be asked to learn of a call.
  ///
  /// A GET that needs nothing but a place is asked itself: no proof is better. For any other call
  /// the permissions that it needs are probed, never by writing, or, for a token with scopes, the
  /// user's role.
  static List<Question> questions(Call call, Collection<TokenKind> kinds, Setting setting) {
    Questions questions = new Questions(setting.host());
    if (call.harmless()) {
      return List.of(itself(call, questions));
    }
    List<Question> asked = new ArrayList<>();
    if (call.target() instanceof Target.Repository(var name)) {
      asked.add(questions.repository(name));
      if (call.writes() && kinds.stream().anyMatch(TokenKind::hasScopes)) {
        asked.add(questions.push(name));
      }
    }
    if (call.hasTwoPlaces()) {
      return asked;
    }
    Setting harmless = setting.withoutWrites();
    for (PermissionSet set : accepted(call, kinds)) {
      set.levels()
          .forEach((name, level) ->
              known(name)
                  .ifPresent(permission ->
                      asked.addAll(
                          Grants.questions(permission, level, call.target(), kinds, harmless))));
    }
    return asked;
  }

  /// The sets that suffice whichever of the kinds with permissions it is; empty where that depends
  /// on the kind, or GitHub does not say. Of a workflow's file those that name `workflows`.
  private static List<PermissionSet> accepted(Call call, Collection<TokenKind> kinds) {
    List<List<PermissionSet>> sets =
        kinds.stream()
            .filter(TokenKind::hasPermissions)
            .map(kind -> Probes.accepted(call.endpoint(), kind).orElse(List.of()))
            .distinct()
            .toList();
    List<PermissionSet> accepted = sets.size() == 1 ? sets.getFirst() : List.of();
    return call.changesWorkflow()
        ? accepted.stream().filter(set -> set.level("workflows") != Level.NONE).toList()
        : accepted;
  }

  /// Whether the call would be let through.
  public Grant grant(Call call) {
    if (call.harmless()) {
      return evidence
          .to(itself(call, evidence.questions()))
          .map(AskedCall::read)
          .orElseGet(() -> new Open("it was not asked", List.of()));
    }
    Grant grant = reach(call.target()).orElseGet(() -> judged(call));
    if (!(grant instanceof Held held)) {
      return grant;
    }
    String kept = KEPT.get(call.endpoint().signature());
    if (kept != null) {
      return new Open(held.words() + "; but " + kept, held.by());
    }
    return call.mayChangeWorkflow()
        ? new Held(
            held.words() + "; to change workflow files it needs " + workflows() + " too", held.by())
        : held;
  }

  private String workflows() {
    return kinds.stream().allMatch(TokenKind::hasScopes)
        ? "the scope `workflow`"
        : "`workflows: write`";
  }

  private Grant judged(Call call) {
    if (call.hasTwoPlaces()) {
      return new Open(
          "it concerns an organization and a repository, and is judged for neither", List.of());
    }
    if (kinds.stream().allMatch(TokenKind::hasScopes)) {
      return ScopedCalls.of(evidence, kinds).grant(call);
    }
    List<Support> support =
        kinds.stream().map(kind -> Probes.support(call.endpoint(), kind)).distinct().toList();
    if (support.equals(List.of(Support.NO))) {
      return new Lacking("tokens of this kind cannot use this endpoint at all", Cause.KIND, lead());
    }
    return support.equals(List.of(Support.YES))
        ? permitted(call)
        : new Open("GitHub does not say whether tokens of this kind work here", List.of());
  }

  private static Question itself(Call call, Questions questions) {
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

  /// What stands in the way before any permission counts; absent when nothing does.
  private Optional<Grant> reach(Target target) {
    if (!(target instanceof Target.Repository(var name))) {
      return Optional.empty();
    }
    return switch (Reach.of(evidence, name)) {
      case Reach.Hidden hidden ->
          Optional.of(
              new Lacking(
                  "GitHub answered " + hidden.by().response().line(),
                  Cause.REACH,
                  List.of(hidden.by())));
      case Reach.Barred barred ->
          Optional.of(
              new Lacking(barred.by().refusal().message(), Cause.POLICY, List.of(barred.by())));
      case Reach.Unknown unknown -> Optional.of(unknown.grant());
      case Reach.Open _ -> Optional.empty();
    };
  }

  /// What told the kind of the token.
  private List<Answer> lead() {
    return evidence.lead().stream().toList();
  }

  private Grant permitted(Call call) {
    List<PermissionSet> accepted = accepted(call, kinds);
    if (accepted.isEmpty()) {
      return new Open("GitHub does not say which permission it needs", List.of());
    }
    Grant grant = Grant.anyOf(accepted.stream().map(set -> held(set, call)).toList());
    return grant instanceof Lacking lacking && perhapsAnyway(call, lacking, accepted)
        ? new Open(lacking.words() + "; but anyone may be let read it", lacking.by())
        : grant;
  }

  /// Whether a call that reads may go through without what is missing: public things are mostly
  /// shown to anyone, and archived ones stay readable.
  private boolean perhapsAnyway(Call call, Lacking lacking, List<PermissionSet> accepted) {
    if (call.writes() || lacking.cause() == Cause.POLICY || lacking.cause() == Cause.REACH) {
      return false;
    }
    return lacking.cause() == Cause.STATE
        || Probes.openOfOrganizations(call.endpoint())
        || isOpen(call.target()) && accepted.stream().anyMatch(set -> !Probes.guardedOnPublic(set));
  }

  private boolean isOpen(Target target) {
    return target instanceof Target.Repository(var name)
        && Reach.of(evidence, name) instanceof Reach.Open open
        && !open.isPrivate();
  }

  private Grant held(PermissionSet set, Call call) {
    if (set.isEmpty()) {
      return unpermitted(call);
    }
    List<Grant> needed = new ArrayList<>();
    for (Map.Entry<String, Level> need : set.levels().entrySet()) {
      String title = "`" + need.getKey() + ": " + need.getValue().wireName() + "`";
      Grant grant =
          known(need.getKey())
              .map(permission -> grants.grant(permission, need.getValue(), call.target()))
              .orElseGet(() -> new Open("the permission is not in the catalogue", List.of()));
      needed.add(named(title, grant));
    }
    return Grant.allOf(needed);
  }

  /// Any token will do, but of a repository it must be in reach, and an enterprise, an organization
  /// or the owner of a thing that the path names lets in whom they like. What is only taken to be
  /// free (inferred) is not certain enough.
  private Grant unpermitted(Call call) {
    String words = "it needs no permission";
    return switch (call.target()) {
      case Target.User _ when free(call.endpoint()) -> new Held(words, lead());
      case Target.Repository(var name)
          when Reach.of(evidence, name) instanceof Reach.Open open
              && (open.isPrivate() || !call.writes()) ->
          new Held(words, List.of(open.by()));
      default -> new Open(words + "; whether its user is let in is not shown", lead());
    };
  }

  private static boolean free(Endpoint endpoint) {
    return !endpoint.path().contains("{")
        && endpoint.grants().basis().certainty() != Endpoint.Certainty.INFERRED;
  }

  private static Grant named(String title, Grant grant) {
    return switch (grant) {
      case Held held -> new Held("it has " + title, held.by());
      case Lacking lacking ->
          new Lacking("it lacks " + title + ": " + lacking.words(), lacking.cause(), lacking.by());
      case Open open -> new Open(title + " is not provable: " + open.words(), open.by());
      case Unanswered open -> new Unanswered(title + ": " + open.words(), open.by());
    };
  }

  private static Optional<Permission> known(String name) {
    return Permissions.standard().find(name);
  }
}
