package io.github.tokenpreflight.github;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// Failures of the network and of files in plain words.
final class ConnectionFailures {
  private static final int DEEPEST = 10;

  /// A piece of what Java says, and what it means.
  private static final List<Map.Entry<String, String>> PLAIN =
      List.of(
          Map.entry("parser received no bytes", "it was closed without an answer"),
          Map.entry("alert: protocol_version", "the server wants another version of TLS"),
          Map.entry("alert: handshake_failure", "no way to encrypt is known to both sides"),
          Map.entry("alert: unrecognized_name", "the server has no certificate for this name"),
          Map.entry("Unsupported or unrecognized SSL message", "it answers without TLS"),
          Map.entry("terminated the handshake", "it hung up while both were saying hello"),
          Map.entry("GOAWAY", "the server ended it (HTTP/2 GOAWAY)"),
          Map.entry("RST_STREAM", "the server ended the request (HTTP/2 RST_STREAM)"),
          Map.entry("fixed content-length", "the answer ended before its announced length"),
          Map.entry("closed", "it was closed"));

  private ConnectionFailures() {}

  /// A request that came to nothing.
  ///
  /// @param uri where it was to go
  /// @param hop the proxy it took
  /// @param redaction takes secrets out of what an exception repeats of the answer
  record Trip(URI uri, Optional<ProxyRules.Hop> hop, UnaryOperator<String> redaction) {
    /// Whom we really speak to first.
    private String peer() {
      return hop.map(proxy -> "the proxy " + proxy).orElse(host());
    }

    /// Redacted before it is cut, so that no half of a secret is left.
    private String detail(Throwable failure) {
      return ConnectionFailures.detail(failure, redaction);
    }

    private String host() {
      return uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }
  }

  /// Nothing came back in time.
  static Exchange.Lost late(Trip trip, Duration limit) {
    return lost(trip.host() + " did not answer within " + words(limit), true);
  }

  /// The proxy did not let us through.
  static Exchange.Lost noTunnel(Trip trip, int status) {
    String login = status == 407 ? ", it asks for credentials" : "";
    return lost(trip.peer() + " answered HTTP " + status + login, status >= 500);
  }

  /// The words for an exception of the HTTP client.
  static Exchange.Lost lost(Trip trip, Throwable failure) {
    if (has(failure, ConnectionFailures::isCrowded)) {
      return Exchange.Lost.CROWDED;
    }
    if (has(failure, HttpConnectTimeoutException.class::isInstance)) {
      return lost("no connection to " + trip.peer() + " came about in time", true);
    }
    if (has(failure, HttpTimeoutException.class::isInstance)) {
      return lost(trip.host() + " did not answer in time", true);
    }
    if (has(failure, ConnectionFailures::isUnknownHost)) {
      return lost("the name of " + trip.peer() + " cannot be resolved", true);
    }
    if (has(failure, ConnectException.class::isInstance)) {
      return lost(trip.peer() + " refused the connection", true);
    }
    if (has(failure, ConnectionFailures::isDistrust)) {
      return lost(Certificates.words(trip.host(), causes(failure)), false);
    }
    if (has(failure, SSLException.class::isInstance)) {
      return lost("TLS with " + trip.host() + " failed: " + trip.detail(failure), true);
    }
    if (has(failure, EOFException.class::isInstance)) {
      return lost(trip.peer() + " closed the connection without an answer", true);
    }
    return lost("the connection to " + trip.peer() + " broke: " + trip.detail(failure), true);
  }

  /// Why a file could not be read.
  static String words(IOException failure) {
    if (failure instanceof NoSuchFileException || failure instanceof FileNotFoundException) {
      return "there is no such file";
    }
    return failure instanceof AccessDeniedException
        ? "access is denied"
        : detail(failure, UnaryOperator.identity());
  }

  /// A short time, such as `10 s` or `250 ms`.
  static String words(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  private static Exchange.Lost lost(String words, boolean passing) {
    return new Exchange.Lost(words, passing, Optional.empty());
  }

  /// Java's client counts the streams of HTTP/2 by itself, and sends no more than the server
  /// allows.
  private static boolean isCrowded(Throwable failure) {
    String message = failure.getMessage();
    return message != null && message.contains("too many concurrent streams");
  }

  private static boolean isUnknownHost(Throwable failure) {
    return failure instanceof UnresolvedAddressException || failure instanceof UnknownHostException;
  }

  private static boolean isDistrust(Throwable failure) {
    return failure instanceof CertPathBuilderException
        || failure instanceof CertPathValidatorException
        || failure instanceof CertificateException;
  }

  private static boolean has(Throwable failure, Predicate<Throwable> kind) {
    return causes(failure).stream().anyMatch(kind);
  }

  /// The failure and what it was caused by.
  private static List<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST).toList();
  }

  private static String detail(Throwable failure, UnaryOperator<String> redaction) {
    String message = failure.getMessage();
    return message == null
        ? failure.getClass().getSimpleName()
        : plain(OneLine.of(redaction.apply(message)));
  }

  /// Java's words in plain ones, as far as they are known.
  private static String plain(String message) {
    for (Map.Entry<String, String> known : PLAIN) {
      if (message.contains(known.getKey())) {
        return known.getValue();
      }
    }
    return message;
  }
}
