package io.github.tokenpreflight.collect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// A stand-in for GitHub with an organization of any size: every repository is made when it is
/// asked for, always the same one, and forgotten again.
///
/// Four in five declare tokens, one in twenty has a broken requirements file, one in ten passes a
/// secret that nobody declares, and every seventh name tries to break out of a report.
public final class SyntheticOrganization implements AutoCloseable {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final JsonFactory FACTORY = new JsonFactory();

  private final HttpServer server;
  private final int size;
  private volatile Trouble trouble;
  private final AtomicInteger queries = new AtomicInteger();
  private final AtomicInteger others = new AtomicInteger();
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  /// What goes wrong on purpose, 0 for nothing.
  ///
  /// @param largestBatch more repositories with files at once come to a 502
  /// @param limitEvery every so many queries are refused by the rate limit, once each
  /// @param refuseEvery every so many repositories are refused as a whole, inside the answer
  /// @param cutAfter so many queries, then the server says nothing but 502
  public record Trouble(int largestBatch, int limitEvery, int refuseEvery, int cutAfter) {
    public static final Trouble NONE = new Trouble(0, 0, 0, 0);
  }

  private SyntheticOrganization(HttpServer server, int size, Trouble trouble) {
    this.server = server;
    this.size = size;
    this.trouble = trouble;
  }

