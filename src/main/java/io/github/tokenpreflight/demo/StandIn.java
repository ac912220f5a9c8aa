package io.github.tokenpreflight.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;

/// A stand-in for GitHub on the loopback address, which answers each token as it was told to.
///
/// It speaks plain HTTP, listens on a free port and stops with [#close()].
public final class StandIn implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Recording> answers;
  private final InstantSource clock;

  private StandIn(HttpServer server, Map<String, Recording> answers, InstantSource clock) {
    this.server = server;
    this.answers = answers;
    this.clock = clock;
  }

  /// Starts to listen.
  ///
  /// @param answers what GET /rate_limit answers, by token
  /// @throws UncheckedIOException when no port of the loopback address can be had
  public static StandIn start(Map<String, Recording> answers, InstantSource clock) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      StandIn standIn = new StandIn(server, Map.copyOf(answers), clock);
      server.createContext("/", standIn::answer);
      server.start();
      return standIn;
    } catch (IOException e) {
      throw new UncheckedIOException("no port of the loopback address can be had", e);
    }
  }

  /// The base of its REST API.
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String token = exchange.getRequestHeaders().getFirst("Authorization");
      Recording recording = answers.get(token == null ? "" : token.replaceFirst("^Bearer ", ""));
      if (recording == null || !exchange.getRequestURI().getPath().equals("/rate_limit")) {
        exchange.getResponseHeaders().set("X-GitHub-Request-Id", "0000:STAND:IN");
        send(exchange, 404, "{\"message\":\"Not Found\",\"status\":\"404\"}");
        return;
      }
      Recording today = recording.movedTo(clock.instant());
      today.headers().forEach(exchange.getResponseHeaders()::set);
      send(exchange, today.status(), today.body());
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
