package io.github.tokenpreflight.cases;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.tokenpreflight.cli.Cli;
import io.github.tokenpreflight.cli.Io;
import io.github.tokenpreflight.token.TestTokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/// One story of `src/test/cases`: its input, and a run of the real program on it.
///
/// `run.properties` holds
///
/// - `arguments`: words of the command line, none for the action,
/// - `clock`: the instant at which it runs, 2026-11-20T12:00:00Z unless it says otherwise,
/// - `token.NAME`: the form of the token in the variable NAME, as [TestTokens#named(String)] reads
///   it,
/// - `variable.NAME`: any other variable; `$WORKSPACE` and `$FILES` stand for the folders of the
///   run.
///
/// `requirements.yml` becomes `.github/token-requirements.yml`; whatever lies in `files/` is copied
/// to the workspace as it is.
final class Story {
  private final Path folder;
  private final Path scratch;
  private final Properties run = new Properties();
  private final Map<String, String> tokens = new LinkedHashMap<>();

  Story(Path folder, Path scratch) throws IOException {
    this.folder = folder;
    this.scratch = scratch;
    try (var in = Files.newBufferedReader(folder.resolve("run.properties"))) {
      run.load(in);
    }
    for (String key : new TreeMap<>(run).keySet().stream().map(Object::toString).toList()) {
      if (key.startsWith("token.")) {
        tokens.put(key.substring("token.".length()), TestTokens.named(run.getProperty(key)));
      }
    }
  }

  /// The tokens of this story by the variable that holds them.
  Map<String, String> tokens() {
    return tokens;
  }

  /// Runs the program and returns everything that it said, by the name of the expectation.
  Map<String, String> run() throws IOException {
    WireMockServer server =
        new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    server.start();
    try {
      if (Files.isDirectory(folder.resolve("github"))) {
        try (Stream<Path> stubs = Files.list(folder.resolve("github")).sorted()) {
          for (Path stub : stubs.toList()) {
            Stub.install(server, stub, tokens);
          }
        }
      }
      return run(server);
    } finally {
      server.stop();
    }
  }

  private Map<String, String> run(WireMockServer server) throws IOException {
    Path workspace = Files.createDirectories(scratch.resolve("workspace"));
    Path files = Files.createDirectories(scratch.resolve("file_commands"));
    if (Files.exists(folder.resolve("requirements.yml"))) {
      Files.createDirectories(workspace.resolve(".github"));
      Files.copy(
          folder.resolve("requirements.yml"), workspace.resolve(".github/token-requirements.yml"));
    }
    copy(folder.resolve("files"), workspace);
    Map<String, String> environment = environment(server, workspace, files);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream error = new ByteArrayOutputStream();
    Clock clock = new Clock(Instant.parse(run.getProperty("clock", "2026-11-20T12:00:00Z")));
    Io io =
        new Io(
            environment,
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(error, true, StandardCharsets.UTF_8),
            workspace,
            clock::instant,
            clock::sleep,
            new Random(1),
            false);
    String[] arguments =
        Stream.of(run.getProperty("arguments", "").split(" "))
            .filter(word -> !word.isEmpty())
            .toArray(String[]::new);
    int exit = new Cli(io).run(arguments).number();
    Map<String, String> said = new LinkedHashMap<>();
    said.put("exit", exit + "\n");
    said.put("console.txt", out.toString(StandardCharsets.UTF_8));
    said.put("error.txt", error.toString(StandardCharsets.UTF_8));
    for (String file : List.of("output", "summary.md")) {
      Path path = files.resolve(file);
      said.put(file, Files.isRegularFile(path) ? Files.readString(path) : "");
    }
    for (String file : List.of("report.json", "report.sarif")) {
      Path path = workspace.resolve(file);
      said.put(file, Files.isRegularFile(path) ? Files.readString(path) : "");
    }
    said.put("requests.txt", requests(server));
    said.replaceAll((_, text) -> steady(text, server, workspace));
    said.values().removeIf(String::isEmpty);
    return said;
  }

  private Map<String, String> environment(WireMockServer server, Path workspace, Path files)
      throws IOException {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("GITHUB_API_URL", "http://127.0.0.1:" + server.port());
    environment.put("GITHUB_SERVER_URL", "http://127.0.0.1:" + server.port());
    if (run.getProperty("arguments", "").isEmpty()) {
      environment.put("GITHUB_ACTIONS", "true");
      environment.put("GITHUB_WORKSPACE", workspace.toString());
      environment.put("GITHUB_REPOSITORY", "acme/site");
      environment.put("GITHUB_OUTPUT", Files.createFile(files.resolve("output")).toString());
      environment.put(
          "GITHUB_STEP_SUMMARY", Files.createFile(files.resolve("summary.md")).toString());
    }
    for (String key : run.stringPropertyNames()) {
      if (key.startsWith("variable.")) {
        environment.put(
            key.substring("variable.".length()),
            run.getProperty(key)
                .replace("$WORKSPACE", workspace.toString())
                .replace("$FILES", files.toString()));
      }
    }
    environment.putAll(tokens);
    return environment;
  }

  private static String requests(WireMockServer server) {
    List<String> lines = new ArrayList<>();
    server
        .getServeEvents()
        .getRequests()
        .reversed()
        .forEach(event ->
            lines.add(event.getRequest().getMethod() + " " + event.getRequest().getUrl() + "\n"));
    return String.join("", lines);
  }

  /// What differs from run to run, by a name.
  private static String steady(String text, WireMockServer server, Path workspace) {
    return text.replace("127.0.0.1:" + server.port(), "127.0.0.1:PORT")
        .replace(workspace.toString(), "$WORKSPACE")
        .replace(workspace.getParent().toString(), "$SCRATCH");
  }

  private static void copy(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(path, target);
        }
      }
    }
  }

  /// A clock that only moves when somebody sleeps.
  private static final class Clock {
    private Instant now;

    Clock(Instant now) {
      this.now = now;
    }

    synchronized Instant instant() {
      return now;
    }

    synchronized void sleep(Duration duration) {
      now = now.plus(duration);
    }
  }
}
