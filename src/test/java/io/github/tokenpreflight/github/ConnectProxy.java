package io.github.tokenpreflight.github;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A proxy for one port of this machine, which writes down how it is greeted.
final class ConnectProxy implements AutoCloseable {
  private final ServerSocket door;
  private final int target;
  private final List<String> greetings = new CopyOnWriteArrayList<>();

  ConnectProxy(int target) throws IOException {
    this.target = target;
    this.door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return door.getLocalPort();
  }

  List<String> greetings() {
    return greetings;
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        greetings.add(greeting(client.getInputStream()));
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        client
            .getOutputStream()
            .write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        pump(client, server);
        pump(server, client);
      } catch (IOException over) {
        if (!door.isClosed()) {
          throw new UncheckedIOException(over);
        }
      }
    }
  }

  private static String greeting(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      text.append((char) in.read());
    }
    return text.toString();
  }

  private static void pump(Socket from, Socket to) {
    Thread.ofVirtual()
        .start(() -> {
          try (from;
              to) {
            from.getInputStream().transferTo(to.getOutputStream());
          } catch (IOException over) {
            // One side hung up, which ends the other.
          }
        });
  }
}
