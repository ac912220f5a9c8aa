package io.github.tokenpreflight.github;

import java.security.cert.CertPathValidatorException;
import java.security.cert.Certificate;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Why a server's certificate is not trusted, in plain words.
///
/// Source: JDK 25, `sun.security.util.HostnameChecker`, for the sentences about names.
final class Certificates {
  private static final String CLOCK = "; if that cannot be, look at the clock of this machine";

  private Certificates() {}

  /// @param host whose certificate it is
  /// @param causes the failure and what it was caused by
  static String words(String host, List<Throwable> causes) {
    String certificate = "the TLS certificate of " + host;
    for (Throwable cause : causes) {
      if (cause instanceof CertificateExpiredException) {
        return certificate + " expired" + at(causes, X509Certificate::getNotAfter) + CLOCK;
      }
      if (cause instanceof CertificateNotYetValidException) {
        return certificate
            + " is not valid yet"
            + at(causes, X509Certificate::getNotBefore).replace(" on ", ", only from ")
            + CLOCK;
      }
      String message = cause.getMessage() == null ? "" : cause.getMessage();
      if (message.startsWith("No subject alternative") || message.startsWith("No name matching")) {
        return certificate
            + " was made for another name; check the address, and what stands in between";
      }
    }
    return certificate + " is not trusted; name its authority by `ca-file` or `SSL_CERT_FILE`";
  }

  /// One of the dates of the certificate that was refused, where the failure holds it.
  private static String at(List<Throwable> causes, Function<X509Certificate, Date> date) {
    return causes.stream()
        .flatMap(cause -> refused(cause).stream())
        .findFirst()
        .map(certificate -> " on " + date.apply(certificate).toInstant())
        .orElse("");
  }

  private static Optional<X509Certificate> refused(Throwable cause) {
    if (cause instanceof CertPathValidatorException path
        && path.getCertPath() != null
        && path.getIndex() >= 0) {
      Certificate certificate = path.getCertPath().getCertificates().get(path.getIndex());
      return certificate instanceof X509Certificate x509 ? Optional.of(x509) : Optional.empty();
    }
    return Optional.empty();
  }
}
