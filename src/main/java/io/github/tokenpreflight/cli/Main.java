package io.github.tokenpreflight.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Real world in, exit code out.
public final class Main {
  /// Properties with which Java itself would print what it sends, tokens included, or not look whom
  /// it speaks to. Whoever writes the workflow can set them through `JAVA_TOOL_OPTIONS`.
  private static final List<String> BETRAYING =
      List.of(
          "java.security.debug",
          "javax.net.debug",
          "jdk.httpclient.HttpClient.log",
          "jdk.internal.httpclient.debug",
          "jdk.internal.httpclient.hpack.debug",
          "jdk.internal.httpclient.websocket.debug",
          "jdk.internal.httpclient.disableHostnameVerification");

  private Main() {}

  public static void main(String[] arguments) {
    // First of all: Java reads each of them once.
    BETRAYING.forEach(System::clearProperty);
    if (arguments.length == 0 || arguments[0].equals("check")) {
      HeadStart.begin();
    }
    boolean terminal = isTerminal();
    Io io =
        new Io(
            environment(terminal),
            System.in,
            stream(FileDescriptor.out),
            stream(FileDescriptor.err),
            Path.of("").toAbsolutePath(),
            InstantSource.system(),
            Thread::sleep,
            Main::chance,
            terminal,
            System::nanoTime);
    Cli cli = new Cli(io);
    Runtime.getRuntime().addShutdownHook(new Thread(cli::interrupt, "interruption"));
    System.exit(cli.run(arguments).number());
  }

  /// With the width of the terminal, which shells rarely hand on.
  private static Map<String, String> environment(boolean terminal) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    if (terminal && !environment.containsKey("COLUMNS")) {
      Terminal.columns().ifPresent(columns -> environment.put("COLUMNS", columns));
    }
    return environment;
  }

  /// Made when it is asked for: at the start it would wait for what the head start is setting up.
  private static long chance() {
    return new SecureRandom().nextLong();
  }

  /// Asked of Java outside of jobs only: in a job nobody looks at a terminal, and asking takes 3
  /// ms.
  private static boolean isTerminal() {
    return !"true".equals(System.getenv("GITHUB_ACTIONS"))
        && Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  /// UTF-8 whatever the locale says; flushed by whoever writes.
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
