package io.github.tokenpreflight.dist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// What the licences of the libraries ask for: their texts stay beside the program.
final class Licences {
  private static final Pattern TEXT = Pattern.compile("(META-INF/)?[\\w-]*(LICENSE|NOTICE)[^/]*");

  private Licences() {}

  /// Copies our own text, which is that of the libraries without one, too: Apache License 2.0.
  static void copyOwn(Path legal) throws IOException {
    Path folder = Files.createDirectories(legal.resolve("token-preflight"));
    Files.copy(Path.of("LICENSE"), folder.resolve("LICENSE"));
  }

  /// Copies the texts of one jar to where jlink has put those of Java.
  static void copy(Path jar, Path legal) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (TEXT.matcher(entry.getName()).matches()) {
          String folder = jar.getFileName().toString().replaceFirst("-\\d.*", "");
          Path text = legal.resolve(folder).resolve(Path.of(entry.getName()).getFileName());
          Files.createDirectories(text.getParent());
          try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, text);
          }
        }
      }
    }
  }
}
