package io.github.tokenpreflight.github;

import io.github.tokenpreflight.token.Token;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/// Sends one request and brings back what one try came to. The only place that opens the token's
/// box for the network, and the only holder of the `Authorization` header.
final class Transport implements AutoCloseable {
  /// Far more than any answer we read; the largest recorded one is 22 kB.
  static final int API_CAP_BYTES = 256 * 1024;

  /// A hundred repositories with their workflows are 1 to 3 MB; what is larger is asked in smaller
  /// batches.
  static final int GRAPHQL_CAP_BYTES = 8 * 1024 * 1024;

  /// The announced service and the first reference with all capabilities fit many times.
  static final int GIT_CAP_BYTES = 4 * 1024;

  private static final String BASIC_IN_TUNNELS = "jdk.http.auth.tunneling.disabledSchemes";

  static {
    // We try again by ourselves, and count it.
    System.setProperty("jdk.httpclient.disableRetryConnect", "true");
    // Without this the JDK drops the credentials of a proxy for every https address. It is read
    // once, when the first client of the process is built.
    if (System.getProperty(BASIC_IN_TUNNELS) == null) {
      System.setProperty(BASIC_IN_TUNNELS, "");
    }
  }

  /// How to reach the network.
  ///
  /// @param context trusts more than Java does by itself, where somebody asked for it
  /// @param userAgent names this program and its version; GitHub refuses requests without one
  /// @param redaction takes secrets out of what came back, before anything reads, cuts or escapes
  ///   it
  record Wiring(
      ProxyRules proxies,
      Optional<SSLContext> context,
      Duration connect,
      String userAgent,
      UnaryOperator<String> redaction) {}

  /// One request to one address.
  ///
  /// @param uri the question's address, or where a redirect led
  /// @param apiVersion sent to the API as `X-GitHub-Api-Version`
  /// @param limit until the last byte is here
  record Leg(URI uri, String apiVersion, Duration limit) {}

  private final HttpClient client;
  private final Wiring wiring;

  Transport(Wiring wiring) {
    this.wiring = wiring;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .connectTimeout(wiring.connect())
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(new Selector(wiring.proxies()));
    wiring.context().ifPresent(builder::sslContext);
    this.client = builder.build();
  }

  /// What came back from one address, or why nothing did.
  sealed interface Reply {
    record Arrived(Response response) implements Reply {}

    record Missing(Exchange.Lost lost) implements Reply {}
  }

  /// Blocks until the answer is here or the limit is over.
  Reply send(Token token, Question question, Leg leg) {
    if (!token.sendable()) {
      throw new IllegalArgumentException("the token cannot stand in a header: " + token);
    }
    if (!Address.isSafe(leg.uri())) {
      String words = leg.uri().getHost() + " is asked by plain http, where no token is sent";
      return new Reply.Missing(new Exchange.Lost(words, false, Optional.empty()));
    }
    boolean git = question.door() == Question.Door.GIT;
    Optional<ProxyRules.Hop> hop = wiring.proxies().hop(leg.uri());
    HttpRequest.Builder request = git ? git(token, leg) : api(token, leg);
    request.version(version(leg.uri())).method(question.method(), body(question));
    request.header("User-Agent", wiring.userAgent());
    question.body().ifPresent(json -> request.header("Content-Type", "application/json"));
    hop.flatMap(ProxyRules.Hop::credentials)
        .ifPresent(secret -> request.header("Proxy-Authorization", basic(secret)));
    int cap = cap(question.door());
    return await(
        client.sendAsync(request.build(), head -> new CappedBody(cap)),
        new Waiting(
            question,
            new ConnectionFailures.Trip(leg.uri(), hop, wiring.redaction()),
            leg.limit()));
  }

  /// Ends all connections at once; without it the process lingers.
  @Override
  public void close() {
    client.shutdownNow();
  }

  private static int cap(Question.Door door) {
    return switch (door) {
      case GIT -> GIT_CAP_BYTES;
      case GRAPHQL -> GRAPHQL_CAP_BYTES;
      case API -> API_CAP_BYTES;
    };
  }

  private static HttpRequest.Builder api(Token token, Leg leg) {
    return HttpRequest.newBuilder(leg.uri())
        .header("Authorization", "Bearer " + token.reveal())
        .header("Accept", "application/vnd.github+json")
        .header("X-GitHub-Api-Version", leg.apiVersion());
  }

  /// GitHub takes any token as the password of this user.
  private static HttpRequest.Builder git(Token token, Leg leg) {
    return HttpRequest.newBuilder(leg.uri())
        .header("Authorization", basic("x-access-token:" + token.reveal()));
  }

  private record Waiting(Question question, ConnectionFailures.Trip trip, Duration limit) {}

  private Reply await(CompletableFuture<HttpResponse<CappedBody.Text>> coming, Waiting waiting) {
    try {
      HttpResponse<CappedBody.Text> http =
          coming.get(waiting.limit().toMillis(), TimeUnit.MILLISECONDS);
      return reply(http, waiting);
    } catch (TimeoutException late) {
      coming.cancel(true);
      return new Reply.Missing(ConnectionFailures.late(waiting.trip(), waiting.limit()));
    } catch (ExecutionException failure) {
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      return new Reply.Missing(ConnectionFailures.lost(waiting.trip(), cause));
    } catch (CancellationException closed) {
      return new Reply.Missing(ConnectionFailures.lost(waiting.trip(), closed));
    } catch (InterruptedException stop) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      return new Reply.Missing(HttpGitHub.interrupted());
    }
  }

  private Reply reply(HttpResponse<CappedBody.Text> http, Waiting waiting) {
    CappedBody.Text body = http.body();
    if (body == null) {
      // The JDK's way to say that no tunnel came about: the status is the proxy's own.
      return new Reply.Missing(ConnectionFailures.noTunnel(waiting.trip(), http.statusCode()));
    }
    Response.Wire wire =
        new Response.Wire(
            http.statusCode(),
            redacted(http.headers()),
            wiring.redaction().apply(body.text()),
            body.truncated());
    return new Reply.Arrived(Response.of(waiting.question(), wire, wiring.redaction()));
  }

  /// The same headers, without secrets.
  private HttpHeaders redacted(HttpHeaders headers) {
    Map<String, List<String>> shown = new LinkedHashMap<>();
    headers
        .map()
        .forEach(
            (name, values) -> shown.put(name, values.stream().map(wiring.redaction()).toList()));
    return shown.equals(headers.map()) ? headers : HttpHeaders.of(shown, (_, _) -> true);
  }

  /// HTTP/2 where TLS can offer it. Over plain http the client would ask for an upgrade instead.
  private static HttpClient.Version version(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme())
        ? HttpClient.Version.HTTP_2
        : HttpClient.Version.HTTP_1_1;
  }

  private static HttpRequest.BodyPublisher body(Question question) {
    return question.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody);
  }

  private static String basic(String credentials) {
    byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  /// The rules in the shape that the JDK wants.
  private static final class Selector extends ProxySelector {
    private final ProxyRules rules;

    private Selector(ProxyRules rules) {
      this.rules = rules;
    }

    @Override
    public List<Proxy> select(URI uri) {
      Optional<Proxy> proxy =
          rules
              .hop(uri)
              .map(hop -> InetSocketAddress.createUnresolved(hop.host(), hop.port()))
              .map(address -> new Proxy(Proxy.Type.HTTP, address));
      return List.of(proxy.orElse(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
      // The request itself fails too, and says so.
    }
  }
}
