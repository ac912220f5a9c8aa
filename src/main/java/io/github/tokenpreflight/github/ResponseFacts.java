package io.github.tokenpreflight.github;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Everything that the headers of an answer say about the token. The only place that knows their
/// names.
///
/// - Source: GitHub docs, "Rate limits for the REST API", "Troubleshooting the REST API" and
///   "Authenticating to the REST API", read 2026-08-22; answers recorded from 2018 to 2026.
/// - Errors: a header that cannot be read is absent, never guessed.
public final class ResponseFacts {
  private static final String EXPIRY = "github-authentication-token-expiration";
  private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");
  private static final Pattern EPOCH = Pattern.compile("\\d{1,12}");

  private final HttpHeaders headers;

  public ResponseFacts(HttpHeaders headers) {
    this.headers = headers;
  }

  /// `x-oauth-scopes`: absent for tokens that have permissions instead, empty for no scopes.
  public Optional<List<String>> scopes() {
    return list("x-oauth-scopes");
  }

  /// `x-accepted-oauth-scopes`: any one suffices, empty for no particular scope.
  ///
  /// The list holds parents and children both (`admin:org, read:org, repo, user, write:org`), and
  /// the held scopes are sent without the children that a parent includes: so a plain intersection
  /// of the two lists is the whole rule. Recorded for 358 endpoints.
  public Optional<List<String>> acceptedScopes() {
    return list("x-accepted-oauth-scopes");
  }

  /// Whether GitHub names scopes that would do and the token holds none of them.
  public boolean lacksEveryAcceptedScope() {
    Optional<List<String>> held = scopes();
    List<String> accepted = acceptedScopes().orElse(List.of());
    return held.isPresent() && !accepted.isEmpty() && Collections.disjoint(held.get(), accepted);
  }

  /// `x-accepted-github-permissions`: any set suffices; names and levels as sent. The recorded
  /// special value is `allows_permissionless_access=true`.
  public Optional<List<Map<String, String>>> acceptedPermissions() {
    List<String> lines = headers.allValues("x-accepted-github-permissions");
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    List<Map<String, String>> sets = new ArrayList<>();
    for (String part : String.join(";", lines).split(";", -1)) {
      if (!part.isBlank()) {
        Map<String, String> set = permissionSet(part);
        if (set.isEmpty()) {
          return Optional.empty();
        }
        sets.add(set);
      }
    }
    return Optional.of(List.copyOf(sets));
  }

  /// When the token expires.
  public Expiry expiry() {
    Optional<String> text = headers.firstValue(EXPIRY);
    if (text.isEmpty()) {
      return new Expiry.NotSent();
    }
    Optional<Instant> instant = HttpDate.parseExpiry(text.get());
    return instant.isPresent()
        ? new Expiry.At(instant.get())
        : new Expiry.Unreadable(OneLine.of(text.get()));
  }

  /// The server's clock, from `date`.
  public Optional<Instant> serverTime() {
    return headers.firstValue("date").flatMap(HttpDate::parse);
  }

  /// `x-github-request-id`.
  public Optional<String> requestId() {
    return headers.firstValue("x-github-request-id");
  }

  /// `x-github-sso`: what single sign-on takes from this answer.
  public Optional<Sso> sso() {
    return headers.firstValue("x-github-sso").flatMap(Sso::parse);
  }

  /// Whether a one-time password is asked for, by `x-github-otp`.
  public boolean asksOneTimePassword() {
    return headers.firstValue("x-github-otp").orElse("").startsWith("required");
  }

  /// When the budget starts anew.
  public Optional<Instant> rateLimitReset() {
    return headers.firstValue("x-ratelimit-reset").flatMap(ResponseFacts::epoch);
  }

  /// Whether `x-ratelimit-remaining` is 0. The last request that was allowed says so too: alone it
  /// proves no refusal.
  public boolean rateLimitUsedUp() {
    return number("x-ratelimit-remaining").filter(left -> left == 0).isPresent();
  }

  /// Whether GitHub asks us to wait at all.
  boolean asksToWait() {
    return headers.firstValue("retry-after").isPresent();
  }

  /// How long GitHub asks us to wait, from `retry-after`: whole seconds, or an HTTP date measured
  /// against the server's own clock, or against `now` where the server sent none. Never negative.
  public Optional<Duration> retryAfter(Instant now) {
    String text = headers.firstValue("retry-after").orElse("").strip();
    if (DIGITS.matcher(text).matches()) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    Instant from = serverTime().orElse(now);
    return HttpDate.parse(text)
        .map(at -> at.isBefore(from) ? Duration.ZERO : Duration.between(from, at));
  }

  /// `content-type` without its parameters, in lower case; empty if none was sent.
  public String contentType() {
    String value = headers.firstValue("content-type").orElse("");
    return value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /// `location`, as sent.
  public Optional<String> location() {
    return headers.firstValue("location");
  }

  /// Whether GitHub itself answered, and not a proxy, a captive portal or a web filter in between.
  ///
  /// Every recorded answer of the API carries all three headers; Git answers carry the request id
  /// and `GitHub-Babel/3.0` as server (recorded, 2026). That Enterprise Server keeps at least one
  /// behind a load balancer is inferred.
  public boolean fromGitHub() {
    String server = headers.firstValue("server").orElse("").toLowerCase(Locale.ROOT);
    return headers.firstValue("x-github-request-id").isPresent()
        || headers.firstValue("x-github-media-type").isPresent()
        || headers.firstValue("x-github-enterprise-version").isPresent()
        || server.equals("github.com")
        || server.startsWith("github-babel/");
  }

  private Optional<List<String>> list(String name) {
    List<String> lines = headers.allValues(name);
    return lines.isEmpty() ? Optional.empty() : Optional.of(words(String.join(",", lines)));
  }

  private Optional<Long> number(String name) {
    return headers
        .firstValue(name)
        .map(String::strip)
        .filter(text -> DIGITS.matcher(text).matches())
        .map(Long::valueOf);
  }

  private static Optional<Instant> epoch(String text) {
    try {
      return EPOCH.matcher(text.strip()).matches()
          ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text.strip())))
          : Optional.empty();
    } catch (DateTimeException farAway) {
      return Optional.empty();
    }
  }

  private static List<String> words(String commaList) {
    return Arrays.stream(commaList.split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static Map<String, String> permissionSet(String text) {
    Map<String, String> set = new LinkedHashMap<>();
    for (String word : words(text)) {
      int split = word.indexOf('=');
      if (split < 1 || split == word.length() - 1) {
        return Map.of();
      }
      set.put(word.substring(0, split).strip(), word.substring(split + 1).strip());
    }
    return Collections.unmodifiableMap(set);
  }

  /// The three things that the expiry header can say.
  public sealed interface Expiry {
    /// The token expires then.
    record At(Instant instant) implements Expiry {}

    /// GitHub sent no expiry: the token does not expire, or is of a kind whose expiry is not sent.
    record NotSent() implements Expiry {}

    /// GitHub sent something that is no date we know.
    record Unreadable(String text) implements Expiry {}
  }
}
