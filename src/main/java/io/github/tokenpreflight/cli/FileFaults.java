package io.github.tokenpreflight.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/// Faults of files in plain words.
final class FileFaults {
  private FileFaults() {}

  /// Why a file could not be read or written, without its path.
  static String words(Exception fault) {
    if (fault instanceof AccessDeniedException) {
      return "access is denied";
    }
    String reason = fault instanceof FileSystemException it ? it.getReason() : fault.getMessage();
    return "the system says: " + (reason == null ? fault.getClass().getSimpleName() : reason);
  }
}
