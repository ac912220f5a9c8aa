package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.Grant.Held;
import io.github.tokenpreflight.evidence.Grant.Lacking;
import io.github.tokenpreflight.requirements.Obtainable;
import io.github.tokenpreflight.requirements.RepositoryName;
import io.github.tokenpreflight.token.TokenKind;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// How it is settled whether a token with permissions has one of them, at one level, at one place.
final class PermissionInquiry {
  private PermissionInquiry() {}

  /// What the token was given, and what the user behind it can use of it.
  static Inquiry of(Permission permission, Level level, Target place, Inquiries inquiries) {
    Optional<Lacking> never = never(permission, level, inquiries.kinds());
    boolean roles = inquiries.kinds().stream().allMatch(TokenKind::hasUser);
    if (never.isPresent()
        || isPush(permission, level)
        || permission.name().equals("metadata")
        || !(place instanceof Target.Repository(var name))
        || !roles) {
      return given(permission, level, place, inquiries);
    }
    Optional<Probe> probe = probe(permission, level, place, inquiries);
    Inquiry role = RolePart.of(permission, level, name, probe.filter(Probe::showsRole).isPresent());
    return inquiries.behind(
        name, new Inquiry.All(List.of(probed(probe, level, place, inquiries), role)));
  }

  /// What the token was given.
  static Inquiry given(Permission permission, Level level, Target place, Inquiries inquiries) {
    Optional<Lacking> never = never(permission, level, inquiries.kinds());
    if (never.isPresent()) {
      return new Inquiry.Settled(never.get());
    }
    if (!(place instanceof Target.Repository(var name))) {
      return probed(probe(permission, level, place, inquiries), level, place, inquiries);
    }
    if (permission.name().equals("metadata")) {
      return inquiries.behind(name, shown(name));
    }
    return inquiries.behind(
        name,
        isPush(permission, level)
            ? inquiries.push(name)
            : probed(probe(permission, level, place, inquiries), level, place, inquiries));
  }

  /// Every token that sees a repository has `metadata: read` there (documented).
  static Inquiry shown(RepositoryName name) {
    return new Inquiry.Told(evidence ->
        evidence.reach(name) instanceof Reach.Visible reach
            ? new Held("GitHub shows it the repository", List.of(reach.by()))
            : evidence.reach(name).obstacle().orElseThrow());
  }

  /// Whether Git's own answer before a push settles it, the user's role included.
  static boolean isPush(Permission permission, Level level) {
    return permission.name().equals("contents") && level == Level.WRITE;
  }

  private static Optional<Probe> probe(
      Permission permission, Level level, Target place, Inquiries inquiries) {
    return Probe.of(permission, level, place, inquiries.kinds(), inquiries.setting().probes());
  }

  private static Inquiry probed(
      Optional<Probe> probe, Level level, Target place, Inquiries inquiries) {
    return probe
        .map(it ->
            inquiries.asked(
                it.question(place, inquiries.questions()), new ProbeReading(it, level, place)))
        .orElseGet(() -> Inquiries.unprovable("no harmless question shows it"));
  }

  /// Why tokens of these kinds can never have it; absent while one of them can.
  private static Optional<Lacking> never(
      Permission permission, Level level, Collection<TokenKind> kinds) {
    if (kinds.isEmpty()
        || kinds.stream().anyMatch(kind -> Obtainable.by(kind, permission, level))) {
      return Optional.empty();
    }
    String words =
        kinds.contains(TokenKind.ACTIONS) && kinds.size() == 1
            ? "`GITHUB_TOKEN` can never have `" + permission.name() + ": " + level.wireName() + "`"
            : "tokens of this kind can never have `" + permission.name() + "`";
    return Optional.of(new Lacking(words, Cause.KIND, List.of()));
  }
}
