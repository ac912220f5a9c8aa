package io.github.tokenpreflight.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RootsTest {
  private static final char[] USUAL = "changeit".toCharArray();

  @TempDir Path jdk;

  @BeforeEach
  void folders() throws IOException {
    Files.createDirectories(Roots.source(jdk).getParent());
  }

  @Test
  void aJdkAsShippedHasNoForeignRoots() throws Exception {
    store(Roots.source(jdk), "first [jdk]", "second [jdk]");

    assertEquals(Optional.empty(), Roots.foreign(jdk));
  }

  @Test
  void anAddedRootIsForeign() throws Exception {
    store(Roots.source(jdk), "first [jdk]", "company");

    assertEquals(Optional.of("somebody has added company"), Roots.foreign(jdk));
  }

  @Test
  void aStoreOfTheSystemIsForeignWhateverItsNames(@TempDir Path system) throws Exception {
    store(system.resolve("cacerts"), "first [jdk]");
    Files.createSymbolicLink(Roots.source(jdk), system.resolve("cacerts"));

    assertTrue(Roots.foreign(jdk).isPresent());
  }

  @Test
  void theSameRootsGiveTheSameStoreWhichJavaReads() throws Exception {
    Path runtime = Files.createDirectories(jdk.resolve("runtime"));
    Files.createDirectories(Roots.source(runtime).getParent());
    Roots.install(runtime);
    byte[] first = Files.readAllBytes(Roots.source(runtime));
    Roots.install(runtime);

    assertEquals(0, Arrays.compare(first, Files.readAllBytes(Roots.source(runtime))));
    KeyStore read = load(Roots.source(runtime));
    KeyStore given = load(Roots.source(Path.of(System.getProperty("java.home"))));
    for (String name : Collections.list(given.aliases())) {
      assertEquals(given.getCertificate(name), read.getCertificate(name));
    }
    assertEquals(given.size(), read.size());
  }

  private static void store(Path file, String... names)
      throws IOException, GeneralSecurityException {
    KeyStore given = load(Roots.source(Path.of(System.getProperty("java.home"))));
    Certificate any = given.getCertificate(given.aliases().nextElement());
    KeyStore store = KeyStore.getInstance("JKS");
    store.load(null, USUAL);
    for (String name : names) {
      store.setCertificateEntry(name, any);
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, USUAL);
    }
  }

  /// With the password, so that the sum at the end is verified too.
  private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, USUAL);
    }
    return store;
  }
}
