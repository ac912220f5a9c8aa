package io.github.tokenpreflight.github;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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
  sealed interface Reading {
    record Read(SSLContext context) implements Reading {}

    /// Something to mend first.
    ///
    /// @param words what is wrong, as a sentence without full stop
    record Failed(String words) implements Reading {}
  }

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----([A-Za-z0-9+/=\\s]*)-----END");

  private TrustedCertificates() {}

  /// Reads one or many certificates; text between them is skipped.
  static Reading read(Path file) {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException unreadable) {
      return new Reading.Failed(
          "the certificate file `"
              + file
              + "` cannot be read: "
              + ConnectionFailures.words(unreadable));
    }
    List<Certificate> extra = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    try {
      while (block.find()) {
        extra.add(certificate(block.group(1)));
      }
      return extra.isEmpty()
          ? new Reading.Failed("the certificate file `" + file + "` holds no PEM certificate")
          : new Reading.Read(context(extra));
    } catch (GeneralSecurityException | IOException | IllegalArgumentException broken) {
      return new Reading.Failed(
          "certificate " + (extra.size() + 1) + " in `" + file + "` cannot be read");
    }
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
