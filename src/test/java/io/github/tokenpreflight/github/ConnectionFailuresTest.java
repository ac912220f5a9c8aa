package io.github.tokenpreflight.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.security.cert.CertPathValidatorException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class ConnectionFailuresTest {
  private static final URI API = URI.create("https://api.github.com/user");
  private static final ConnectionFailures.Trip STRAIGHT =
      new ConnectionFailures.Trip(API, Optional.empty(), UnaryOperator.identity());
  private static final ConnectionFailures.Trip BY_PROXY =
      new ConnectionFailures.Trip(
          API,
          Optional.of(new ProxyRules.Hop("proxy", 3128, Optional.of("me:pw"))),
          UnaryOperator.identity());

  @Test
  void whatAnExceptionRepeatsIsRedactedBeforeItIsCut() {
    String secret = "a secret of a few words";
    ConnectionFailures.Trip trip =
        new ConnectionFailures.Trip(API, Optional.empty(), text -> text.replace(secret, "***"));

    for (int before = 560; before < 600; before++) {
      String words =
          ConnectionFailures.lost(trip, new IOException("x".repeat(before) + secret)).words();

      assertFalse(words.contains("a sec"), words);
    }
  }

  @Test
  void eachFaultHasItsOwnWords() {
    assertEquals("the name of api.github.com cannot be resolved", words(unresolved()));
    assertEquals(
        "the name of api.github.com cannot be resolved",
        words(new UnknownHostException("api.github.com")));
    assertEquals("api.github.com refused the connection", words(new ConnectException()));
    assertEquals(
        "no connection to api.github.com came about in time",
        words(new HttpConnectTimeoutException("x")));
    assertEquals("api.github.com did not answer in time", words(new HttpTimeoutException("x")));
    assertEquals(
        "the connection to api.github.com broke: Connection reset",
        words(new IOException("Connection reset")));
    assertEquals(
        "TLS with api.github.com failed: bad record",
        words(new SSLHandshakeException("bad record")));
  }

  @Test
  void aDistrustedCertificateIsNotTriedAgainAndSaysWhatToDo() {
    SSLHandshakeException failure = new SSLHandshakeException("PKIX path building failed");
    failure.initCause(new CertPathValidatorException("no anchor"));

    Exchange.Lost lost = ConnectionFailures.lost(STRAIGHT, failure);

    assertEquals(
        "the TLS certificate of api.github.com is not trusted; name its authority by `ca-file` or"
            + " `SSL_CERT_FILE`",
        lost.words());
    assertFalse(lost.passing());
  }

  @Test
  void aProxyIsNamedWhereItIsTheOneThatFails() {
    assertEquals(
        "the proxy proxy:3128 refused the connection",
        ConnectionFailures.lost(BY_PROXY, new ConnectException()).words());
  }

  @Test
  void timesAndFilesAreSaidShortly() {
    assertEquals("10 s", ConnectionFailures.words(Duration.ofSeconds(10)));
    assertEquals("250 ms", ConnectionFailures.words(Duration.ofMillis(250)));
    assertEquals("there is no such file", ConnectionFailures.words(new NoSuchFileException("x")));
    assertEquals("access is denied", ConnectionFailures.words(new AccessDeniedException("x")));
  }

  private static Throwable unresolved() {
    ConnectException failure = new ConnectException();
    failure.initCause(new UnresolvedAddressException());
    return failure;
  }

  private static String words(Throwable failure) {
    return ConnectionFailures.lost(STRAIGHT, failure).words();
  }
}
