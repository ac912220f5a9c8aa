package io.github.tokenpreflight.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Certificates of the same kinds as GitHub's: a P-384 root, a P-256 authority, a P-256 server.
///
/// @param store the key of the server and its chain
/// @param root the root in PEM form
/// @param roots all roots that the program trusts, and this one
record TrainingKeys(Path store, Path root, Path roots) {
  static final String PASSWORD = "training";

  /// Makes new keys, which are of no use anywhere else and not for long.
  static TrainingKeys make(Path work, Path trusted) throws IOException, InterruptedException {
    TrainingKeys keys =
        new TrainingKeys(
            work.resolve("server.p12"), work.resolve("root.pem"), work.resolve("cacerts"));
    keys.pair("root", "secp384r1", "-ext", "bc:c");
    keys.pair("authority", "secp256r1", "-signer", "root", "-ext", "bc:c=0");
    keys.pair(
        "server", "secp256r1", "-signer", "authority", "-ext", "san=dns:localhost,ip:127.0.0.1");
    keytool(keys.store, "-exportcert", "-rfc", "-alias", "root", "-file", keys.root.toString());
    keytool(keys.store, "-delete", "-alias", "root");
    keytool(keys.store, "-delete", "-alias", "authority");
    Files.copy(trusted, keys.roots, StandardCopyOption.REPLACE_EXISTING);
    Roots.add(keys.roots, keys.root);
    return keys;
  }

  private void pair(String name, String curve, String... more)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    Collections.addAll(words, "-genkeypair", "-keyalg", "EC", "-groupname", curve);
    Collections.addAll(words, "-alias", name, "-dname", "CN=" + name, "-validity", "2");
    Collections.addAll(words, more);
    keytool(store, words.toArray(String[]::new));
  }

  private static void keytool(Path store, String... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.add("-J-XX:TieredStopAtLevel=1");
    Collections.addAll(command, words);
    Collections.addAll(command, "-keystore", store.toString(), "-storepass", PASSWORD);
    Run.of(command).expect(0);
  }
}