  /// Starts on a free port of this machine.
  public static SyntheticOrganization start(int size, Trouble trouble) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    SyntheticOrganization organization = new SyntheticOrganization(server, size, trouble);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", organization::answer);
    server.start();
    return organization;
  }

  /// From now on nothing goes wrong.
  public void recover() {
    trouble = Trouble.NONE;
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// GraphQL queries so far.
  public int queries() {
    return queries.get();
  }

  /// Any other request so far.
  public int others() {
    return others.get();
  }

  /// The time that the server itself took.
  public long milliseconds() {
    return nanos.get() / 1_000_000;
  }

  public long megabytes() {
    return bytes.get() >> 20;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    long start = System.nanoTime();
    byte[] body = exchange.getRequestBody().readAllBytes();
    int status = 200;
    String text = "{}";
    if (exchange.getRequestURI().getPath().equals("/graphql")) {
      int number = queries.incrementAndGet();
      JsonNode query = MAPPER.readTree(body);
      boolean files = query.path("query").asText().contains("workflows: object");
      int first = query.path("variables").path("first").asInt();
      if (trouble.cutAfter() > 0 && number > trouble.cutAfter()
          || files && trouble.largestBatch() > 0 && first > trouble.largestBatch()) {
        status = 502;
      } else if (trouble.limitEvery() > 0 && number % trouble.limitEvery() == 0) {
        text =
            "{\"errors\":[{\"type\":\"RATE_LIMITED\",\"message\":\"API rate limit already exceeded"
                + " for user ID 1.\"}]}";
      } else {
        text = page(query.path("variables"), files);
      }
    } else {
      others.incrementAndGet();
      text =
          "{\"resources\":{\"core\":{\"limit\":5000,\"remaining\":4999,\"reset\":1795000000},"
              + "\"graphql\":{\"limit\":5000,\"remaining\":4999,\"reset\":1795000000}}}";
    }
    byte[] out = text.getBytes(StandardCharsets.UTF_8);
    bytes.addAndGet(out.length);
    exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
    exchange.getResponseHeaders().add("X-GitHub-Request-Id", "0:1");
    exchange.getResponseHeaders().add("X-RateLimit-Reset", "1");
    nanos.addAndGet(System.nanoTime() - start);
    exchange.sendResponseHeaders(status, out.length);
    exchange.getResponseBody().write(out);
    exchange.close();
  }

  private String page(JsonNode variables, boolean files) {
    if (!variables.path("login").asText().equals("acme")) {
      return "{\"data\":{\"repositoryOwner\":null}}";
    }
    String after = variables.path("after").asText();
    int from = after.isEmpty() ? 0 : Integer.parseInt(after.substring(1));
    int to = Math.min(size, from + variables.path("first").asInt());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.writeStartObject();
      errors(json, from, to);
      json.writeObjectFieldStart("data");
      json.writeObjectFieldStart("rateLimit");
      json.writeNumberField("cost", 1);
      json.writeNumberField("remaining", 4000);
      json.writeEndObject();
      json.writeObjectFieldStart("repositoryOwner");
      json.writeStringField("__typename", "Organization");
      json.writeObjectFieldStart("repositories");
      json.writeNumberField("totalCount", size);
      json.writeObjectFieldStart("pageInfo");
      json.writeStringField("endCursor", "c" + to);
      json.writeBooleanField("hasNextPage", to < size);
      json.writeEndObject();
      json.writeArrayFieldStart("nodes");
      for (int i = from; i < to; i++) {
        if (files && isRefused(i)) {
          json.writeNull();
        } else {
          repository(json, i, files);
        }
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private boolean isRefused(int i) {
    return trouble.refuseEvery() > 0 && i % trouble.refuseEvery() == 0;
  }

  private void errors(JsonGenerator json, int from, int to) throws IOException {
    json.writeArrayFieldStart("errors");
    for (int i = from; i < to; i++) {
      if (isRefused(i)) {
        json.writeStartObject();
        json.writeStringField("type", "FORBIDDEN");
        json.writeStringField("message", "Resource not accessible by personal access token");
        json.writeArrayFieldStart("path");
        for (String step : List.of("repositoryOwner", "repositories", "nodes")) {
          json.writeString(step);
        }
        json.writeNumber(i - from);
        json.writeEndArray();
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private static void repository(JsonGenerator json, int i, boolean files) throws IOException {
    json.writeStartObject();
    json.writeStringField("nameWithOwner", name(i));
    json.writeStringField("visibility", i % 3 == 0 ? "PUBLIC" : "PRIVATE");
    json.writeBooleanField("isArchived", false);
    json.writeObjectFieldStart("defaultBranchRef");
    json.writeStringField("name", "main");
    json.writeEndObject();
    if (files) {
      if (i % 5 != 0) {
        json.writeFieldName("yml");
        file(json, requirements(i));
      }
      json.writeObjectFieldStart("workflows");
      json.writeArrayFieldStart("entries");
      for (int k = 0; k < 4; k++) {
        json.writeStartObject();
        json.writeStringField("name", "w" + k + ".yml");
        json.writeFieldName("object");
        file(json, workflow(i, k));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void file(JsonGenerator json, String text) throws IOException {
    json.writeStartObject();
    json.writeNumberField("byteSize", text.length());
    json.writeBooleanField("isBinary", false);
    json.writeBooleanField("isTruncated", false);
    json.writeStringField("text", text);
    json.writeEndObject();
  }

  /// `acme/r00042`.
  public static String name(int i) {
    String digits = Integer.toString(i);
    return "acme/r" + "0".repeat(Math.max(0, 5 - digits.length())) + digits;
  }

  private static String requirements(int i) {
    if (i % 20 == 1) {
      return "version: 1\ntokens:\n  RELEASE_TOKEN: { skopes: [repo] }\n";
    }
    String why =
        i % 7 == 0 ? "'=cmd|'' /C calc''!A0 <script>alert(1)</script> ::error::x'" : "Releases";
    return """
    version: 1
    tokens:
      RELEASE_TOKEN:
        why: %s
        owner: team-%d
        kinds: [fine-grained]
        used-by: [.github/workflows/w0.yml]
        expires: { at-most: 90d }
        permissions: { contents: write, pull-requests: write }
        organizations: { acme: { role: member } }
      SHARED_%d_TOKEN:
        scopes: [repo]
    """
        .formatted(why, i % 50, i % 40);
  }

  private static String workflow(int i, int k) {
    String extra =
        i % 10 == 3 && k == 2
            ? "      - run: gh api user\n        env: { GH_TOKEN: \"${{ secrets.STRAY }}\" }\n"
            : "";
    return """
    name: work %d
    on: [push, pull_request]
    permissions: { contents: read }
    jobs:
      build:
        runs-on: ubuntu-latest
        steps:
          - uses: actions/checkout@v6
            with: { persist-credentials: false }
          - run: |
              ./gradlew --no-daemon check jacocoTestReport
              ./gradlew --no-daemon publish
          - run: gh release create "v%d" --generate-notes
            env:
              GH_TOKEN: ${{ secrets.RELEASE_TOKEN }}
              SHARED: ${{ secrets.SHARED_%d_TOKEN }}
              NPM_TOKEN: ${{ secrets.NPM_TOKEN }}
    """
            .formatted(k, k, i % 40)
        + extra
        + "# a comment of a workflow as long as those that people write\n".repeat(12);
  }
}
