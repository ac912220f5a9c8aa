package io.github.tokenpreflight.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.tokenpreflight.world.World.Repository;
import io.github.tokenpreflight.world.World.Trait;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The stand-in on a wire: API and Git on one port of this machine. Remembers what it was asked.
final class WorldHttp implements AutoCloseable {
  private final World world;
  private final HttpServer server;
  private final List<String> asked = new ArrayList<>();

  WorldHttp(World world) throws IOException {
    this.world = world;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  /// The address of the server, without a trailing slash.
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Method and path with query of every request, in order.
  synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    asked.add(exchange.getRequestMethod() + " " + uri);
    String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
    Reply reply =
        moved(uri)
            .orElseGet(() ->
                new WorldServer(world).answer(exchange.getRequestMethod(), uri.getPath(), query));
    reply
        .with("Content-Type", "application/json; charset=utf-8")
        .headers()
        .forEach(exchange.getResponseHeaders()::add);
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /// Where a renamed repository is now.
  private Optional<Reply> moved(URI uri) {
    for (Repository repository : world.repositories()) {
      String old = "/" + repository.fullName() + "-old";
      if (repository.is(Trait.RENAMED) && uri.getPath().contains(old)) {
        String now = uri.toString().replace(old, "/" + repository.fullName());
        return Optional.of(
            Reply.refused(301, "Moved Permanently")
                .with("Location", address() + now)
                .with("X-GitHub-Request-Id", "0AB1:2C3D:4E5F6A:7B8C9D:6AAD5E2B"));
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
