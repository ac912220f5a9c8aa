package io.github.tokenpreflight.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/// Real world in, exit code out.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    if (arguments.length == 0 || arguments[0].equals("check")) {
      HeadStart.begin();
    }
    Io io =
        new Io(
            System.getenv(),
            System.in,
            stream(FileDescriptor.out),
            stream(FileDescriptor.err),
            Path.of("").toAbsolutePath(),
            InstantSource.system(),
            Thread::sleep,
            new SecureRandom(),
            isTerminal());
    System.exit(new Cli(io).run(arguments).number());
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  /// UTF-8 whatever the locale says; flushed by whoever writes.
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
