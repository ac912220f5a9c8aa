package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.catalogue.ClassicScopes;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.PermissionSet;
import io.github.tokenpreflight.catalogue.Scopes;
import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.Grant.Held;
import io.github.tokenpreflight.evidence.Grant.Lacking;
import io.github.tokenpreflight.evidence.Grant.Unprovable;
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
    boolean pushes = call.writes() && call.target() instanceof Target.Repository;
    if (pushes) {
      parts.add(pushed(call, inquiries));
    }
    if (!pushes || !needsPush(call)) {
      parts.add(new Inquiry.Told(evidence -> role(call, evidence)));
    }
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
  private static Inquiry pushed(Call call, Inquiries inquiries) {
    Target.Repository place = (Target.Repository) call.target();
    return needsPush(call)
        ? inquiries.push(place.name())
        : new Inquiry.Reserved(
            inquiries.asked(
                inquiries.questions().push(place.name()), new GitReading.Policies(place.name())),
            Reservation.ARCHIVED,
            place);
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
    return sets.stream()
            .anyMatch(set -> set.stream().allMatch(scope -> covers(held.get(), scope, isPublic)))
        ? new Held("its scopes suffice", evidence.leads())
        : new Lacking("it needs the scope " + words(sets), Cause.GRANT, evidence.leads());
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

  private static Grant workflow(Call call, Evidence evidence) {
    boolean isPublic = reach(call, evidence).filter(Reach.Visible::isPublic).isPresent();
    if (evidence.scopes().filter(held -> covers(held, WORKFLOW, isPublic)).isPresent()) {
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

  /// An administrator may do everything in a repository; which lower role suffices is documented
  /// for few endpoints, so that less is not judged.
  private static Grant role(Call call, Evidence evidence) {
    Optional<Reach.Visible> reach = reach(call, evidence);
    if (reach.isEmpty()) {
      return new Unprovable("the user's role there was not proven", List.of());
    }
    return reach.get().role().filter(role -> role == Role.ADMIN).isPresent()
        ? new Held("the user's role is `admin`", List.of(reach.get().by()))
        : new Unprovable(
            "whether the user's role suffices is not documented", List.of(reach.get().by()));
  }

  private static Optional<Reach.Visible> reach(Call call, Evidence evidence) {
    return call.target() instanceof Target.Repository(var name)
            && evidence.reach(name) instanceof Reach.Visible reach
        ? Optional.of(reach)
        : Optional.empty();
  }

  private static boolean covers(List<String> held, String scope, boolean isPublic) {
    return isPublic
        ? Scopes.standard().coversOnPublic(held, scope)
        : Scopes.standard().covers(held, scope);
  }

  private static String words(List<List<String>> sets) {
    return String.join(
        " or ",
        sets.stream()
            .map(
                set -> String.join(" with ", set.stream().map(scope -> "`" + scope + "`").toList()))
            .toList());
  }
}
