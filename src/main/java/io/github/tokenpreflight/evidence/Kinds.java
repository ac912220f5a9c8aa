package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.github.GitHubHost;
import io.github.tokenpreflight.github.RateLimits;
import io.github.tokenpreflight.github.ResponseFacts;
import io.github.tokenpreflight.token.TokenForm;
import io.github.tokenpreflight.token.TokenKind;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Which kinds a token can be, after its form and what the headers say.
final class Kinds {
  /// GITHUB_TOKEN has 1,000 requests an hour for each repository, other installation tokens at
  /// least 5,000; 15,000 can be either on Enterprise Cloud.
  ///
  /// Source: GitHub docs, "Rate limits for the REST API", read 2026-08-22 (documented).
  private static final long ACTIONS_LIMIT = 1_000;

  private static final long LEAST_INSTALLATION_LIMIT = 5_000;
  private static final long MOST_INSTALLATION_LIMIT = 12_500;

  private Kinds() {}

  /// The kinds that nothing rules out; empty for a refresh token.
  static Set<TokenKind> possible(
      TokenForm form,
      Standing standing,
      Optional<ResponseFacts> facts,
      Optional<RateLimits> limits,
      GitHubHost host) {
    Set<TokenKind> kinds = EnumSet.noneOf(TokenKind.class);
    kinds.addAll(form.kinds());
    if (form == TokenForm.OTHER && standing instanceof Standing.Alive) {
      boolean scopes = facts.flatMap(ResponseFacts::scopes).isPresent();
      kinds.removeIf(kind -> kind.hasScopes() != scopes);
    }
    if (form == TokenForm.INSTALLATION && !host.isEnterpriseServer()) {
      limits
          .flatMap(all -> all.budget("core"))
          .map(RateLimits.Budget::limit)
          .flatMap(Kinds::excludedBy)
          .ifPresent(kinds::remove);
    }
    return Collections.unmodifiableSet(kinds);
  }

  private static Optional<TokenKind> excludedBy(long limit) {
    if (limit == ACTIONS_LIMIT) {
      return Optional.of(TokenKind.APP_INSTALLATION);
    }
    return limit >= LEAST_INSTALLATION_LIMIT && limit <= MOST_INSTALLATION_LIMIT
        ? Optional.of(TokenKind.ACTIONS)
        : Optional.empty();
  }
}
