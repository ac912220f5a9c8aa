package io.github.tokenpreflight;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.tokenpreflight.token.TestTokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged program as a process, started as the runner starts it.
///
/// Source: actions/runner v2.336.0, `Handler.cs`, `ContainerActionHandler.cs` and
/// `FileCommandManager.cs`: inputs as `INPUT_*` with their hyphens, unset ones empty; no terminal,
/// standard input at its end, no locale; `HOME` apart from the user's; files of its own for outputs
/// and summary.
final class PackagedProgramIT {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  @TempDir Path runner;

  private WireMockServer github;

  @BeforeEach
  void start() throws IOException {
    github =
        new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    github.start();
    for (String folder : List.of("workspace/.github", "home", "workflow", "runner_temp")) {
      Files.createDirectories(runner.resolve(folder));
    }
    Files.createDirectories(runner.resolve("file_commands"));
    Files.createFile(runner.resolve("file_commands/set_output"));
    Files.createFile(runner.resolve("file_commands/step_summary"));
    Files.writeString(
        runner.resolve("workflow/event.json"),
        "{\"repository\": {\"private\": true, \"visibility\": \"private\"}}");
  }

  @AfterEach
  void stop() {
    github.stop();
  }

  @Test
  void aTokenThatHasAllItNeedsPasses() throws Exception {
    answer("repo, workflow");
    require("scopes: [repo, workflow]");

    Ended ended = run(environment());

    assertEquals(0, ended.exit(), ended.out());
    assertEquals("passed", outputs().get("result"));
    assertEquals("true", outputs().get("usable"));
    assertEquals("4994", outputs().get("rate-limit-remaining"));
    assertEquals("", outputs().get("missing"));
    assertTrue(summary().contains("### Token Preflight: met: 3 of 3 requirements"), summary());
    assertFalse(ended.out().contains("\n::error"), ended.out());
  }

  @Test
  void aMissingScopeFailsTheStepAndIsToldEverywhere() throws Exception {
    answer("repo");
    require("scopes: [repo, workflow]");
    Map<String, String> environment = environment();
    environment.put("INPUT_ON-ABSENT", "skip");
    environment.put("INPUT_REPORT", "out/report.json");
    environment.put("INPUT_SARIF", "out/report.sarif");

    Ended ended = run(environment);

    assertEquals(1, ended.exit(), ended.out());
    assertEquals("failed", outputs().get("result"));
    assertEquals("RELEASE_TOKEN: scopes: workflow", outputs().get("missing"));
    assertTrue(outputs().get("report").startsWith("{\"schemaVersion\":1,"));
    assertTrue(
        summary().contains("RELEASE_TOKEN lacks the scope <code>workflow</code>"), summary());
    assertEquals(1, annotations(ended, "::error file=.github/token-requirements.yml,line=4,"));
    assertTrue(written("out/report.json").contains("\"result\": \"failed\""));
    assertTrue(written("out/report.sarif").contains("\"2.1.0\""));
  }

  @Test
  void aInvalidFileIsRefusedBeforeAnythingIsAsked() throws Exception {
    require("skopes: [repo]");

    Ended ended = run(environment());

    assertEquals(2, ended.exit(), ended.out());
    assertTrue(ended.out().contains("did you mean `scopes`?"), ended.out());
    assertEquals(0, github.getAllServeEvents().size());
  }

  @Test
  void anOutageIsNoVerdict() throws Exception {
    github.stubFor(get("/rate_limit").willReturn(aResponse().withStatus(502)));
    require("scopes: [repo]");

    Ended ended = run(environment());

    assertEquals(3, ended.exit(), ended.out());
    assertEquals("inconclusive", outputs().get("result"));
  }

  @Test
  void whatIsNotAsciiSurvivesWithoutALocale() throws Exception {
    answer("repo");
    require("why: Grüße an die 読者\n    scopes: [workflow]");

    Ended ended = run(environment());

    assertTrue(ended.out().contains("for: Grüße an die 読者"), ended.out());
    assertTrue(summary().contains("Grüße an die 読者"), summary());
  }

  @Test
  void javaDoesNotTellWhatItSendsWhateverTheWorkflowSets() throws Exception {
    answer("repo");
    require("scopes: [repo]");
    Map<String, String> environment = environment();
    environment.put(
        "JAVA_TOOL_OPTIONS",
        "-Djdk.httpclient.HttpClient.log=requests,headers,content"
            + " -Djdk.internal.httpclient.debug=true -Djavax.net.debug=all");

    Ended ended = run(environment);

    assertEquals(0, ended.exit(), ended.out());
    assertEquals("Picked up JAVA_TOOL_OPTIONS", ended.error().split(":", 2)[0]);
    assertEquals(1, ended.error().lines().count(), ended.error());
  }

