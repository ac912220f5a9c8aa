package io.github.tokenpreflight.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;

/// Errors of files in plain words.
final class FileFailures {
  /// What mends a path that Java cannot make out, because the locale does not have its letters.
  static final String LOCALE = "check the path; with letters beyond ASCII, set `LC_ALL=C.UTF-8`";

  private FileFailures() {}

  /// Why a file could not be read or written, without its path.
  static String words(Exception error) {
    if (error instanceof AccessDeniedException) {
      return "access is denied";
    }
    if (error instanceof InvalidPathException path) {
      return "it is no path for this system: " + path.getReason();
    }
    String reason = error instanceof FileSystemException it ? it.getReason() : error.getMessage();
    return "the system says: " + (reason == null ? error.getClass().getSimpleName() : reason);
  }
}
