package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.RateLimits;
import io.github.tokenpreflight.github.ResponseFacts;
import io.github.tokenpreflight.token.TokenForm;
import io.github.tokenpreflight.token.TokenKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which kinds a token can be, after its form and what the headers say.
public final class Kinds {
  /// GITHUB_TOKEN has 1,000 requests an hour for each repository, other installation tokens at
  /// least 5,000; 15,000 can be either on Enterprise Cloud.
  ///
  /// Source: GitHub docs, "Rate limits for the REST API", read 2026-08-22 (documented).
  private static final long ACTIONS_LIMIT = 1_000;

  private static final long LEAST_INSTALLATION_LIMIT = 5_000;
  private static final long MOST_INSTALLATION_LIMIT = 12_500;

  private Kinds() {}

  /// The kinds that nothing rules out; empty for a refresh token.
  public static Set<TokenKind> possible(Evidence evidence) {
    TokenForm form = evidence.token().form();
    Set<TokenKind> kinds = EnumSet.noneOf(TokenKind.class);
    kinds.addAll(form.kinds());
    if (form == TokenForm.OTHER && Standing.of(evidence) instanceof Standing.Alive) {
      boolean scopes = evidence.facts().flatMap(ResponseFacts::scopes).isPresent();
      kinds.removeIf(kind -> kind.hasScopes() != scopes);
    }
    if (form == TokenForm.INSTALLATION && !evidence.setting().host().isEnterpriseServer()) {
      coreLimit(evidence).flatMap(Kinds::excludedBy).ifPresent(kinds::remove);
    }
    return kinds;
  }

  /// The one kind it must be, absent while there are several.
  public static Optional<TokenKind> proven(Evidence evidence) {
    List<TokenKind> kinds = List.copyOf(possible(evidence));
    return kinds.size() == 1 ? Optional.of(kinds.getFirst()) : Optional.empty();
  }

  private static Optional<TokenKind> excludedBy(long limit) {
    if (limit == ACTIONS_LIMIT) {
      return Optional.of(TokenKind.APP_INSTALLATION);
    }
    return limit >= LEAST_INSTALLATION_LIMIT && limit <= MOST_INSTALLATION_LIMIT
        ? Optional.of(TokenKind.ACTIONS)
        : Optional.empty();
  }

  private static Optional<Long> coreLimit(Evidence evidence) {
    return evidence
        .rateLimit()
        .filter(Answer.Given.class::isInstance)
        .map(Answer.Given.class::cast)
        .flatMap(given -> RateLimits.read(given.response()))
        .flatMap(limits -> limits.budget("core"))
        .map(RateLimits.Budget::limit);
  }
}
