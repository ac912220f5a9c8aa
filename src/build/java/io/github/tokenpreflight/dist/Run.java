package io.github.tokenpreflight.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A process that has ended.
///
/// @param said standard output and error, as they came
record Run(List<String> command, int exit, String said) {

  /// Runs a command without the variables of whoever builds: a job of theirs may hold secrets, and
  /// `JAVA_TOOL_OPTIONS` would get into the cache.
  static Run of(List<String> command, Map<String, String> environment, Path folder)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("still running after a minute: " + command);
    }
    return new Run(command, process.exitValue(), said);
  }

  static Run of(List<String> command) throws IOException, InterruptedException {
    return of(command, Map.of(), Path.of("."));
  }

  /// What it said, if it ended as it should.
  String expect(int code) {
    if (exit != code) {
      throw new IllegalStateException(
          "exit code " + exit + " instead of " + code + ": " + command + "\n" + said);
    }
    return said;
  }
}
