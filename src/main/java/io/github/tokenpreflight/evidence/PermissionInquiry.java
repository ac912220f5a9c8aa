package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.Grant.Held;
import io.github.tokenpreflight.evidence.Grant.Lacking;
import io.github.tokenpreflight.evidence.Grant.Unprovable;
import io.github.tokenpreflight.requirements.Obtainable;
import io.github.tokenpreflight.token.TokenKind;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// How it is settled whether a token with permissions has one of them, at one level, at one place.
final class PermissionInquiry {
  private PermissionInquiry() {}

  static Inquiry of(Permission permission, Level level, Target place, Inquiries inquiries) {
    Optional<String> never = never(permission, level, inquiries.kinds());
    if (never.isPresent()) {
      return new Inquiry.Settled(new Lacking(never.get(), Cause.KIND, List.of()));
    }
    if (!(place instanceof Target.Repository(var name))) {
      return probed(permission, level, place, inquiries);
    }
    boolean push = permission.name().equals("contents") && level == Level.WRITE;
    return inquiries.behind(
        name,
        permission.name().equals("metadata")
            ? new Inquiry.Told(evidence ->
                evidence.reach(name) instanceof Reach.Visible reach
                    ? new Held("GitHub shows it the repository", List.of(reach.by()))
                    : evidence.reach(name).obstacle().orElseThrow())
            : push ? inquiries.push(name) : probed(permission, level, place, inquiries));
  }

  private static Inquiry probed(
      Permission permission, Level level, Target place, Inquiries inquiries) {
    return Probe.of(permission, level, place, inquiries.kinds(), inquiries.setting().probes())
        .map(probe ->
            inquiries.asked(
                probe.question(place, inquiries.questions()),
                new ProbeReading(probe, level, place)))
        .orElseGet(
            () -> new Inquiry.Settled(new Unprovable("no harmless question shows it", List.of())));
  }

  /// Why tokens of these kinds can never have it, absent while one of them can.
  private static Optional<String> never(
      Permission permission, Level level, Collection<TokenKind> kinds) {
    if (kinds.isEmpty()
        || kinds.stream().anyMatch(kind -> Obtainable.by(kind, permission, level))) {
      return Optional.empty();
    }
    return Optional.of(
        kinds.contains(TokenKind.ACTIONS) && kinds.size() == 1
            ? "`GITHUB_TOKEN` can never have `" + permission.name() + ": " + level.wireName() + "`"
            : "tokens of this kind can never have `" + permission.name() + "`");
  }
}
