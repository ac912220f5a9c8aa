package io.github.tokenpreflight.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A file that a report is written to.
///
/// A checkout may come from a stranger's pull request: its links must not lead the program to write
/// anywhere else, and no report takes the place of the requirements that it is about.
final class ReportFile {
  private final Io io;
  private final Path file;

  /// @param path as it was given, from the directory on
  /// @throws java.nio.file.InvalidPathException when the system has no such path
  ReportFile(Io io, String path) {
    this.io = io;
    this.file = io.directory().resolve(path).toAbsolutePath().normalize();
  }

  /// Why it must not be written, absent when it may be.
  ///
  /// @param requirements the requirements file as the report names it, empty for none
  Optional<String> obstacle(String requirements) throws IOException {
    if (Files.isSymbolicLink(file)) {
      return Optional.of("it is a symbolic link");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      return Optional.of("it is no regular file");
    }
    Path read = io.workspace().resolve(requirements);
    if (!requirements.isEmpty()
        && Files.exists(file)
        && Files.exists(read)
        && Files.isSameFile(file, read)) {
      return Optional.of("it is the requirements file");
    }
    return io.inJob() && !within(places())
        ? Optional.of("it lies outside the workspace")
        : Optional.empty();
  }

  /// Replaces what is there. A link that came meanwhile is not followed.
  void write(String text) throws IOException {
    try (OutputStream out = open()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// As [#write], for what is written piece by piece. Close it on every path.
  OutputStream open() throws IOException {
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    return Files.newOutputStream(
        file,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        LinkOption.NOFOLLOW_LINKS);
  }

  /// Where a job keeps its files: the workspace, and the runner's folder for temporary ones.
  private List<Path> places() {
    return Stream.of(io.workspace().toString(), io.variable("RUNNER_TEMP"))
        .filter(place -> !place.isEmpty())
        .map(io.directory()::resolve)
        .toList();
  }

  /// Whether the folder, or the nearest one above it that exists, really lies in one of the places.
  private boolean within(List<Path> places) throws IOException {
    Path there = file;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    Path real = there == null ? file : there.toRealPath();
    for (Path place : places) {
      if (Files.exists(place) && real.startsWith(place.toRealPath())) {
        return true;
      }
    }
    return false;
  }
}
