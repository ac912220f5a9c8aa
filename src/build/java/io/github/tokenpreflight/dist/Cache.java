package io.github.tokenpreflight.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The class cache: classes as they lie in memory, so that Java need not read and link them.
final class Cache {
  /// More classes than these, made or read one by one in spite of the cache, mean that something is
  /// wrong with the training. Some always are, for Java 25 cannot keep them: the events of Flight
  /// Recorder, switches over types, and method handles.
  private static final int MOST_CLASSES_MISSED = 80;

  private Cache() {}

  /// Makes the cache from what the program used in several runs; returns how many classes of the
  /// first run it misses.
  static int make(LinkedRuntime runtime, List<Training> trainings)
      throws IOException, InterruptedException {
    List<List<String>> lists = new ArrayList<>();
    for (Training training : trainings) {
      Path list = training.folder().resolve("classes");
      training.run(runtime, List.of("-Xshare:off", "-XX:DumpLoadedClassList=" + list));
      lists.add(Files.readAllLines(list));
    }
    Path all = trainings.getFirst().folder().resolveSibling("classes");
    Files.write(all, ClassList.merged(lists));
    Run.of(
            runtime.command(
                List.of(
                    "-Xshare:dump",
                    "-XX:+AOTClassLinking",
                    "-XX:SharedClassListFile=" + all,
                    "-XX:SharedArchiveFile=" + runtime.cache()),
                List.of()))
        .expect(0);
    return missed(runtime, trainings.getFirst());
  }

  /// Stops the build when the cache is not there, is not used, or was made from other classes.
  static void check(LinkedRuntime runtime, Stamp stamp) throws IOException, InterruptedException {
    String usual = Run.of(runtime.command("--version")).expect(0).strip();
    String cached = version(runtime, strictly(runtime));
    String plain = version(runtime, List.of("-XX:AOTMode=off"));
    if (!plain.contains(stamp.version())) {
      throw new IllegalStateException("the runtime is " + plain + ", not " + stamp.version());
    }
    if (!cached.equals(plain) || !usual.equals(plain)) {
      String other = cached.equals(plain) ? usual : cached;
      throw new IllegalStateException("with the cache this is " + other + ", without " + plain);
    }
  }

  private static String version(LinkedRuntime runtime, List<String> options)
      throws IOException, InterruptedException {
    return Run.of(runtime.command(options, List.of("--version"))).expect(0).strip();
  }

  /// With these options Java does not start unless it can use the cache.
  private static List<String> strictly(LinkedRuntime runtime) {
    return List.of("-XX:AOTCache=" + runtime.cache(), "-XX:AOTMode=on");
  }

  private static int missed(LinkedRuntime runtime, Training training)
      throws IOException, InterruptedException {
    Path log = training.folder().resolve("loaded");
    List<String> options = new ArrayList<>(strictly(runtime));
    options.add("-Xlog:class+load:file=" + log);
    training.run(runtime, options);
    List<String> missed =
        Files.readAllLines(log).stream()
            .filter(line -> line.contains(" source: ") && !line.contains("shared objects file"))
            .toList();
    if (missed.size() > MOST_CLASSES_MISSED) {
      throw new IllegalStateException(
          missed.size() + " classes are not in the cache:\n" + String.join("\n", missed));
    }
    return missed.size();
  }
}
