package io.github.tokenpreflight.github;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which proxy a request takes, by the usual environment variables.
///
/// - `https_proxy`, `http_proxy` and `no_proxy`; the lower-case name wins over the upper-case one,
///   as in curl and in GitHub's own toolkit. Empty is absent. `ALL_PROXY` is not read.
/// - `no_proxy` lists, divided by commas or spaces: `*`, `host` (itself and everything below it),
///   `.host` and `*.host` (the same), each with `:port` if wanted. Address ranges (`10.0.0.0/8`)
///   are not understood, and a name is never looked up.
/// - This machine itself is always reached directly.
public final class ProxyRules {
  /// A proxy that speaks plain HTTP to us.
  ///
  /// @param credentials `user:password`, decoded
  record Hop(String host, int port, Optional<String> credentials) {
    /// The host and port, never the credentials.
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  /// What the variables come to.
  public sealed interface ProxyReading {
    record Read(ProxyRules rules) implements ProxyReading {}

    /// Something to mend first.
    ///
    /// @param words what is wrong, without the value, which may hold a password
    record Failed(String words) implements ProxyReading {}
  }

  private static final int STANDARD_PORT = 80;

  private final Optional<Hop> https;
  private final Optional<Hop> http;
  private final List<String> direct;

  private ProxyRules(Optional<Hop> https, Optional<Hop> http, List<String> direct) {
    this.https = https;
    this.http = http;
    this.direct = List.copyOf(direct);
  }

  /// Reads the variables.
  public static ProxyReading read(Map<String, String> environment) {
    List<Optional<Hop>> hops = new ArrayList<>();
    for (String name : List.of("https_proxy", "http_proxy")) {
      String text = value(environment, name);
      Optional<Hop> hop = text.isEmpty() ? Optional.empty() : hop(text);
      if (hop.isEmpty() && !text.isEmpty()) {
        return new ProxyReading.Failed(
            "`" + name.toUpperCase(Locale.ROOT) + "` is no proxy, expected `http://HOST:PORT`");
      }
      hops.add(hop);
    }
    String direct = value(environment, "no_proxy").toLowerCase(Locale.ROOT);
    return new ProxyReading.Read(
        new ProxyRules(hops.get(0), hops.get(1), List.of(direct.split("[,\\s]+", -1))));
  }

  /// The proxy for an address; absent means directly.
  Optional<Hop> hop(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    if (Address.isLoopback(host)
        || direct.stream().anyMatch(entry -> covers(entry, host, Address.port(uri)))) {
      return Optional.empty();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? https : http;
  }

  private static boolean covers(String entry, String host, int port) {
    if (entry.equals("*")) {
      return true;
    }
    int colon = entry.lastIndexOf(':');
    boolean hasPort = colon > 0 && entry.indexOf(']') < colon;
    if (hasPort && !entry.substring(colon + 1).equals(Integer.toString(port))) {
      return false;
    }
    String name = (hasPort ? entry.substring(0, colon) : entry).replaceFirst("^\\*?\\.", "");
    return !name.isEmpty() && (host.equals(name) || host.endsWith("." + name));
  }

  private static String value(Map<String, String> environment, String name) {
    String lower = environment.getOrDefault(name, "").strip();
    return lower.isEmpty()
        ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "").strip()
        : lower;
  }

  /// `http://user:password@host:port`; the scheme and the port may be missing.
  private static Optional<Hop> hop(String text) {
    try {
      URI uri = new URI(text.contains("://") ? text : "http://" + text);
      if (!"http".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
        return Optional.empty();
      }
      int port = uri.getPort() < 0 ? STANDARD_PORT : uri.getPort();
      if (port > Address.LAST_PORT) {
        return Optional.empty();
      }
      Optional<String> credentials =
          Optional.ofNullable(uri.getRawUserInfo()).map(ProxyRules::plain);
      return Optional.of(new Hop(uri.getHost(), port, credentials));
    } catch (URISyntaxException | IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  private static String plain(String encoded) {
    return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
