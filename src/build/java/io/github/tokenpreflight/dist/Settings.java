package io.github.tokenpreflight.dist;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/// Java's own settings, in files that it reads in every run, most of them comments. Without these
/// it says the same in a twentieth of the lines.
final class Settings {
  private static final List<String> READ_IN_EVERY_RUN =
      List.of("conf/security/java.security", "conf/net.properties");

  private Settings() {}

  /// Takes the comments out, and stops the build if a setting has become another one.
  static void shorten(Path home) throws IOException {
    for (String name : READ_IN_EVERY_RUN) {
      Path file = home.resolve(name);
      String whole = Files.readString(file);
      String settings = withoutComments(whole);
      if (!settings(settings).equals(settings(whole))) {
        throw new IllegalStateException(name + " says something else without its comments");
      }
      Files.writeString(file, settings);
    }
  }

  /// A line that the one before it continues into is no comment, whatever it starts with.
  static String withoutComments(String text) {
    StringBuilder out = new StringBuilder();
    boolean continued = false;
    for (String line : text.lines().toList()) {
      String start = line.strip();
      boolean comment = start.isEmpty() || start.startsWith("#") || start.startsWith("!");
      if (continued || !comment) {
        out.append(line).append('\n');
        continued = line.endsWith("\\");
      }
    }
    return out.toString();
  }

  private static Properties settings(String text) throws IOException {
    Properties settings = new Properties();
    try (Reader in = new StringReader(text)) {
      settings.load(in);
    }
    return settings;
  }
}
