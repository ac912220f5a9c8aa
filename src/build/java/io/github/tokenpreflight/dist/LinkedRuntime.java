package io.github.tokenpreflight.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.spi.ToolProvider;

/// Java, the program and its libraries, linked into one runtime.
///
/// @param dist the folder that is shipped
record LinkedRuntime(Path dist) {
  static final String MODULE = "io.github.tokenpreflight";
  static final String MAIN = MODULE + "/" + MODULE + ".cli.Main";

  /// How Java is started, wherever the program runs; the class cache is made with the same words.
  ///
  /// A job may set `JAVA_TOOL_OPTIONS` for its own Java, and ours reads it as well. What stands
  /// here comes later and wins: no second collector and no smallest heap above our largest, which
  /// would keep Java from starting; no words for a Java of another version; no log on standard
  /// output; no other form of objects than in the cache.
  ///
  /// Without `AOTReplayTraining`: else a thread looks through the cache for profiles, which are for
  /// the second compiler only and not in it. That took 9 ms of a processor in every run.
  static final List<String> START =
      List.of(
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:-UseG1GC",
          "-XX:-UseParallelGC",
          "-XX:-UseShenandoahGC",
          "-XX:-UseZGC",
          "-XX:+UseSerialGC",
          "-XX:-UseCompactObjectHeaders",
          "-XX:TieredStopAtLevel=1",
          "-XX:-UsePerfData",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-AOTReplayTraining",
          "-Xlog:disable",
          "-Xms128m",
          "-Xmx512m");

  private static final String LAUNCHER =
      """
      #!/usr/bin/env bash
      # Starts Token Preflight from the folder it lies in, with the arguments as given.
      self=$0
      while [ -L "$self" ]; do
        link=$(readlink "$self")
        case $link in
          /*) self=$link ;;
          *) self=${self%/*}/$link ;;
        esac
      done
      case $self in
        */*) bin=${self%/*} ;;
        *) bin=. ;;
      esac
      # Java reads paths and arguments by the locale: letters beyond ASCII need one that has them.
      case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
        *[Uu][Tt][Ff]8 | *[Uu][Tt][Ff]-8) ;;
        *) export LC_ALL=C.UTF-8 ;;
      esac
      exec "$bin/../runtime/bin/java" "-XX:AOTCache=$bin/../start/token-preflight.aot" \\
        "@$bin/../start/java.args" "$@"
      """;

  /// Links a new runtime.
  static LinkedRuntime link(Path dist, Stamp stamp, Path work) throws IOException {
    Folders.delete(work);
    Path modules = Files.createDirectories(work.resolve("modules"));
    for (Path module : stamp.modules()) {
      Files.copy(
          module, modules.resolve(module.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
    // The version of the module carries the hash: the program prints it, and so does its class
    // cache.
    Path program = modules.resolve(stamp.modules().getFirst().getFileName());
    run("jar", "--update", "--file", program.toString(), "--module-version", stamp.version());
    LinkedRuntime runtime = new LinkedRuntime(dist);
    run(
        "jlink",
        "--module-path=" + modules,
        "--add-modules=" + MODULE,
        "--output=" + runtime.home(),
        "--strip-java-debug-attributes",
        "--no-header-files",
        "--no-man-pages",
        "--compress=zip-6",
        "--exclude-files=/java.base/bin/keytool,/jdk.httpserver/bin/jwebserver,/java.base/lib/jexec,"
            + "/java.base/lib/jspawnhelper,/java.base/lib/classlist,/java.base/lib/jrt-fs.jar,"
            + "/java.base/lib/libjsig.so,/java.base/lib/server/libjsig.so,/java.base/conf/sdp/**");
    Licences.copyOwn(runtime.home().resolve("legal"));
    for (Path module : stamp.modules()) {
      Licences.copy(module, runtime.home().resolve("legal"));
    }
    return runtime;
  }

  Path home() {
    return dist.resolve("runtime");
  }

  Path cache() {
    return dist.resolve("start/token-preflight.aot");
  }

  Path arguments() {
    return dist.resolve("start/java.args");
  }

  /// The command line of the launcher and the container.
  List<String> command(String... words) {
    List<String> command = new ArrayList<>();
    command.add(home().resolve("bin/java").toString());
    command.add("-XX:AOTCache=" + cache());
    command.add("@" + arguments());
    Collections.addAll(command, words);
    return command;
  }

  /// The same with other options, for the build. Without the option for the cache.
  List<String> command(List<String> options, List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(home().resolve("bin/java").toString());
    command.addAll(START);
    command.addAll(options);
    command.addAll(List.of("-m", MAIN));
    command.addAll(words);
    return command;
  }

  /// Writes how the program is started: the words for Java, and a script.
  void writeStart() throws IOException {
    Files.createDirectories(arguments().getParent());
    Files.writeString(arguments(), String.join("\n", START) + "\n-m " + MAIN + "\n");
    Path script = Files.createDirectories(dist.resolve("bin")).resolve("token-preflight");
    Files.writeString(script, LAUNCHER);
    if (Files.getFileStore(script).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static void run(String tool, String... words) {
    int exit = ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.out, words);
    if (exit != 0) {
      throw new IllegalStateException(tool + " failed");
    }
  }
}
