package io.github.tokenpreflight.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.tokenpreflight.cases.Leaks;
import io.github.tokenpreflight.evidence.ProbeLevel;
import io.github.tokenpreflight.token.TestTokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The run against the real GitHub, tried against a stand-in that tells the truth, and against one
/// that lies about some facts: the table says so.
class LiveTest {
  private static final String TICKED = TestTokens.fineGrained();
  private static final String BARE = TestTokens.named("fine-grained#2");
  private static final String NO = "Resource not accessible by personal access token";
  private static final String LIMITS =
      "{\"resources\":{\"core\":{\"limit\":5000,\"used\":1,\"remaining\":4999,\"reset\":1795000000}}}";

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  @TempDir private Path folder;

  @Test
  void aServerThatIsAsWeBelieveConfirmsWhatItShows() throws IOException {
    String report = run(false);

    assertFalse(report.contains("REFUTED"), report);
    assertTrue(
        report.contains("confirmed  a missing permission is refused before the body"), report);
    assertTrue(report.contains("confirmed  `administration` opens the questions"), report);
    assertTrue(report.contains("confirmed  Git lets a token push"), report);
    assertTrue(report.contains("not seen   a missing role is spoken of only"), report);
    assertTrue(report.contains("not asked: the variable `CLASSIC` holds no token"), report);
  }

  @Test
  void aServerThatIsOtherwiseRefutesWhatItContradicts() throws IOException {
    String report = run(true);

    for (String words :
        List.of(
            "a missing permission is refused before the body",
            "a missing permission is a 403, not a 404",
            "only a token that was let in reads",
            "Git refuses in sentences",
            "`x-oauth-scopes` is sent")) {
      assertTrue(report.contains("REFUTED    " + words), words + "\n" + report);
    }
    assertTrue(report.contains("against: `BARE` POST "), report);
    assertTrue(report.contains("confirmed  `administration` opens the questions"), report);
  }

  @Test
  void theAnswersAreWrittenAsFixturesWithoutTokensAndNames() throws IOException {
    String report = run(false);
    String answers = Files.readString(folder.resolve("recorded-answers.jsonl"));

    assertTrue(answers.contains("\"request\":\"GET /repos/{owner}/{repo}\""), answers);
    assertTrue(answers.contains("\"means\":\"MISSING_PERMISSION\""), answers);
    assertFalse(answers.contains("acme-corp"), answers);
    Map<String, String> said = Map.of("report", report, "answers", answers);
    assertEquals(List.of(), Leaks.in(said, List.of(TICKED, BARE)));
  }

  @Test
  void nothingIsAskedButWhatThePlanPrints() throws IOException {
    run(false);

    assertTrue(asked.stream().filter(line -> line.startsWith("POST")).count() > 0);
    for (String line : asked) {
      assertTrue(
          line.matches("(GET|POST) /(rate_limit|user|repos/acme-corp/.*|acme-corp/.*)"), line);
    }
  }

  private String run(boolean lying) throws IOException {
    Path file = folder.resolve("requirements.yml");
    String example = Files.readString(Path.of("examples/live/token-requirements.yml"));
    Files.writeString(file, example.replace("OWNER/", "acme-corp/"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, lying));
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort();
      Map<String, String> environment =
          Map.of("GITHUB_API_URL", url, "TICKED", TICKED, "BARE", BARE);
      return new Live(environment, ProbeLevel.WRITES).run(file, folder);
    } finally {
      server.stop(0);
    }
  }

  private void answer(HttpExchange exchange, boolean lying) throws IOException {
    String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    asked.add(line);
    boolean git = line.contains(".git/");
    boolean bare = bare(exchange);
    String path = exchange.getRequestURI().getPath();
    exchange.getResponseHeaders().add("X-GitHub-Request-Id", "1");
    if (lying && bare) {
      exchange.getResponseHeaders().add("X-OAuth-Scopes", "");
    }
    if (path.equals("/rate_limit") || path.matches("/repos/[^/]+/[^/]+")) {
      send(
          exchange,
          200,
          path.equals("/rate_limit")
              ? LIMITS
              : "{\"visibility\":\"private\",\"private\":true,\"full_name\":\"x/y\",\"archived\":false,\"default_branch\":\"main\"}");
    } else if (git) {
      git(exchange, bare && line.contains("receive"), lying);
    } else if (!bare) {
      boolean write = line.startsWith("POST");
      send(exchange, write ? 422 : 200, write ? says("Validation Failed") : "[]");
    } else if (!lying) {
      send(exchange, 403, says(NO));
    } else if (line.startsWith("POST")) {
      send(exchange, 422, says("Validation Failed"));
    } else {
      send(exchange, 404, says(path.contains("actions") ? "no analysis found" : "Not Found"));
    }
  }

  private static boolean bare(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    String plain =
        header.startsWith("Basic ")
            ? new String(java.util.Base64.getDecoder().decode(header.substring(6)), UTF_8)
            : header;
    return plain.endsWith(BARE);
  }

  private static void git(HttpExchange exchange, boolean refused, boolean lying)
      throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/plain");
    String service = exchange.getRequestURI().getQuery().substring("service=".length());
    String first = "# service=" + service + "\n";
    String fine = "%04x%s00000000".formatted(first.length() + 4, first);
    String no = lying ? "A sentence nobody knows" : "Write access to repository not granted.";
    send(exchange, refused ? 403 : 200, refused ? no : fine);
  }

  private static String says(String message) {
    return "{\"message\":\"" + message + "\"}";
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/json"));
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
