package io.github.tokenpreflight.github;

import io.github.tokenpreflight.token.Token;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/// GitHub over HTTP: one client for all tokens, retries and redirects included.
///
/// All questions share one deadline, which starts when it is opened.
public final class HttpGitHub implements GitHub {
  private static final String NEWEST_VERSION = "2026-03-10";
  private static final String OLDER_VERSION = "2022-11-28";

  /// What the person who starts us decides.
  ///
  /// @param host the only server that ever gets the token
  /// @param environment for the proxies and `SSL_CERT_FILE`
  /// @param caFile wins over `SSL_CERT_FILE`
  /// @param version of this program, for `User-Agent`
  public record Setup(
      GitHubHost host,
      Map<String, String> environment,
      Optional<Path> caFile,
      TimeLimits limits,
      String version) {
    public Setup {
      environment = Map.copyOf(environment);
    }

    /// Only the host: an environment is full of secrets.
    @Override
    public String toString() {
      return "Setup[" + host.api() + "]";
    }
  }

  /// What the machine gives us: time, sleep and chance.
  ///
  /// @param ticks nanoseconds that only ever grow, whatever happens to the clock
  /// @param jitter random numbers from 0 to 1
  /// @param redaction takes secrets out of what the server sends, should it send one back
  public record Machine(
      InstantSource clock,
      LongSupplier ticks,
      Pause sleep,
      DoubleSupplier jitter,
      UnaryOperator<String> redaction) {}

  /// Waits.
  @FunctionalInterface
  public interface Pause {
    void pause(Duration time) throws InterruptedException;
  }

  /// What opening comes to.
  public sealed interface Opening {
    /// Close it on every path.
    record Opened(GitHub github) implements Opening {}

    /// Something to mend first.
    ///
    /// @param words what is wrong with the environment, as a sentence without full stop
    record Failed(String words) implements Opening {}
  }

  private final Setup setup;
  private final Machine machine;
  private final Transport transport;
  private final long end;
  private final Turns turns;
  private volatile String apiVersion = NEWEST_VERSION;

  private HttpGitHub(Setup setup, Machine machine, Transport transport) {
    this.setup = setup;
    this.machine = machine;
    this.transport = transport;
    this.turns = new Turns(setup.host());
    this.end = machine.ticks().getAsLong() + setup.limits().total().toNanos();
  }

  /// Reads the environment and builds the one client; sends nothing yet.
  public static Opening open(Setup setup, Machine machine) {
    ProxyRules.ProxyReading proxies = ProxyRules.read(setup.environment());
    if (proxies instanceof ProxyRules.ProxyReading.Failed(String words)) {
      return new Opening.Failed(words);
    }
    ProxyRules rules = ((ProxyRules.ProxyReading.Read) proxies).rules();
    Optional<SSLContext> context = Optional.empty();
    Optional<Path> file;
    try {
      file = authorities(setup);
    } catch (InvalidPathException e) {
      return new Opening.Failed("`SSL_CERT_FILE` is no path for this system: " + e.getReason());
    }
    if (file.isPresent()) {
      TrustedCertificates.CertificatesReading reading = TrustedCertificates.read(file.get());
      if (reading instanceof TrustedCertificates.CertificatesReading.Failed(String words)) {
        return new Opening.Failed(words);
      }
      context = Optional.of(((TrustedCertificates.CertificatesReading.Read) reading).context());
    }
    Transport.Wiring wiring =
        new Transport.Wiring(
            rules,
            context,
            setup.limits().connect(),
            "token-preflight/" + setup.version(),
            machine.redaction());
    return new Opening.Opened(new HttpGitHub(setup, machine, new Transport(wiring)));
  }

  @Override
  public Answer ask(Token token, Question question) {
    if (!setup.host().serves(question)) {
      throw new IllegalArgumentException("not on the configured server: " + question.line());
    }
    int number = 1;
    while (left().isPositive()) {
      Exchange exchange;
      try {
        Optional<Exchange> come = turns.send(question, this::left, () -> travel(token, question));
        if (come.isEmpty()) {
          break;
        }
        exchange = come.get();
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        exchange = interrupted();
      }
      RetryPolicy.Decision decision =
          RetryPolicy.after(exchange, current(number, question, exchange));
      if (!(decision instanceof RetryPolicy.Decision.Again(Duration pause))) {
        return answer(new Outcome(question, number, exchange), decision);
      }
      if (!slept(pause)) {
        return unanswered(new Outcome(question, number, interrupted()), interrupted().words());
      }
      number++;
    }
    Exchange nothing = new Exchange.Lost("", false, Optional.empty());
    return unanswered(
        new Outcome(question, number - 1, nothing),
        "the time limit of " + ConnectionFailures.words(setup.limits().total()) + " was up");
  }

