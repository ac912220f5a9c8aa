package io.github.tokenpreflight.github;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/// Names and links that a server tells, as long as they can be GitHub's: they end up in a report,
/// where people follow them.
final class Named {
  /// Letters, digits and hyphens; underscores in the names of managed users (documented), and
  /// `[bot]` behind the name of an app (recorded).
  private static final Pattern LOGIN =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}+(?:\\[bot])?");

  private static final String DOCUMENTATION = "docs.github.com";

  private Named() {}

  static boolean isLogin(String text) {
    return LOGIN.matcher(text).matches();
  }

  /// The link, if it leads to the server that was asked, to its web pages, or to GitHub's
  /// documentation. A stand-in on this machine stands for github.com.
  static Optional<String> link(URI asked, String text) {
    try {
      URI link = new URI(text);
      String host = link.getHost();
      boolean sound = "https".equalsIgnoreCase(link.getScheme()) && link.getRawUserInfo() == null;
      return sound && host != null && isHome(asked.getHost(), host)
          ? Optional.of(text)
          : Optional.empty();
    } catch (URISyntaxException noAddress) {
      return Optional.empty();
    }
  }

  private static boolean isHome(String asked, String host) {
    String api = asked.startsWith("api.") ? asked.substring("api.".length()) : asked;
    String home = Address.isLoopback(asked) ? "github.com" : api;
    return host.equalsIgnoreCase(asked)
        || host.equalsIgnoreCase(home)
        || host.equalsIgnoreCase(DOCUMENTATION);
  }
}
