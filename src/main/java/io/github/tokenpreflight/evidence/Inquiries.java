package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.evidence.Grant.Unprovable;
import io.github.tokenpreflight.github.Question;
import io.github.tokenpreflight.requirements.RepositoryName;
import io.github.tokenpreflight.requirements.Role;
import io.github.tokenpreflight.token.TokenKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The inquiries that settle what a token of some kinds can do, as far as the probe level lets them
/// ask.
///
/// @param kinds what the token can be
public record Inquiries(Set<TokenKind> kinds, Setting setting) {
  /// Whether the token has a permission at a place.
  public Inquiry permission(Permission permission, Level level, Target place) {
    return PermissionInquiry.of(permission, level, place, this);
  }

  /// Whether the token acts with a role in a repository.
  Inquiry role(RepositoryName name, Role role) {
    return RoleInquiry.of(name, role, this);
  }

  /// Whether a call would be let through, whichever of the kinds it is.
  Inquiry call(Call call) {
    Optional<Inquiries> scoped = only(TokenKind::hasScopes);
    Optional<Inquiries> permitted = only(TokenKind::hasPermissions);
    return scoped.isPresent() && permitted.isPresent()
        ? new Inquiry.All(
            List.of(CallInquiry.of(call, scoped.get()), CallInquiry.of(call, permitted.get())))
        : CallInquiry.of(call, this);
  }

  private Optional<Inquiries> only(Predicate<TokenKind> power) {
    Set<TokenKind> some = kinds.stream().filter(power).collect(Collectors.toUnmodifiableSet());
    return some.isEmpty() ? Optional.empty() : Optional.of(new Inquiries(some, setting));
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
