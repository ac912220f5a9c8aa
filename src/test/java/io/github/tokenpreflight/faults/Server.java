package io.github.tokenpreflight.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// A server on this machine with the manners of a fault: the n-th request gets the n-th manners,
/// and every later one the last.
final class Server implements AutoCloseable {
  /// What a connection is served with, once it stands.
  interface Protocol {
    void serve(Socket socket, Server server) throws IOException;
  }

  private final ServerSocket door;
  private final Optional<SSLContext> tls;
  private final Protocol protocol;
  private final List<Wire.Manners> manners;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  Server(Optional<SSLContext> tls, Protocol protocol, List<Wire.Manners> manners)
      throws IOException {
    this.tls = tls;
    this.protocol = protocol;
    this.manners = List.copyOf(manners);
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return door.getLocalPort();
  }

  int requests() {
    return requests.get();
  }

  int connections() {
    return connections.get();
  }

  /// What the next request is answered with.
  Wire.Manners next() {
    int number = requests.getAndIncrement();
    return manners.get(Math.min(number, manners.size() - 1));
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket socket = door.accept();
        open.add(socket);
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException over) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try {
      socket.setTcpNoDelay(true);
      protocol.serve(tls.isPresent() ? secured(socket, tls.get()) : socket, this);
    } catch (IOException gone) {
      // A client that goes away, or a handshake that fails, is what many faults are about.
    }
  }

  private SSLSocket secured(Socket socket, SSLContext context) throws IOException {
    SSLSocket secured = (SSLSocket) context.getSocketFactory().createSocket(socket, null, true);
    secured.setUseClientMode(false);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setApplicationProtocols(
        new String[] {protocol instanceof Http2 ? "h2" : "http/1.1"});
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }
}
