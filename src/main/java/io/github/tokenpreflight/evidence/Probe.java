package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.github.Question;
import io.github.tokenpreflight.token.TokenKind;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// An endpoint that is asked to learn of a permission, and the level that its success shows.
record Probe(Permission permission, Endpoint endpoint, Level level) {
  /// The best question that can be put: a GET for exactly the level; with consent, a write that
  /// must be rejected; a GET for a lower level, whose refusal refutes the higher one; or, to prove
  /// `read`, a GET for `write`, which includes it. Absent when there is none.
  static Optional<Probe> of(
      Permission permission,
      Level level,
      Target place,
      Collection<TokenKind> kinds,
      ProbeLevel consent) {
    List<TokenKind> holders = kinds.stream().filter(TokenKind::hasPermissions).toList();
    if (holders.isEmpty() || !place.leadsTo(permission)) {
      return Optional.empty();
    }
    Level other = level == Level.READ ? Level.WRITE : Level.READ;
    return Probes.showing(permission, level, holders)
        .map(get -> new Probe(permission, get, level))
        .or(() ->
            consent.includes(ProbeLevel.WRITES)
                ? Probes.rejecting(permission, level, holders)
                    .map(post -> new Probe(permission, post, level))
                : Optional.empty())
        .or(() ->
            Probes.showing(permission, other, holders)
                .map(get -> new Probe(permission, get, other)));
  }

  /// Whether its success shows the highest role of what the permission opens as well.
  boolean showsRole() {
    return Probes.showsRole(endpoint, permission, level);
  }

  boolean isWrite() {
    return endpoint.method().equals("POST");
  }

  Question question(Target place, Questions questions) {
    String why = permission.name() + ": " + level.wireName() + " on " + place.words();
    if (isWrite()) {
      return questions.rejectedPost(endpoint.path(), place, why);
    }
    return endpoint.path().equals("/repos/{owner}/{repo}")
            && place instanceof Target.Repository(var name)
        ? questions.repository(name)
        : questions.endpoint(endpoint.path(), place, why);
  }
}
