package io.github.tokenpreflight.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes the folder that is shipped, in a container or as it is. Started from its source by `./mvnw
/// package`:
///
/// ```text
/// dist/bin/token-preflight              starts the program where there is a shell
/// dist/runtime/                         Java, the program and its libraries, linked by jlink
/// dist/start/java.args                  how Java is started; the same words everywhere
/// dist/start/token-preflight.aot        classes as they lie in memory
/// ```
///
/// A folder made of the same jars by the same Java stays as it is, but is checked again.
final class Dist {
  private Dist() {}

  /// Makes or keeps the folder, and checks it.
  ///
  /// @param arguments the build directory, the jar of the program, its version, and whose roots it
  ///   may trust: `any` that the JDK has here, or only those that it was shipped with (`jdk`)
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path target = Path.of(arguments[0]).toAbsolutePath();
    try {
      if (arguments[3].equals("jdk")) {
        refuseForeignRoots(Path.of(System.getProperty("java.home")));
      }
      run(target, Stamp.of(modules(target, Path.of(arguments[1])), arguments[2]));
    } catch (IllegalStateException e) {
      say("FAILED: " + e.getMessage());
      System.exit(1);
    }
  }

  /// Stops a release that would trust somebody whom only this machine trusts.
  private static void refuseForeignRoots(Path jdk) throws IOException {
    Optional<String> why = Roots.foreign(jdk);
    if (why.isPresent()) {
      throw new IllegalStateException("the root certificates are foreign: " + why.get());
    }
  }

  private static void run(Path target, Stamp stamp) throws IOException, InterruptedException {
    Path dist = target.resolve("dist");
    Path mark = target.resolve("dist.stamp");
    boolean made = Files.exists(mark) && Files.readString(mark).equals(stamp.text());
    // Written again when all is checked: what fails is made anew the next time.
    Files.deleteIfExists(mark);
    if (!made) {
      Folders.delete(dist);
      make(target, dist, stamp);
    }
    Cache.check(new LinkedRuntime(dist), stamp);
    Files.writeString(mark, stamp.text());
    say(made ? "nothing changed: " + stamp.version() : sizes(dist, stamp));
  }

  private static void make(Path target, Path dist, Stamp stamp)
      throws IOException, InterruptedException {
    Path work = target.resolve("dist-work");
    LinkedRuntime runtime = LinkedRuntime.link(dist, stamp, work);
    say(Roots.install(runtime.home()));
    Settings.shorten(runtime.home());
    say("%.1f MB of symbols taken out".formatted(NativeSymbols.strip(runtime.home()) / 1e6));
    runtime.writeStart();
    TrainingKeys keys = TrainingKeys.make(work, Roots.source(runtime.home()));
    try (TrainingServer github = TrainingServer.start(keys)) {
      int missed = Cache.make(runtime, Training.all(github, work));
      say(missed + " classes of the usual run are not in the cache");
    }
  }

  private static List<Path> modules(Path target, Path program) throws IOException {
    try (Stream<Path> libraries = Files.list(target.resolve("lib"))) {
      return Stream.concat(Stream.of(program), libraries.sorted()).toList();
    }
  }

  private static String sizes(Path dist, Stamp stamp) throws IOException {
    return "made %s: runtime %.1f MB, cache %.1f MB"
        .formatted(
            stamp.version(),
            Folders.bytes(dist.resolve("runtime")) / 1e6,
            Folders.bytes(dist.resolve("start")) / 1e6);
  }

  private static void say(String line) {
    System.out.println("dist: " + line);
  }
}
