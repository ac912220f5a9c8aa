package io.github.tokenpreflight.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.Locale;

/// HTTP/1.1, one request after the other on a connection.
final class Http1 implements Server.Protocol {
  @Override
  public void serve(Socket socket, Server server) throws IOException {
    InputStream in = socket.getInputStream();
    while (readHead(in)) {
      OneAnswer answer = new OneAnswer(socket);
      server.next().answer(answer);
      if (answer.over) {
        return;
      }
    }
  }

  /// Reads up to the empty line; no request of these tests has a body.
  private static boolean readHead(InputStream in) throws IOException {
    int ends = 0;
    while (ends < 4) {
      int next = in.read();
      if (next < 0) {
        return false;
      }
      ends = next == "\r\n\r\n".charAt(ends) ? ends + 1 : next == '\r' ? 1 : 0;
    }
    return true;
  }

  private static final class OneAnswer implements Wire {
    private final Socket socket;
    private final OutputStream out;
    private boolean over;

    private OneAnswer(Socket socket) throws IOException {
      this.socket = socket;
      this.out = socket.getOutputStream();
    }

    @Override
    public void head(int status, List<String> headers) throws IOException {
      StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
      headers.forEach(header -> head.append(header).append("\r\n"));
      boolean sized =
          headers.stream().anyMatch(h -> h.toLowerCase(Locale.ROOT).startsWith("content-length"));
      boolean interim = status < 200;
      if (!sized && !interim) {
        head.append("Connection: close\r\n");
        over = true;
      }
      raw(head.append("\r\n").toString().getBytes(ISO_8859_1));
    }

    @Override
    public void body(byte[] part) throws IOException {
      raw(part);
    }

    @Override
    public void end() throws IOException {
      if (over) {
        socket.close();
      }
    }

    @Override
    public void raw(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
    }

    @Override
    public void reset() throws IOException {
      over = true;
      socket.setSoLinger(true, 0);
      socket.close();
    }

    @Override
    public void leave() throws IOException {
      over = true;
      socket.close();
    }
  }
}
