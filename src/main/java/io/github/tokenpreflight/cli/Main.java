package io.github.tokenpreflight.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.InstantSource;
import java.util.Optional;

/// Real world in, exit code out.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    if (arguments.length == 0 || arguments[0].equals("check")) {
      Thread.ofPlatform().daemon().start(Main::warmUp);
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

  /// Makes a key that nobody uses: Java then has the tables of the curve P-256 ready, a third of a
  /// short run's time, when the connection asks for them. The file is read meanwhile.
  private static void warmUp() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      // Then the connection does without, or says what is wrong.
    }
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  /// UTF-8 whatever the locale says; flushed by whoever writes.
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