  @Override
  public void close() {
    transport.close();
  }

  static Exchange.Lost interrupted() {
    return new Exchange.Lost("the check was interrupted", false, Optional.empty());
  }

  /// One try: the request, its redirects, and once more in the older version where a server refuses
  /// the newest one. That is remembered, so that only the first question pays for it. What cannot
  /// be repeated goes in the version that the questions before it settled.
  private Exchange travel(Token token, Question question) {
    String version = apiVersion;
    Exchange exchange = travel(token, question, version);
    boolean refused =
        question.repeatable()
            && exchange instanceof Exchange.Declined(Response response, Refusal refusal)
            && refusal.meaning() == Refusal.Meaning.API_VERSION;
    if (!refused || version.equals(OLDER_VERSION)) {
      return exchange;
    }
    apiVersion = OLDER_VERSION;
    return travel(token, question, OLDER_VERSION);
  }

  private Exchange travel(Token token, Question question, String version) {
    URI uri = question.uri();
    for (int hops = 0; ; hops++) {
      Transport.Leg leg = new Transport.Leg(uri, version, limit());
      Transport.Reply reply = transport.send(token, question, leg);
      if (reply instanceof Transport.Reply.Missing(Exchange.Lost lost)) {
        return lost;
      }
      Response response = ((Transport.Reply.Arrived) reply).response();
      // The address of a download is the answer, and not ours to fetch.
      if (response.isArchiveAddress() || !Redirects.isRedirect(response)) {
        return Exchange.of(response);
      }
      Optional<URI> next = Redirects.next(response, uri);
      if (next.isEmpty()) {
        return stopped(Redirects.refusal(response, uri), response);
      }
      if (!question.repeatable() || question.graphQl()) {
        return stopped(uri.getHost() + " redirects a " + question.method(), response);
      }
      if (hops == Redirects.MOST) {
        return stopped(uri.getHost() + " redirects again and again", response);
      }
      uri = next.get();
    }
  }

  private record Outcome(Question question, int number, Exchange exchange) {}

  private static Answer answer(Outcome outcome, RetryPolicy.Decision decision) {
    Question question = outcome.question();
    if (decision instanceof RetryPolicy.Decision.GiveUp(String words, Optional<Instant> at)) {
      Optional<Response> last = outcome.exchange().last();
      return new Answer.Unanswered(question, words, outcome.number(), at, last);
    }
    return outcome.exchange().answer(question, outcome.number());
  }

  private static Answer unanswered(Outcome outcome, String words) {
    Optional<Response> last = outcome.exchange().last();
    return new Answer.Unanswered(
        outcome.question(), words, outcome.number(), Optional.empty(), last);
  }

  private static Exchange stopped(String words, Response response) {
    return new Exchange.Lost(words, false, Optional.of(response));
  }

  /// A GraphQL query that did not come through is not sent again as it is: the time-out costs, and
  /// whoever asked makes it smaller.
  private RetryPolicy.Try current(int number, Question question, Exchange exchange) {
    boolean again =
        question.repeatable()
            && !(question.graphQl() && (exchange instanceof Exchange.Lost || isLimit(exchange)));
    Instant now = machine.clock().instant();
    return new RetryPolicy.Try(
        number, now, now.plus(left()), machine.jitter().getAsDouble(), again);
  }

  private static boolean isLimit(Exchange exchange) {
    return exchange instanceof Exchange.Declined(_, Refusal refusal) && refusal.meaning().passing();
  }

  /// The time for one request: its own limit, or what is left of all, at least a moment.
  private Duration limit() {
    Duration left = left();
    Duration most = setup.limits().answer();
    Duration least = Duration.ofMillis(1);
    return left.compareTo(least) < 0 ? least : left.compareTo(most) < 0 ? left : most;
  }

  private Duration left() {
    return Duration.ofNanos(end - machine.ticks().getAsLong());
  }

  private boolean slept(Duration pause) {
    try {
      machine.sleep().pause(pause);
      return true;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Optional<Path> authorities(Setup setup) {
    String variable = setup.environment().getOrDefault("SSL_CERT_FILE", "").strip();
    return setup.caFile().or(() -> Optional.of(variable).filter(v -> !v.isEmpty()).map(Path::of));
  }
}
