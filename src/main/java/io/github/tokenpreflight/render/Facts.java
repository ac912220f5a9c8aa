package io.github.tokenpreflight.render;

import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is known about a token, in a few words.
final class Facts {
  private Facts() {}

  /// Kind, login and expiry, as far as they are known and may be told.
  static String of(Subject subject, Instant now, boolean discreet) {
    List<String> facts = new ArrayList<>();
    subject.kind().ifPresent(facts::add);
    if (!discreet) {
      subject.login().ifPresent(login -> facts.add("login " + Printable.line(login)));
      Instant clock = subject.checkedAt().orElse(now);
      subject
          .expiresAt()
          .ifPresent(expiry -> facts.add("expires " + Phrases.moment(expiry, clock)));
    }
    return String.join(", ", facts);
  }

  /// The scopes that it holds, absent when GitHub sent no list.
  static Optional<String> scopes(Subject subject) {
    return subject.scopes().map(Phrases::names);
  }
}
