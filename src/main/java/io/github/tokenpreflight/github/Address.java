package io.github.tokenpreflight.github;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An address as someone typed it: absent, read, or at failure. A token may only go to `https`, or
/// to plain `http` on this machine.
///
/// @param uri in normal form: host in lower case, no default port, no trailing slash
/// @param failure what is wrong, without the address itself, which may hold a password
record Address(Optional<URI> uri, Optional<String> failure) {
  static final int LAST_PORT = 65_535;

  private static final Pattern LOOPBACK_V4 = Pattern.compile("127(?:\\.\\d{1,3}){3}");

  /// Reads the value of an environment variable or input; empty is absent.
  static Address parse(String name, String text) {
    if (text.isBlank()) {
      return new Address(Optional.empty(), Optional.empty());
    }
    try {
      URI uri = new URI(text.strip());
      Optional<String> failure = failure(uri).map(words -> "`" + name + "` " + words);
      return failure.isPresent()
          ? new Address(Optional.empty(), failure)
          : new Address(Optional.of(normal(uri)), Optional.empty());
    } catch (URISyntaxException noAddress) {
      String words = "`" + name + "` is no address, expected `https://HOST`";
      return new Address(Optional.empty(), Optional.of(words));
    }
  }

  /// Whether the token may be sent there as far as the scheme goes.
  static boolean isSafe(URI uri) {
    String host = uri.getHost();
    return host != null
        && ("https".equalsIgnoreCase(uri.getScheme())
            || ("http".equalsIgnoreCase(uri.getScheme()) && isLoopback(host)));
  }

  /// Same scheme, same host, same port.
  static boolean sameOrigin(URI one, URI other) {
    return one.getScheme().equalsIgnoreCase(other.getScheme())
        && one.getHost() != null
        && one.getHost().equalsIgnoreCase(other.getHost())
        && port(one) == port(other);
  }

  /// Whether the host is this machine itself, by name or number; no look-up.
  static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || LOOPBACK_V4.matcher(host).matches();
  }

  /// The port, given or by the scheme.
  static int port(URI uri) {
    int standard = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    return uri.getPort() < 0 ? standard : uri.getPort();
  }

  private static Optional<String> failure(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      return Optional.of("does not start with `https://`");
    }
    if (uri.getUserInfo() != null) {
      return Optional.of("holds a user name or password, which an address must not");
    }
    if (uri.getHost() == null) {
      return Optional.of("names no host, expected `https://HOST`");
    }
    if (uri.getPort() > LAST_PORT) {
      return Optional.of("has a port above " + LAST_PORT);
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      return Optional.of("has a `?` or `#` part, which a base address must not");
    }
    return isSafe(uri)
        ? Optional.empty()
        : Optional.of("is plain `http`, which is allowed to this machine only: use `https`");
  }

  private static URI normal(URI uri) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    int standard = scheme.equals("https") ? 443 : 80;
    String port = uri.getPort() < 0 || uri.getPort() == standard ? "" : ":" + uri.getPort();
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return URI.create(scheme + "://" + host + port + path.substring(0, end));
  }
}
