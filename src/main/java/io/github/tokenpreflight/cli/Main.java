package io.github.tokenpreflight.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// Real world in, exit code out.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Io io =
        new Io(
            System.getenv(),
            System.in,
            stream(FileDescriptor.out),
            stream(FileDescriptor.err),
            Path.of("").toAbsolutePath(),
            InstantSource.system(),
            Thread::sleep,
            RandomGenerator.getDefault(),
            System.console() != null && System.console().isTerminal());
    System.exit(new Cli(io).run(arguments).number());
  }

  /// UTF-8 whatever the locale says; flushed by whoever writes.
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
