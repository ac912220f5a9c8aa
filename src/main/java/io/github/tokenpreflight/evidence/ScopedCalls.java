package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.catalogue.ClassicScopes;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.PermissionSet;
import io.github.tokenpreflight.catalogue.Scopes;
import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.Grant.Held;
import io.github.tokenpreflight.evidence.Grant.Lacking;
import io.github.tokenpreflight.evidence.Grant.Open;
import io.github.tokenpreflight.evidence.Grant.Unanswered;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.ResponseFacts;
import io.github.tokenpreflight.requirements.Role;
import io.github.tokenpreflight.token.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whether a declared call would be let through for a token with scopes: they must cover what
/// GitHub's text asks for, and the user's role must be high enough as well.
final class ScopedCalls {
  private static final String WORKFLOW = "workflow";

  private final Evidence evidence;
  private final Set<TokenKind> kinds;

  private ScopedCalls(Evidence evidence, Set<TokenKind> kinds) {
    this.evidence = evidence;
    this.kinds = kinds;
  }

  static ScopedCalls of(Evidence evidence, Set<TokenKind> kinds) {
    return new ScopedCalls(evidence, kinds);
  }

  Grant grant(Call call) {
    Optional<ClassicScopes> asked = call.endpoint().classicScopes();
    if (asked.filter(this::excludesAll).isPresent()) {
      return new Lacking("tokens of this kind cannot use this endpoint at all", Cause.KIND, lead());
    }
    Optional<List<String>> held = evidence.facts().flatMap(ResponseFacts::scopes);
    if (held.isEmpty()) {
      return new Open("GitHub sent no list of scopes", List.of());
    }
    List<Answer> by = lead();
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
          "it needs the scope "
              + String.join(" or ", sets.stream().map(ScopedCalls::words).toList()),
          Cause.GRANT,
          by);
    }
    if (call.changesWorkflow() && !covers(held.get(), WORKFLOW, reach)) {
      return asked.filter(ScopedCalls::namesWorkflow).isPresent()
          ? new Lacking("it needs the scope `workflow` as well", Cause.GRANT, by)
          : new Open("whether it needs the scope `workflow` as well is not documented", by);
    }
    return role(call, reach, by);
  }

  private static boolean namesWorkflow(ClassicScopes scopes) {
    return scopes.also().stream().anyMatch(extra -> extra.scopes().contains(WORKFLOW));
  }

  private boolean excludesAll(ClassicScopes scopes) {
    return switch (scopes.tokens()) {
      case NEITHER -> true;
      case CLASSIC_ONLY -> !kinds.contains(TokenKind.CLASSIC);
      case CLASSIC_AND_OAUTH -> false;
    };
  }

  /// What suffices by GitHub's text; where that is silent, `repo`, and of what is public nothing to
  /// read it and `public_repo` to write (documented as the rule for repositories).
  private static List<List<String>> sufficient(
      Call call, Optional<ClassicScopes> asked, Optional<Reach.Open> reach) {
    boolean isPublic = reach.filter(Reach.Open::isPublic).isPresent();
    boolean somewhere = call.target() instanceof Target.Repository;
    // What the text adds for private repositories is no condition where no repository is named.
    List<List<String>> named =
        asked
            .map(text ->
                isPublic || !somewhere ? text.sufficientOnPublic() : text.sufficientOnPrivate())
            .orElse(List.of());
    if (!named.isEmpty() || !somewhere) {
      return named;
    }
    List<String> open = call.endpoint().method().equals("GET") ? List.of() : List.of("public_repo");
    return isPublic ? List.of(open) : List.of(List.of("repo"));
  }

  private static boolean covers(List<String> held, String scope, Optional<Reach.Open> reach) {
    return reach.filter(Reach.Open::isPublic).isPresent()
        ? Scopes.standard().coversOnPublic(held, scope)
        : Scopes.standard().covers(held, scope);
  }

  /// The scopes suffice; now the user's role. An administrator may do everything in a repository;
  /// which lower role suffices is documented for few endpoints, so that less is not judged.
  private Grant role(Call call, Optional<Reach.Open> reach, List<Answer> by) {
    if (reach.isEmpty()) {
      return new Open("the scopes suffice; the user's role there was not proven", by);
    }
    if (call.writes()) {
      Grant git = pushed(call, reach.get());
      boolean decided =
          needsPush(call)
              || git instanceof Unanswered
              || git instanceof Open
              || git instanceof Lacking(_, Cause cause, _) && cause == Cause.POLICY;
      if (decided || git.by().isEmpty()) {
        return git;
      }
      if (reach.get().repository().archived()) {
        return new Open("the repository is archived; what still works is not documented", by);
      }
    }
    List<Answer> both = new ArrayList<>(by);
    both.add(reach.get().by());
    return reach.get().role().filter(role -> role == Role.ADMIN).isPresent()
        ? new Held("its scopes suffice, and the user's role is `admin`", both)
        : new Open("the scopes suffice; whether the user's role does is not documented", both);
  }

  /// Whether Git lets the token push: it tells the policies that stand in the way of every write,
  /// also where a public repository is shown to anyone.
  private Grant pushed(Call call, Reach.Open reach) {
    return call.target() instanceof Target.Repository(var name)
        ? evidence
            .to(evidence.questions().push(name))
            .map(answer -> GitAccess.read(answer, reach))
            .orElseGet(() -> new Open("whether it may push was not asked", List.of()))
        : new Open("no repository is named", List.of());
  }

  /// Whether `contents: write` alone suffices and nothing does without it, which is what a push
  /// needs.
  private static boolean needsPush(Call call) {
    List<PermissionSet> sets = call.endpoint().grants().sets();
    return sets.stream().anyMatch(set -> set.levels().equals(Map.of("contents", Level.WRITE)))
        && sets.stream().allMatch(set -> set.level("contents") == Level.WRITE);
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

  private List<Answer> lead() {
    return evidence.lead().stream().toList();
  }
}
