package io.github.tokenpreflight.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// An authority of our own and server certificates of it, made at test time: X.509 in DER.
final class Certificates {
  private static final String SIGNATURE = "300a06082a8648ce3d040302"; // ecdsa-with-SHA256
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private final KeyPair authority = pair();
  private final byte[] root;

  Certificates() {
    Instant now = Instant.now();
    this.root = certificate("CN=authority", authority, "", now.minusSeconds(86_400 * 9), 20);
  }

  /// The authority in PEM form.
  String pem() {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(root)
        + "\n-----END CERTIFICATE-----\n";
  }

  /// A server whose certificate names a host and is valid from then on, for some days.
  SSLContext server(String host, Instant from, int days) {
    KeyPair keys = pair();
    return context(keys, certificate("CN=server", keys, host, from, days));
  }

  /// A server whose certificate nobody signed but itself.
  SSLContext selfSigned(String host) {
    return new Certificates().server(host, Instant.now().minusSeconds(60), 2);
  }

  private byte[] certificate(String subject, KeyPair keys, String host, Instant from, int days) {
    byte[] name = name(subject);
    byte[] extension =
        host.isEmpty()
            ? der(0x30, hex("0603551d13"), hex("0101ff"), der(4, der(0x30, hex("0101ff"))))
            : der(0x30, hex("0603551d11"), der(4, der(0x30, der(0x82, host.getBytes(UTF_8)))));
    byte[] body =
        der(
            0x30,
            hex("a003020102"),
            der(2, new byte[] {(byte) (host.isEmpty() ? 1 : 2)}),
            hex(SIGNATURE),
            name("CN=authority"),
            der(0x30, time(from), time(from.plusSeconds(86_400L * days))),
            name,
            keys.getPublic().getEncoded(),
            der(0xa3, der(0x30, extension)));
    return der(0x30, body, hex(SIGNATURE), der(3, new byte[1], signed(body)));
  }

  private byte[] signed(byte[] body) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(authority.getPrivate());
      signature.update(body);
      return signature.sign();
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static byte[] time(Instant at) {
    return der(0x17, TIME.format(at).getBytes(UTF_8));
  }

  private static byte[] name(String text) {
    byte[] common = text.substring("CN=".length()).getBytes(UTF_8);
    return der(0x30, der(0x31, der(0x30, hex("0603550403"), der(0x0c, common))));
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  /// A tag, a length and what is inside.
  private static byte[] der(int tag, byte[]... parts) {
    ByteArrayOutputStream inside = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      inside.writeBytes(part);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    int length = inside.size();
    if (length > 255) {
      out.writeBytes(new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length});
    } else if (length > 127) {
      out.writeBytes(new byte[] {(byte) 0x81, (byte) length});
    } else {
      out.write(length);
    }
    out.writeBytes(inside.toByteArray());
    return out.toByteArray();
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static SSLContext context(KeyPair keys, byte[] certificate) {
    try {
      Certificate[] chain = {
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(certificate))
      };
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("server", keys.getPrivate(), new char[0], chain);
      KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
      managers.init(store, new char[0]);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | java.io.IOException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
