package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.catalogue.ClassicScopes;
import io.github.tokenpreflight.catalogue.Endpoint.Support;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.catalogue.PermissionSet;
import io.github.tokenpreflight.catalogue.Permissions;
import io.github.tokenpreflight.catalogue.Scopes;
import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.Grant.Held;
import io.github.tokenpreflight.evidence.Grant.Lacking;
import io.github.tokenpreflight.evidence.Grant.Open;
import io.github.tokenpreflight.evidence.Grant.Unanswered;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.Question;
import io.github.tokenpreflight.github.Refusal.Meaning;
import io.github.tokenpreflight.github.ResponseFacts;
import io.github.tokenpreflight.requirements.Role;
import io.github.tokenpreflight.token.TokenKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whether a declared call would be let through.
public final class Calls {
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
    }
    Setting harmless = setting.withoutWrites();
    List<TokenKind> holders = kinds.stream().filter(TokenKind::hasPermissions).toList();
    if (!holders.isEmpty()) {
      for (PermissionSet set :
          Probes.accepted(call.endpoint(), holders.getFirst()).orElse(List.of())) {
        set.levels()
            .forEach((name, level) ->
                known(name)
                    .ifPresent(permission ->
                        asked.addAll(
                            Grants.questions(permission, level, call.target(), kinds, harmless))));
      }
    }
    return asked;
  }

  /// Whether the call would be let through.
  public Grant grant(Call call) {
    if (call.harmless()) {
      return evidence
          .to(itself(call, evidence.questions()))
          .map(Calls::answered)
          .orElseGet(() -> new Open("it was not asked", List.of()));
    }
    Optional<Grant> reach = reach(call.target());
    if (reach.isPresent()) {
      return reach.get();
    }
    if (kinds.stream().allMatch(TokenKind::hasScopes)) {
      return scoped(call);
    }
    List<Support> support =
        kinds.stream().map(kind -> Probes.support(call.endpoint(), kind)).distinct().toList();
    if (support.equals(List.of(Support.NO))) {
      return new Lacking(
          "tokens of this kind cannot use this endpoint at all", Cause.KIND, List.of());
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
    return call.endpoint().path().equals("/user")
        ? questions.user()
        : questions.endpoint(call.path(), call.target(), call.wish().line());
  }

  /// The call itself was made: its answer is the proof.
  private static Grant answered(Answer answer) {
    List<Answer> by = List.of(answer);
    return switch (answer) {
      case Answer.Given _ -> new Held("the call itself was answered", by);
      case Answer.Unanswered unanswered -> new Unanswered(unanswered.words(), by);
      case Answer.Refused refused -> {
        Meaning meaning = refused.refusal().meaning();
        String said = "GitHub answered " + refused.response().line();
        if (meaning.policy()) {
          yield new Lacking(refused.refusal().message(), Cause.POLICY, by);
        }
        yield switch (meaning) {
          case MISSING_PERMISSION, MISSING_SCOPE -> new Lacking(said, Cause.GRANT, by);
          case MISSING_ROLE -> new Lacking(said, Cause.ROLE, by);
          case PRIMARY_LIMIT, SECONDARY_LIMIT, TOO_MANY_LOGINS -> new Unanswered(said, by);
          // Not there, or hidden: a thing that does not exist yet says nothing about the token.
          default -> new Open(said, by);
        };
      }
    };
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
                  name + " is not there, or hidden from the token",
                  Cause.REACH,
                  List.of(hidden.by())));
      case Reach.Barred barred ->
          Optional.of(
              new Lacking(barred.by().refusal().message(), Cause.POLICY, List.of(barred.by())));
      case Reach.Open _, Reach.Unknown _ -> Optional.empty();
    };
  }

  private Grant permitted(Call call) {
    List<Grant> sets = new ArrayList<>();
    for (PermissionSet set :
        Probes.accepted(call.endpoint(), kinds.iterator().next()).orElse(List.of())) {
      sets.add(held(set, call.target()));
    }
    return sets.isEmpty()
        ? new Open("GitHub does not say which permission it needs", List.of())
        : Grant.anyOf(sets);
  }

  private Grant held(PermissionSet set, Target target) {
    List<Grant> needed = new ArrayList<>();
    for (Map.Entry<String, Level> need : set.levels().entrySet()) {
      String title = "`" + need.getKey() + ": " + need.getValue().wireName() + "`";
      Grant grant =
          known(need.getKey())
              .map(permission -> grants.grant(permission, need.getValue(), target))
              .orElseGet(() -> new Open("the permission is not in the catalogue", List.of()));
      needed.add(named(title, grant));
    }
    return needed.isEmpty() ? new Held("it needs no permission", List.of()) : Grant.allOf(needed);
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

  /// A token with scopes: the scopes must cover what GitHub's text asks for, and the user's role
  /// must be high enough as well.
  private Grant scoped(Call call) {
    Optional<ClassicScopes> asked = call.endpoint().classicScopes();
    if (asked.filter(scopes -> scopes.tokens() == ClassicScopes.Tokens.NEITHER).isPresent()) {
      return new Lacking("classic tokens cannot use this endpoint at all", Cause.KIND, List.of());
    }
    boolean classicOnly =
        asked.filter(scopes -> scopes.tokens() == ClassicScopes.Tokens.CLASSIC_ONLY).isPresent();
    if (classicOnly && kinds.equals(Set.of(TokenKind.OAUTH))) {
      return new Lacking("tokens of OAuth apps cannot use this endpoint", Cause.KIND, List.of());
    }
    Optional<List<String>> held = evidence.facts().flatMap(ResponseFacts::scopes);
    if (held.isEmpty()) {
      return new Open("GitHub sent no list of scopes", List.of());
    }
    List<Answer> by = evidence.lead().stream().toList();
    Optional<Reach.Open> reach = open(call.target());
    List<List<String>> sets = sufficient(call, asked, reach);
    if (sets.isEmpty()) {
      return new Open("GitHub does not say which scope it needs", by);
    }
    boolean covered =
        sets.stream()
            .anyMatch(set -> set.stream().allMatch(scope -> covers(held.get(), scope, reach)));
    if (!covered) {
      return new Lacking(
          "it needs the scope " + String.join(" or ", sets.stream().map(Calls::words).toList()),
          Cause.GRANT,
          by);
    }
    return role(call, reach, by);
  }

  /// What suffices by GitHub's text; where that is silent, `repo`, and `public_repo` for what is
  /// public (documented as the rule for repositories).
  private static List<List<String>> sufficient(
      Call call, Optional<ClassicScopes> asked, Optional<Reach.Open> reach) {
    boolean isPublic = reach.filter(Reach.Open::isPublic).isPresent();
    List<List<String>> named =
        asked
            .map(text -> isPublic ? text.sufficientOnPublic() : text.sufficientOnPrivate())
            .orElse(List.of());
    if (!named.isEmpty() || !(call.target() instanceof Target.Repository)) {
      return named;
    }
    return isPublic ? List.of(List.of("public_repo")) : List.of(List.of("repo"));
  }

  private static boolean covers(List<String> held, String scope, Optional<Reach.Open> reach) {
    return reach.filter(Reach.Open::isPublic).isPresent()
        ? Scopes.standard().coversOnPublic(held, scope)
        : Scopes.standard().covers(held, scope);
  }

  /// The scopes suffice; now the user's role. An administrator may do everything in a repository;
  /// which lower role suffices is documented for few endpoints, so that less is not judged.
  private static Grant role(Call call, Optional<Reach.Open> reach, List<Answer> by) {
    if (reach.isEmpty()) {
      return new Open("the scopes suffice; the user's role there was not proven", by);
    }
    List<Answer> both = new ArrayList<>(by);
    both.add(reach.get().by());
    Optional<Role> role = reach.get().role();
    boolean contents =
        call.endpoint().grants().sets().stream()
            .anyMatch(set -> set.levels().equals(Map.of("contents", Level.WRITE)));
    if (role.isPresent() && role.get() == Role.ADMIN
        || contents && role.isPresent() && role.get().includes(Role.PUSH)) {
      return reach.get().repository().archived()
          ? new Lacking("the repository is archived, so nobody can write to it", Cause.STATE, both)
          : new Held(
              "its scopes suffice, and the user's role is `" + role.get().word() + "`", both);
    }
    return contents && role.isPresent()
        ? new Lacking(
            "the user's role is `" + role.get().word() + "`, and `push` is needed",
            Cause.ROLE,
            both)
        : new Open("the scopes suffice; whether the user's role does is not documented", both);
  }

  private Optional<Reach.Open> open(Target target) {
    return target instanceof Target.Repository(var name)
            && Reach.of(evidence, name) instanceof Reach.Open open
        ? Optional.of(open)
        : Optional.empty();
  }

  private static String words(List<String> set) {
    return String.join(" with ", set.stream().map(scope -> "`" + scope + "`").toList());
  }

  private static Optional<Permission> known(String name) {
    return Permissions.standard().find(name);
  }
}
