package io.github.tokenpreflight.check;

import io.github.tokenpreflight.evidence.Evidence;
import io.github.tokenpreflight.finding.Subject;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.Payloads;
import io.github.tokenpreflight.github.ResponseFacts;
import io.github.tokenpreflight.token.TokenKind;
import java.util.Optional;
import java.util.OptionalLong;

/// What the evidence tells about the token itself.
final class Subjects {
  private Subjects() {}

  static Subject of(Case matter) {
    Evidence evidence = matter.evidence();
    Optional<ResponseFacts> facts = evidence.facts();
    return new Subject(
        evidence.kinds().size() == 1
            ? evidence.kinds().stream().map(TokenKind::word).findFirst()
            : Optional.empty(),
        evidence
            .user()
            .filter(Answer.Given.class::isInstance)
            .flatMap(Answer::last)
            .flatMap(Payloads::login),
        facts.flatMap(ResponseFacts::scopes),
        facts
            .map(ResponseFacts::expiry)
            .filter(ResponseFacts.Expiry.At.class::isInstance)
            .map(expiry -> ((ResponseFacts.Expiry.At) expiry).instant()),
        facts.flatMap(ResponseFacts::serverTime),
        evidence
            .lead()
            .limits()
            .flatMap(limits -> limits.budget("core"))
            .map(budget -> OptionalLong.of(budget.remaining()))
            .orElse(OptionalLong.empty()));
  }
}
