package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.render.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Which build this is.
final class Version {
  /// As in `pom.xml`, filled in by the build.
  static final String NUMBER = read();

  /// The same, with a hash of its parts behind it where the program is linked with its own Java: so
  /// that nobody takes classes of one build for those of another.
  static final String BUILD =
      Optional.ofNullable(Version.class.getModule().getDescriptor())
          .flatMap(ModuleDescriptor::rawVersion)
          .orElse(NUMBER);

  /// How the program calls itself in stored reports.
  static final Tool TOOL =
      new Tool(
          "token-preflight",
          NUMBER,
          URI.create("https://github.com/token-preflight/token-preflight"));

  private Version() {}

  /// The same with the pages of the repository that the job's step uses.
  static Tool inJob(Io io) {
    String repository = io.variable("GITHUB_ACTION_REPOSITORY");
    return repository.isEmpty()
        ? TOOL
        : new Tool(
            TOOL.name(),
            NUMBER,
            URI.create("https://github.com/" + repository.replaceAll("[^A-Za-z0-9._/-]", "")));
  }

  private static String read() {
    try (InputStream in = Version.class.getResourceAsStream("version.txt")) {
      return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("the version of this build cannot be read", e);
    }
  }
}
