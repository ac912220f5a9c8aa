package io.github.tokenpreflight.github;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/// The addresses of one GitHub: github.com, GHE.com or Enterprise Server.
///
/// Source: GitHub docs, "Getting started with the REST API" and the pages on data residency and
/// Enterprise Server, read 2026-08-22 (documented; GraphQL addresses beside github.com inferred).
///
/// @param web where people and Git go, without a trailing slash
/// @param api where the REST API is, without a trailing slash
public record GitHubHost(URI web, URI api) {
  /// github.com.
  public static final GitHubHost GITHUB_COM =
      new GitHubHost(URI.create("https://github.com"), URI.create("https://api.github.com"));

  private static final String SERVER_PATH = "/api/v3";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  /// What two addresses come to.
  public sealed interface HostReading {
    /// Two addresses that fit together.
    record Read(GitHubHost host) implements HostReading {}

    /// Something to mend first.
    ///
    /// @param words what is wrong, as a sentence without full stop, never with the address itself,
    ///   which may hold a password
    record Failed(String words) implements HostReading {}
  }

  /// Reads `GITHUB_API_URL` and `GITHUB_SERVER_URL`; an empty text is absent, and worked out from
  /// the other one. Both absent is github.com.
  ///
  /// Two addresses of different servers are a failure: the token of one would be sent to the other.
  public static HostReading read(String apiUrl, String serverUrl) {
    Address api = Address.parse("GITHUB_API_URL", apiUrl);
    Address web = Address.parse("GITHUB_SERVER_URL", serverUrl);
    if (api.failure().isPresent()) {
      return new HostReading.Failed(api.failure().get());
    }
    if (web.failure().isPresent()) {
      return new HostReading.Failed(web.failure().get());
    }
    if (web.uri().isPresent() && !web.uri().get().getPath().isEmpty()) {
      return new HostReading.Failed("`GITHUB_SERVER_URL` has a path, expected `https://HOST`");
    }
    if (api.uri().isPresent() && web.uri().isPresent()) {
      return pair(api.uri().get(), web.uri().get());
    }
    if (api.uri().isPresent()) {
      return fromApi(api.uri().get());
    }
    GitHubHost host = web.uri().map(GitHubHost::fromWeb).orElse(GITHUB_COM);
    return new HostReading.Read(host);
  }

  public boolean isGitHubDotCom() {
    return web.getHost().equals("github.com");
  }

  /// Whether it is an Enterprise Server, by the path of its API.
  public boolean isEnterpriseServer() {
    return api.getPath().equals(SERVER_PATH);
  }

  /// The address of a REST endpoint; the path starts with a slash.
  public URI api(String path) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("a path starts with a slash: " + path);
    }
    return URI.create(api + path);
  }

  /// The address of the GraphQL API.
  public URI graphQl() {
    return isEnterpriseServer() ? URI.create(web + "/api/graphql") : api("/graphql");
  }

  /// Where Git asks first, before it pulls (`UPLOAD_PACK`) or pushes (`RECEIVE_PACK`).
  public URI gitAdvertisement(String owner, String repo, GitAdvertisement.Service service) {
    if (!NAME.matcher(owner).matches() || !NAME.matcher(repo).matches()) {
      throw new IllegalArgumentException("no repository: " + owner + "/" + repo);
    }
    return URI.create(web + "/" + owner + "/" + repo + ".git/info/refs?service=" + service.wire());
  }

  /// Whether an address is on this server, for the door it is meant for. Nothing else ever gets the
  /// token.
  boolean serves(Question question) {
    URI home = question.door() == Question.Door.GIT ? web : api;
    return Address.sameOrigin(home, question.uri());
  }

  private static HostReading pair(URI api, URI web) {
    boolean known =
        fromApi(api) instanceof HostReading.Read(GitHubHost host)
            && Address.sameOrigin(host.web(), web);
    String apiHost = api.getHost();
    boolean alike = apiHost.equals(web.getHost()) || apiHost.equals("api." + web.getHost());
    boolean local = Address.isLoopback(apiHost) && Address.isLoopback(web.getHost());
    return known || alike || local
        ? new HostReading.Read(new GitHubHost(web, api))
        : new HostReading.Failed("`GITHUB_API_URL` and `GITHUB_SERVER_URL` name different servers");
  }

  private static HostReading fromApi(URI api) {
    String host = api.getHost().toLowerCase(Locale.ROOT);
    String path = api.getPath();
    if (path.isEmpty() && (host.equals("api.github.com") || isDataResidency(host, "api."))) {
      URI web = URI.create("https://" + host.substring("api.".length()));
      return new HostReading.Read(new GitHubHost(web, api));
    }
    if (path.equals(SERVER_PATH) || Address.isLoopback(host)) {
      URI web = URI.create(api.getScheme() + "://" + api.getRawAuthority());
      return new HostReading.Read(new GitHubHost(web, api));
    }
    return new HostReading.Failed(
        "`GITHUB_API_URL` is no API address, expected `https://api.github.com`, "
            + "`https://api.SUB.ghe.com` or `https://HOST/api/v3`");
  }

  private static GitHubHost fromWeb(URI web) {
    String host = web.getHost();
    boolean cloud = host.equals("github.com") || isDataResidency(host, "");
    return new GitHubHost(web, URI.create(cloud ? "https://api." + host : web + SERVER_PATH));
  }

  private static boolean isDataResidency(String host, String prefix) {
    return host.startsWith(prefix)
        && host.endsWith(".ghe.com")
        && host.length() > prefix.length() + ".ghe.com".length();
  }
}