  @Test
  void aProcessThatIsToldToEndSaysSoAndWritesAResult() throws Exception {
    require("scopes: [repo]");
    Map<String, String> environment = environment();
    Process process;
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      environment.put("GITHUB_API_URL", "http://127.0.0.1:" + silent.getLocalPort());
      environment.put("GITHUB_SERVER_URL", "http://127.0.0.1:" + silent.getLocalPort());
      process = started(environment);
      silent.setSoTimeout(60_000);
      try (Socket asked = silent.accept()) {
        assertTrue(asked.getInputStream().read() > 0);
        process.destroy();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it comes to an end");
      }
    }
    String out = Files.readString(runner.resolve("out.txt"));
    assertEquals(128 + 15, process.exitValue(), out);
    assertTrue(out.contains("interrupted: the check did not come to its end"), out);
    assertEquals("inconclusive", outputs().get("result"));
  }

  @Test
  void withoutAJobTheProgramHelps() throws Exception {
    Ended ended = run(Map.of(), "--help");

    assertEquals(0, ended.exit());
    assertTrue(ended.out().startsWith("Usage: token-preflight"), ended.out());
    assertEquals("", ended.error());
  }

  private void answer(String scopes) {
    github.stubFor(
        get("/rate_limit")
            .withHeader("Authorization", equalTo("Bearer " + TestTokens.classic()))
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "application/json; charset=utf-8")
                    .withHeader("X-GitHub-Request-Id", "0000:STAND:IN")
                    .withHeader("X-OAuth-Scopes", scopes)
                    .withBody(
                        "{\"resources\":{\"core\":"
                            + "{\"limit\":5000,\"remaining\":4994,\"reset\":1795177800}}}")));
  }

  private void require(String requirements) throws IOException {
    Files.writeString(
        runner.resolve("workspace/.github/token-requirements.yml"),
        "version: 1\ntokens:\n  RELEASE_TOKEN:\n    " + requirements + "\n");
  }

  /// What the runner sets, in its order; nothing of our own environment.
  private Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("RELEASE_TOKEN", TestTokens.classic());
    for (String input :
        List.of("TOKEN", "ON-ABSENT", "REPORT", "SARIF", "MAX-WAIT", "API-URL", "DETAILS")) {
      environment.put("INPUT_" + input, "");
    }
    String server = "http://127.0.0.1:" + github.port();
    environment.put("HOME", runner.resolve("home").toString());
    environment.put("GITHUB_ACTIONS", "true");
    environment.put("CI", "true");
    environment.put("NO_COLOR", "1");
    environment.put("GITHUB_API_URL", server);
    environment.put("GITHUB_SERVER_URL", server);
    environment.put("GITHUB_REPOSITORY", "acme/site");
    environment.put("GITHUB_EVENT_NAME", "push");
    environment.put("GITHUB_EVENT_PATH", runner.resolve("workflow/event.json").toString());
    environment.put("GITHUB_OUTPUT", runner.resolve("file_commands/set_output").toString());
    environment.put("GITHUB_STEP_SUMMARY", runner.resolve("file_commands/step_summary").toString());
    environment.put("GITHUB_WORKSPACE", runner.resolve("workspace").toString());
    environment.put("RUNNER_OS", "Linux");
    environment.put("RUNNER_TEMP", runner.resolve("runner_temp").toString());
    return environment;
  }

  /// What a process ended with.
  private record Ended(int exit, String out, String error) {}

  private Ended run(Map<String, String> environment, String... words) throws Exception {
    Process process = started(environment, words);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it comes to an end");
    Ended ended =
        new Ended(
            process.exitValue(),
            Files.readString(runner.resolve("out.txt")),
            Files.readString(runner.resolve("error.txt")));
    if (environment.containsKey("GITHUB_ACTIONS")) {
      speaksOnOneStreamAndMasksFirst(ended);
    }
    return ended;
  }

  private Process started(Map<String, String> environment, String... words) throws Exception {
    List<String> command =
        Stream.concat(Stream.of(JAVA.toString(), "-jar", jar().toString()), Stream.of(words))
            .toList();
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(runner.resolve("workspace").toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectOutput(runner.resolve("out.txt").toFile());
    builder.redirectError(runner.resolve("error.txt").toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  private static void speaksOnOneStreamAndMasksFirst(Ended ended) {
    List<String> lines = ended.out().lines().toList();

    assertEquals("", ended.error().replaceFirst("^Picked up .*\n", ""));
    assertEquals("::add-mask::" + TestTokens.classic(), lines.getFirst());
    assertFalse(
        lines.stream()
            .dropWhile(line -> line.startsWith("::add-mask::"))
            .anyMatch(line -> line.contains("::add-mask::") || line.contains(TestTokens.classic())),
        ended.out());
    assertFalse(ended.out().contains("\u001B"), "no colours where NO_COLOR is set");
  }

  private static long annotations(Ended ended, String start) {
    return ended.out().lines().filter(line -> line.startsWith(start)).count();
  }

  private String summary() throws IOException {
    return Files.readString(runner.resolve("file_commands/step_summary"));
  }

  private String written(String path) throws IOException {
    return Files.readString(runner.resolve("workspace").resolve(path));
  }

  /// Reads the outputs as the runner does: `NAME<<DELIMITER`, lines, DELIMITER.
  private Map<String, String> outputs() throws IOException {
    Map<String, String> outputs = new LinkedHashMap<>();
    List<String> lines =
        List.of(
            Files.readString(runner.resolve("file_commands/set_output"), StandardCharsets.UTF_8)
                .split("\n", -1));
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isEmpty()) {
        continue;
      }
      int mark = line.indexOf("<<");
      assertTrue(mark > 0, "the runner refuses " + line);
      int end = i + 1;
      while (!lines.get(end).equals(line.substring(mark + 2))) {
        end++;
      }
      outputs.put(line.substring(0, mark), String.join("\n", lines.subList(i + 1, end)));
      i = end;
    }
    return outputs;
  }

  private static Path jar() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("token-preflight-.*\\.jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no jar was built: run ./mvnw verify"))
          .toAbsolutePath();
    }
  }
}
