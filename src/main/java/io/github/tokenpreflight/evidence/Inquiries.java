package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.evidence.Grant.Unprovable;
import io.github.tokenpreflight.github.Question;
import io.github.tokenpreflight.requirements.RepositoryName;
import io.github.tokenpreflight.requirements.Role;
import io.github.tokenpreflight.token.TokenKind;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The inquiries that settle what a token of some kinds can do, as far as the probe level lets them
/// ask.
///
/// @param kinds what the token can be
public record Inquiries(Set<TokenKind> kinds, Setting setting) {
  /// Whether the token can do what a permission opens at a place, whichever of the kinds it is.
  public Inquiry permission(Permission permission, Level level, Target place) {
    return whichever(
        scoped -> ScopedPermissionInquiry.of(permission, level, place, scoped),
        permitted -> PermissionInquiry.of(permission, level, place, permitted));
  }

  /// Whether the token acts with a role in a repository.
  Inquiry role(RepositoryName name, Role role) {
    return RoleInquiry.of(name, role, this);
  }

  /// Whether a call would be let through, whichever of the kinds it is.
  Inquiry call(Call call) {
    return whichever(
        scoped -> CallInquiry.of(call, scoped), permitted -> CallInquiry.of(call, permitted));
  }

  /// Both ways where the token may be of either sort, which the lead answer tells.
  private Inquiry whichever(
      Function<Inquiries, Inquiry> scoped, Function<Inquiries, Inquiry> permitted) {
    if (kinds.stream().allMatch(TokenKind::hasScopes) && !kinds.isEmpty()) {
      return scoped.apply(this);
    }
    return kinds.stream().anyMatch(TokenKind::hasScopes)
        ? new Inquiry.All(
            List.of(
                scoped.apply(only(TokenKind::hasScopes)),
                permitted.apply(only(TokenKind::hasPermissions))))
        : permitted.apply(this);
  }

  private Inquiries only(Predicate<TokenKind> power) {
    return new Inquiries(
        kinds.stream().filter(power).collect(Collectors.toUnmodifiableSet()), setting);
  }

  Questions questions() {
    return new Questions(setting.host());
  }

  /// The same, but without the consent to write probes.
  Inquiries withoutWrites() {
    return new Inquiries(kinds, setting.withoutWrites());
  }

  Inquiry pull(RepositoryName name) {
    return asked(questions().pull(name), new GitReading.Pull());
  }

  Inquiry push(RepositoryName name) {
    return asked(questions().push(name), new GitReading.Push(name));
  }

  /// The policies that stand in the way of a write, of which Git's answer before a push tells.
  Inquiry policies(RepositoryName name) {
    return new Inquiry.Reserved(
        asked(questions().push(name), new GitReading.Policies(name)),
        Reservation.ARCHIVED,
        new Target.Repository(name));
  }

  /// One question and its reading, where the probe level lets it be asked.
  Inquiry asked(Question question, Reading reading) {
    return setting.asks() ? new Inquiry.Asked(question, reading) : unasked();
  }

  /// What is settled only in a repository that is in reach.
  Inquiry behind(RepositoryName name, Inquiry rest) {
    return setting.asks()
        ? new Inquiry.Behind(name, questions().repository(name), rest)
        : unasked();
  }

  static Inquiry unprovable(String words) {
    return new Inquiry.Settled(new Unprovable(words, List.of()));
  }

  private static Inquiry unasked() {
    return unprovable("it was not asked");
  }
}
