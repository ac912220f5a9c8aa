package io.github.tokenpreflight.cases;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.tokenpreflight.cli.Cli;
import io.github.tokenpreflight.cli.Io;
import io.github.tokenpreflight.token.TestTokens;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One story of `src/test/cases`: its input, and a run of the real program on it.
///
/// `run.properties` holds
///
/// - `arguments`: words of the command line, none for the action; one with blanks in it stands in
///   single quotation marks, and `$NAME` is the token in the variable NAME,
/// - `input`: what stands on standard input, in the words of `token.NAME`,
/// - `clock`: the instant at which it runs, 2026-11-20T12:00:00Z unless it says otherwise; `now`
///   for the demo alone, whose server puts the real time on its answers,
/// - `token.NAME`: the form of the token in the variable NAME, as [TestTokens#named(String)] reads
///   it,
/// - `variable.NAME`: any other variable, such as `NO_COLOR`, which is 1 in a job unless it says
///   otherwise; `$WORKSPACE` and `$FILES` stand for the folders of the run, `$SERVER` for the
///   stand-in,
/// - `long.PATH`: so many bytes of comment lines in a file of the workspace.
///
/// `requirements.yml` becomes `.github/token-requirements.yml`, with the token of the variable NAME
/// in place of `@NAME@`; whatever lies in `files/` is copied to the workspace as it is.
final class Story {
  private static final Pattern WORD = Pattern.compile("'[^']*'|\\S+");
  private static final String VERSION = version();
  private static final String INSTANT = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ";

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
    under("token.").forEach((name, form) -> tokens.put(name, TestTokens.named(form)));
  }

  /// What the story says under keys with a prefix, by the rest of the key.
  private Map<String, String> under(String prefix) {
    Map<String, String> found = new TreeMap<>();
    for (String key : run.stringPropertyNames()) {
      if (key.startsWith(prefix)) {
        found.put(key.substring(prefix.length()), run.getProperty(key));
      }
    }
    return found;
  }

  /// The secrets of this story, wherever they are handed over.
  List<String> secrets() {
    List<String> secrets = new ArrayList<>(tokens.values());
    if (run.containsKey("input")) {
      secrets.add(input());
    }
    return secrets;
  }

  private String input() {
    return run.containsKey("input") ? TestTokens.named(run.getProperty("input")) : "";
  }

  private Instant start() {
    String clock = run.getProperty("clock", "2026-11-20T12:00:00Z");
    return clock.equals("now") ? Instant.now() : Instant.parse(clock);
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
            Stub.install(server, stub, tokens, start());
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
    furnish(workspace);
    Map<String, String> environment = environment(server, workspace, files);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream error = new ByteArrayOutputStream();
    Clock clock = new Clock(start());
    Io io =
        new Io(
            environment,
            new ByteArrayInputStream(input().getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(error, true, StandardCharsets.UTF_8),
            workspace,
            clock::instant,
            clock::sleep,
            new Dice(),
            false);
    int exit = new Cli(io).run(arguments()).number();
    server
        .findAllUnmatchedRequests()
        .forEach(request -> {
          throw new IllegalStateException("the story has no answer to " + request.getUrl());
        });
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
    if (run.getProperty("clock", "").equals("now")) {
      said.replaceAll((_, text) -> text.replaceAll(INSTANT, "INSTANT"));
    }
    said.values().removeIf(String::isEmpty);
    return said;
  }

  private void furnish(Path workspace) throws IOException {
    if (Files.exists(folder.resolve("requirements.yml"))) {
      String text = Files.readString(folder.resolve("requirements.yml"));
      for (Map.Entry<String, String> token : tokens.entrySet()) {
        text = text.replace("@" + token.getKey() + "@", token.getValue());
      }
      Files.createDirectories(workspace.resolve(".github"));
      Files.writeString(workspace.resolve(".github/token-requirements.yml"), text);
    }
    copy(folder.resolve("files"), workspace);
    for (Map.Entry<String, String> size : under("long.").entrySet()) {
      Path file = workspace.resolve(size.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, "# ......\n".repeat(Integer.parseInt(size.getValue()) / 9));
    }
  }

  private String[] arguments() {
    return WORD.matcher(run.getProperty("arguments", ""))
        .results()
        .map(word -> word.group().replaceAll("^'|'$", ""))
        .map(this::filled)
        .toArray(String[]::new);
  }

  /// With the tokens in the place of `$NAME`.
  private String filled(String word) {
    String filled = word;
    for (Map.Entry<String, String> token : tokens.entrySet()) {
      filled = filled.replace("$" + token.getKey(), token.getValue());
    }
    return filled;
  }

  private Map<String, String> environment(WireMockServer server, Path workspace, Path files)
      throws IOException {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("GITHUB_API_URL", "http://127.0.0.1:" + server.port());
    environment.put("GITHUB_SERVER_URL", "http://127.0.0.1:" + server.port());
    if (run.getProperty("arguments", "").isEmpty()) {
      environment.put("GITHUB_ACTIONS", "true");
      environment.put("NO_COLOR", "1");
      environment.put("GITHUB_SHA", "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567");
      environment.put("GITHUB_WORKSPACE", workspace.toString());
      environment.put("GITHUB_REPOSITORY", "acme/site");
      environment.put("GITHUB_OUTPUT", Files.createFile(files.resolve("output")).toString());
      environment.put(
          "GITHUB_STEP_SUMMARY", Files.createFile(files.resolve("summary.md")).toString());
    }
    under("variable.")
        .forEach((name, value) ->
            environment.put(
                name,
                filled(value)
                    .replace("$WORKSPACE", workspace.toString())
                    .replace("$FILES", files.toString())
                    .replace("$SERVER", "http://127.0.0.1:" + server.port())));
    environment.putAll(tokens);
    return environment;
  }

  /// Every request, those of one token that are sent at the same time in the order of the alphabet.
  private static String requests(WireMockServer server) {
    return server.getServeEvents().getRequests().stream()
        .map(event -> event.getRequest().getMethod() + " " + event.getRequest().getUrl() + "\n")
        .sorted(
            Comparator.comparing((String line) -> !line.endsWith("/rate_limit\n"))
                .thenComparing(Comparator.naturalOrder()))
        .collect(Collectors.joining());
  }

  /// What differs from run to run, by a name.
  private static String steady(String text, WireMockServer server, Path workspace) {
    return text.replace("127.0.0.1:" + server.port(), "127.0.0.1:PORT")
        .replace(workspace.toString(), "$WORKSPACE")
        .replace(workspace.getParent().toString(), "$SCRATCH")
        .replace(VERSION, "VERSION");
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

  private static String version() {
    try (InputStream in = Cli.class.getResourceAsStream("version.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// No chance at all: the same numbers in every run, whichever thread asks first.
  private static final class Dice implements RandomGenerator {
    @Override
    public long nextLong() {
      return 0x5EED;
    }

    @Override
    public double nextDouble() {
      return 0.5;
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
