package io.github.tokenpreflight.suggest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.tokenpreflight.cli.Cli;
import io.github.tokenpreflight.cli.Io;
import io.github.tokenpreflight.token.TestTokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The file of each situation, judged by a check against a stand-in: a token that may do everything
/// passes, and one that may do nothing fails.
class InitCheckTest {
  private static final Pattern TOKEN = Pattern.compile("(?m)^  ([A-Z_0-9]+):$");
  private static final String A_REPOSITORY = "/repos/[^/]+/[^/]+";
  private static final String LIMITS =
      "{\"resources\":{\"core\":{\"limit\":5000,\"used\":1,\"remaining\":4999,\"reset\":1795000000}}}";
  private static final String REPOSITORY =
      "{\"full_name\":\"NAME\",\"private\":true,\"visibility\":\"private\",\"archived\":false,"
          + "\"disabled\":false,\"size\":9,\"fork\":false,\"default_branch\":\"main\",\"permissions\":"
          + "{\"admin\":true,\"maintain\":true,\"push\":true,\"triage\":true,\"pull\":true}}";

  @TempDir Path scratch;

  @TestFactory
  Stream<DynamicTest> aTokenThatMayDoEverythingPassesAndOneThatMayDoNothingFails()
      throws IOException {
    try (Stream<Path> stories = Files.list(Path.of("src/test/init"))) {
      return stories
          .filter(story -> story.getFileName().toString().startsWith("situation-"))
          .sorted()
          .toList()
          .stream()
          .map(story ->
              DynamicTest.dynamicTest(
                  story.getFileName().toString(),
                  () -> {
                    String file = Files.readString(story.resolve("expected.yml"));

                    assertEquals(0, exit(file, true));
                    assertEquals(1, exit(file, false));
                  }));
    }
  }

  private int exit(String file, boolean able) throws IOException {
    Path workspace = Files.createTempDirectory(scratch, "workspace");
    Files.createDirectories(workspace.resolve(".github"));
    Files.writeString(workspace.resolve(".github/token-requirements.yml"), file);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, able));
    server.start();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort();
      Map<String, String> environment = new HashMap<>();
      environment.put("GITHUB_API_URL", address);
      environment.put("GITHUB_SERVER_URL", address);
      environment.put("GITHUB_REPOSITORY", "acme/site");
      for (MatchResult token : TOKEN.matcher(file).results().toList()) {
        // Renovate needs `checks`, which no personal token can hold.
        boolean ofJob = token.group(1).matches("GITHUB_TOKEN|RENOVATE_TOKEN");
        environment.put(
            token.group(1), ofJob ? TestTokens.installation() : TestTokens.fineGrained());
      }
      return run(environment, workspace);
    } finally {
      server.stop(0);
    }
  }

  private static int run(Map<String, String> environment, Path workspace) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, UTF_8);
    Io io =
        new Io(
            environment,
            InputStream.nullInputStream(),
            stream,
            stream,
            workspace,
            () -> Instant.parse("2026-11-20T12:00:00Z"),
            (Duration _) -> {},
            new Random(1),
            false);
    int exit = new Cli(io).run(new String[] {"check"}).number();
    if (exit > 1) {
      throw new AssertionError(out.toString(UTF_8));
    }
    return exit;
  }

  private static void answer(HttpExchange exchange, boolean able) throws IOException {
    boolean ofJob = exchange.getRequestHeaders().getFirst("Authorization").contains("ghs" + "_");
    String path = exchange.getRequestURI().toString();
    if (!ofJob) {
      exchange
          .getResponseHeaders()
          .add("github-authentication-token-expiration", "2027-01-20 12:00:00 UTC");
    }
    if (path.equals("/rate_limit")) {
      send(exchange, 200, LIMITS);
    } else if (!able && !path.matches(A_REPOSITORY)) {
      refuse(exchange, path, ofJob);
    } else if (path.contains("/info/refs")) {
      String service = path.replaceFirst(".*service=", "");
      exchange
          .getResponseHeaders()
          .set("Content-Type", "application/x-" + service + "-advertisement");
      send(
          exchange,
          200,
          "001f# service="
              + service
              + "\n0000"
              + "0098"
              + "1".repeat(40)
              + " refs/heads/main\0ofs\n");
    } else {
      send(
          exchange,
          200,
          path.matches(A_REPOSITORY)
              ? REPOSITORY.replace("NAME", path.substring("/repos/".length()))
              : "[]");
    }
  }

  private static void refuse(HttpExchange exchange, String path, boolean ofJob) throws IOException {
    if (path.contains("/info/refs")) {
      exchange.getResponseHeaders().set("Content-Type", "text/plain");
      send(exchange, 403, "Write access to repository not granted.");
    } else {
      String who = ofJob ? "integration" : "personal access token";
      exchange.getResponseHeaders().add("X-Accepted-GitHub-Permissions", accepted(path));
      send(exchange, 403, "{\"message\":\"Resource not accessible by " + who + "\"}");
    }
  }

  /// The permission that GitHub names in its refusal.
  private static String accepted(String path) {
    Map<String, String> named =
        Map.of("/issues", "issues", "/pulls", "pull_requests", "/actions", "actions");
    return named.entrySet().stream()
            .filter(one -> path.contains(one.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("contents")
        + "=read";
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getResponseHeaders().add("X-GitHub-Request-Id", "0000:000000:0000000");
    exchange.getResponseHeaders().add("Date", "Fri, 20 Nov 2026 12:00:00 GMT");
    if (!exchange.getResponseHeaders().containsKey("Content-Type")) {
      exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
    }
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
