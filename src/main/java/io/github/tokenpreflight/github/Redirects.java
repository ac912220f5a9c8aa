package io.github.tokenpreflight.github;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/// Where a redirect may lead: pure. Only within the same scheme, host and port, because the token
/// goes along, and only for requests that change nothing.
final class Redirects {
  /// GitHub answers 301 for a renamed repository, once; more than a few is a loop.
  static final int MOST = 3;

  private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

  private Redirects() {}

  static boolean isRedirect(Response response) {
    return STATUSES.contains(response.status());
  }

  /// The address to go on with; absent when [#refusal] says why not.
  static Optional<URI> next(Response response, URI asked) {
    Optional<URI> target = target(response, asked);
    return target.filter(uri -> Address.isSafe(uri) && Address.sameOrigin(uri, asked));
  }

  /// Why a redirect is not followed, as the end of the sentence "could not check because ...".
  static String refusal(Response response, URI asked) {
    Optional<URI> target = target(response, asked);
    if (target.isEmpty() || target.get().getHost() == null) {
      return asked.getHost() + " redirects to no address (HTTP " + response.status() + ")";
    }
    URI to = target.get();
    return asked.getHost()
        + " redirects to another server, "
        + to.getScheme()
        + "://"
        + to.getHost()
        + (to.getPort() < 0 ? "" : ":" + to.getPort())
        + ", where the token is not sent";
  }

  private static Optional<URI> target(Response response, URI asked) {
    try {
      return response.facts().location().map(asked::resolve);
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }
}
