package io.github.tokenpreflight.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// What a `dist` folder is made of, as a hash: other bytes, other stamp.
///
/// The program prints it as part of its version. A class cache that was made from other bytes
/// brings the version along that it was made with, so an old cache gives itself away.
///
/// @param modules the jars, the program first
/// @param version of the program, without the hash
/// @param hash of everything that decides what the folder holds
record Stamp(List<Path> modules, String version, String hash) {

  static Stamp of(List<Path> modules, String plainVersion) throws IOException {
    MessageDigest sum = sha256();
    for (Path module : modules) {
      add(sum, module);
    }
    Path jdk = Path.of(System.getProperty("java.home"));
    add(sum, jdk.resolve("release"));
    add(sum, Roots.source(jdk));
    for (Path tool : tools()) {
      add(sum, tool);
    }
    String hash = HexFormat.of().formatHex(sum.digest());
    return new Stamp(modules, plainVersion + "+" + hash.substring(0, 12), hash);
  }

  /// All of it in one line of text.
  String text() {
    return version + " " + hash + "\n";
  }

  private static List<Path> tools() throws IOException {
    try (Stream<Path> tools = Files.list(Path.of("src/build/java/io/github/tokenpreflight/dist"))) {
      return tools.sorted().toList();
    }
  }

  private static void add(MessageDigest sum, Path file) throws IOException {
    sum.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
    sum.update(Files.readAllBytes(file));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
