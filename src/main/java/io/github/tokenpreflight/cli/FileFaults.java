package io.github.tokenpreflight.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;

/// Faults of files in plain words.
final class FileFaults {
  /// What mends a path that Java cannot make out, because the locale does not have its letters.
  static final String LOCALE = "check the path; with letters beyond ASCII, set `LC_ALL=C.UTF-8`";

  private FileFaults() {}

  /// Why a file could not be read or written, without its path.
  static String words(Exception fault) {
    if (fault instanceof AccessDeniedException) {
      return "access is denied";
    }
    if (fault instanceof InvalidPathException path) {
      return "it is no path for this system: " + path.getReason();
    }
    String reason = fault instanceof FileSystemException it ? it.getReason() : fault.getMessage();
    return "the system says: " + (reason == null ? fault.getClass().getSimpleName() : reason);
  }
}
