package io.github.tokenpreflight.dist;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The certification authorities that the program trusts: those of the JDK that builds it, in
/// Java's old form of a store (JKS). Java reads them twice for the first connection. From that form
/// it makes a certificate in one step; from the newer one (PKCS12) by way of its providers, each
/// anew.
final class Roots {
  private static final String PLACE = "lib/security/cacerts";

  private static final String MARK = " [jdk]";

  /// The password that every JDK's store has, or has none and ignores it.
  private static final char[] USUAL = "changeit".toCharArray();

  private Roots() {}

  /// The store of a JDK.
  static Path source(Path jdk) {
    return jdk.resolve(PLACE);
  }

  /// Why the roots of a JDK are not those that it was shipped with; absent if they are.
  ///
  /// The build of every OpenJDK marks the names of its roots. Systems that put a list of their own
  /// in the place, and tools that add a company's root, do not.
  static Optional<String> foreign(Path jdk) throws IOException {
    Path source = source(jdk);
    if (!source.toRealPath().startsWith(jdk.toRealPath())) {
      return Optional.of("they are what this system put in the place of the JDK's own");
    }
    List<String> others =
        certificates(source).keySet().stream().filter(name -> !name.endsWith(MARK)).toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of("somebody has added " + String.join(", ", others));
  }

  /// Replaces the store of a runtime; returns where the certificates come from, in words.
  static String install(Path home) throws IOException {
    Path jdk = Path.of(System.getProperty("java.home"));
    SortedMap<String, byte[]> roots = certificates(source(jdk));
    try {
      Files.write(home.resolve(PLACE), store(roots));
    } catch (GeneralSecurityException e) {
      throw new IOException("the trust store of the JDK cannot be converted", e);
    }
    return roots.size()
        + " root certificates"
        + foreign(jdk)
            .map(why -> "; not for a release: " + why)
            .orElse(", those of the JDK " + Runtime.version());
  }

  private static SortedMap<String, byte[]> certificates(Path store) throws IOException {
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore given = KeyStore.getInstance(KeyStore.getDefaultType());
      given.load(in, USUAL);
      SortedMap<String, byte[]> roots = new TreeMap<>();
      for (String name : Collections.list(given.aliases())) {
        if (given.isCertificateEntry(name)) {
          roots.put(name, given.getCertificate(name).getEncoded());
        }
      }
      return roots;
    } catch (GeneralSecurityException e) {
      throw new IOException(store + " cannot be read", e);
    }
  }

  /// Java's own way to write this form puts the time into it; here the same roots give the same
  /// bytes.
  private static byte[] store(SortedMap<String, byte[]> roots)
      throws IOException, GeneralSecurityException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    MessageDigest sum = MessageDigest.getInstance("SHA-1");
    sum.update(new String(USUAL).getBytes(StandardCharsets.UTF_16BE));
    sum.update("Mighty Aphrodite".getBytes(StandardCharsets.UTF_8));
    DataOutputStream out = new DataOutputStream(new DigestOutputStream(bytes, sum));
    out.writeInt(0xfeedfeed);
    out.writeInt(2);
    out.writeInt(roots.size());
    for (Map.Entry<String, byte[]> root : roots.entrySet()) {
      out.writeInt(2);
      out.writeUTF(root.getKey());
      out.writeLong(0);
      out.writeUTF("X.509");
      out.writeInt(root.getValue().length);
      out.write(root.getValue());
    }
    bytes.write(sum.digest());
    return bytes.toByteArray();
  }

  /// Adds a certificate to such a store.
  static void add(Path store, Path certificate) throws IOException {
    try {
      KeyStore roots = KeyStore.getInstance("JKS");
      try (InputStream in = Files.newInputStream(store)) {
        roots.load(in, USUAL);
      }
      try (InputStream in = Files.newInputStream(certificate)) {
        roots.setCertificateEntry(
            "training", CertificateFactory.getInstance("X.509").generateCertificate(in));
      }
      try (OutputStream out = Files.newOutputStream(store)) {
        roots.store(out, USUAL);
      }
    } catch (GeneralSecurityException e) {
      throw new IOException(certificate + " cannot be added to " + store, e);
    }
  }
}
