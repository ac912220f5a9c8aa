package io.github.tokenpreflight.github;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// Certificate authorities from a PEM file, added to the ones that Java trusts already.
final class TrustedCertificates {
  /// What a file comes to.
  sealed interface CertificatesReading {
    record Read(SSLContext context) implements CertificatesReading {}

    /// Something to mend first.
    ///
    /// @param words what is wrong, as a sentence without full stop
    record Failed(String words) implements CertificatesReading {}
  }

  /// A hundred times what Mozilla's list takes.
  private static final int LIMIT_BYTES = 16 << 20;

  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----([A-Za-z0-9+/=\\s]*+)-----END");

  private TrustedCertificates() {}

  /// Reads one or many certificates; text between them is skipped.
  static CertificatesReading read(Path file) {
    String text;
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        return unreadable(file, "it is no regular file");
      }
      byte[] content;
      try (InputStream in = Files.newInputStream(file)) {
        content = in.readNBytes(LIMIT_BYTES + 1);
      }
      if (content.length > LIMIT_BYTES) {
        return unreadable(file, "it is larger than 16 MiB");
      }
      text = new String(content, StandardCharsets.ISO_8859_1);
    } catch (IOException unreadable) {
      return unreadable(file, ConnectionFailures.words(unreadable));
    }
    List<Certificate> extra = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    try {
      while (block.find()) {
        extra.add(certificate(block.group(1)));
      }
      return extra.isEmpty()
          ? new CertificatesReading.Failed(
              "the certificate file `" + file + "` holds no PEM certificate")
          : new CertificatesReading.Read(context(extra));
    } catch (GeneralSecurityException | IOException | IllegalArgumentException broken) {
      return new CertificatesReading.Failed(
          "certificate " + (extra.size() + 1) + " in `" + file + "` cannot be read");
    }
  }

  private static CertificatesReading unreadable(Path file, String why) {
    return new CertificatesReading.Failed(
        "the certificate file `" + file + "` cannot be read: " + why);
  }

  private static Certificate certificate(String base64) throws GeneralSecurityException {
    byte[] der = Base64.getMimeDecoder().decode(base64);
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(der));
  }

  private static SSLContext context(List<Certificate> extra)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    List<Certificate> all = new ArrayList<>(defaults());
    all.addAll(extra);
    for (int i = 0; i < all.size(); i++) {
      store.setCertificateEntry("authority-" + i, all.get(i));
    }
    TrustManagerFactory factory = factory();
    factory.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }

  private static List<Certificate> defaults() throws GeneralSecurityException {
    TrustManagerFactory factory = factory();
    factory.init((KeyStore) null);
    List<Certificate> authorities = new ArrayList<>();
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager x509) {
        authorities.addAll(List.of(x509.getAcceptedIssuers()));
      }
    }
    return authorities;
  }

  private static TrustManagerFactory factory() throws GeneralSecurityException {
    return TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
  }
}
