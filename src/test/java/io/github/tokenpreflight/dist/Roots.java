package io.github.tokenpreflight.dist;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// The certification authorities that the program trusts: those of the JDK that builds it, in a
/// store without a password. Reading one with a password takes a sixth of the program's whole time.
final class Roots {
  private static final String PLACE = "lib/security/cacerts";

  /// The password that every JDK's store has, or has none and ignores it.
  private static final char[] USUAL = "changeit".toCharArray();

  private Roots() {}

  /// The store of a JDK.
  static Path source(Path jdk) {
    return jdk.resolve(PLACE);
  }

  /// Replaces the store of a runtime; returns where the certificates come from, in words.
  static String install(Path home) throws IOException {
    Path jdk = Path.of(System.getProperty("java.home"));
    Path source = source(jdk);
    boolean own = source.toRealPath().startsWith(jdk.toRealPath());
    try {
      int roots = convert(source, home.resolve(PLACE));
      return roots
          + " root certificates, "
          + (own
              ? "those of the JDK " + Runtime.version()
              : "not the JDK's own, but what this system put in their place");
    } catch (GeneralSecurityException e) {
      throw new IOException("the trust store of the JDK cannot be converted", e);
    }
  }

  private static int convert(Path source, Path target)
      throws IOException, GeneralSecurityException {
    KeyStore given = KeyStore.getInstance(KeyStore.getDefaultType());
    try (InputStream in = Files.newInputStream(source)) {
      given.load(in, USUAL);
    }
    KeyStore ours = KeyStore.getInstance("PKCS12");
    ours.load(null, null);
    Set<String> names = new TreeSet<>(Collections.list(given.aliases()));
    for (String name : names) {
      if (given.isCertificateEntry(name)) {
        ours.setCertificateEntry(name, given.getCertificate(name));
      }
    }
    Files.delete(target);
    try (OutputStream out = Files.newOutputStream(target)) {
      ours.store(out, null);
    }
    return ours.size();
  }

  /// Adds a certificate to a store without a password.
  static void add(Path store, Path certificate) throws IOException {
    try {
      KeyStore roots = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(store)) {
        roots.load(in, null);
      }
      try (InputStream in = Files.newInputStream(certificate)) {
        roots.setCertificateEntry(
            "training", CertificateFactory.getInstance("X.509").generateCertificate(in));
      }
      try (OutputStream out = Files.newOutputStream(store)) {
        roots.store(out, null);
      }
    } catch (GeneralSecurityException e) {
      throw new IOException(certificate + " cannot be added to " + store, e);
    }
  }
}
