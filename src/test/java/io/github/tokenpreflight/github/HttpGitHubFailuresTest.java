package io.github.tokenpreflight.github;

import static io.github.tokenpreflight.github.Asking.unanswered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Servers that behave badly on the wire.
class HttpGitHubFailuresTest {
  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nX-GitHub-Request-Id: 1\r\nContent-Length: 100\r\n\r\n";

  @Test
  void aRefusedConnectionIsSaidSo() throws IOException {
    int port = closedPort();

    Answer.Unanswered answer = unanswered(Asking.plainly(port).get("/user"));

    assertEquals("localhost:" + port + " refused the connection", answer.words());
    assertEquals(3, answer.attempts());
  }

  @Test
  void aConnectionThatIsResetIsTriedAgainAndSaidSo() throws IOException {
    try (BadServer server =
        new BadServer(socket -> {
          read(socket);
          socket.setSoLinger(true, 0);
          socket.close();
        })) {
      Answer.Unanswered answer = unanswered(Asking.plainly(server.port()).get("/user"));

      assertTrue(
          answer.words().startsWith("the connection to localhost:" + server.port() + " broke:"),
          answer.words());
      assertEquals(3, answer.attempts());
    }
  }

  @Test
  void somethingThatIsNotHttpIsABrokenConnection() throws IOException {
    try (BadServer server =
        new BadServer(socket -> {
          read(socket);
          write(socket, "SSH-2.0-OpenSSH\r\n\r\n");
          socket.close();
        })) {
      assertTrue(unanswered(Asking.plainly(server.port()).get("/user")).words().contains("broke:"));
    }
  }

  @Test
  void aBodyThatNeverEndsIsCutOffByTheTimeLimit() throws IOException {
    try (BadServer server =
        new BadServer(socket -> {
          read(socket);
          write(socket, HEAD + "{");
        })) {
      Asking asking = Asking.plainly(server.port());
      try (GitHub github = asking.github(new FakeTime(), Asking.limits(Duration.ofMillis(300)))) {
        Answer answer =
            github.ask(Replies.token(), Question.get(asking.host().api("/user"), "a test"));

        assertEquals(
            "localhost:" + server.port() + " did not answer within 300 ms",
            unanswered(answer).words());
      }
    }
  }

  @Test
  void aProxyThatRefusesIsNotGitHubRefusing() throws IOException {
    for (String status : List.of("407 Proxy Authentication Required", "403 Forbidden")) {
      try (BadServer proxy =
          new BadServer(socket -> {
            read(socket);
            write(socket, "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n");
            socket.close();
          })) {
        Map<String, String> environment = Map.of("https_proxy", "localhost:" + proxy.port());
        Asking asking = new Asking("https://git.acme.test/api/v3", environment, Optional.empty());

        String words = unanswered(asking.get("/user")).words();

        assertTrue(words.contains("proxy"), words);
      }
    }
  }

  @Test
  void whatIsPrintedOfTheSetupHoldsNoEnvironment() {
    HttpGitHub.Setup setup =
        new HttpGitHub.Setup(
            GitHubHost.GITHUB_COM,
            Map.of("SECRET", "value"),
            Optional.empty(),
            Asking.limits(Duration.ofSeconds(1)),
            "1.2.3");

    assertEquals("Setup[https://api.github.com]", setup.toString());
  }

  @Test
  void aClosedClientAnswersNothing() throws IOException {
    Asking asking = Asking.plainly(closedPort());
    GitHub github = asking.github(new FakeTime());
    github.close();

    Answer answer = github.ask(Replies.token(), Question.get(asking.host().api("/user"), ""));

    unanswered(answer);
  }

  @Test
  void aCertificateFileThatCannotBeReadIsAFaultBeforeAnythingIsSent(@TempDir Path folder)
      throws IOException {
    Path missing = folder.resolve("missing.pem");
    Path empty = Files.writeString(folder.resolve("empty.pem"), "no certificate here\n");
    Path broken =
        Files.writeString(
            folder.resolve("broken.pem"),
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

    assertEquals(
        "the certificate file `" + missing + "` cannot be read: there is no such file",
        failure(Map.of(), Optional.of(missing)));
    assertEquals(
        "the certificate file `" + empty + "` holds no PEM certificate",
        failure(Map.of("SSL_CERT_FILE", empty.toString()), Optional.empty()));
    assertEquals(
        "certificate 1 in `" + broken + "` cannot be read", failure(Map.of(), Optional.of(broken)));
  }

  @Test
  void aProxyThatCannotBeReadIsAFaultBeforeAnythingIsSent() {
    assertEquals(
        "`HTTPS_PROXY` is no proxy, expected `http://HOST:PORT`",
        failure(Map.of("https_proxy", "socks5://x"), Optional.empty()));
  }

  private static String failure(Map<String, String> environment, Optional<Path> caFile) {
    HttpGitHub.Opening opening =
        new Asking("http://localhost:1", environment, caFile)
            .open(new FakeTime(), Asking.limits(Duration.ofSeconds(1)));
    return assertInstanceOf(HttpGitHub.Opening.Failed.class, opening).words();
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void read(Socket socket) throws IOException {
    socket.getInputStream().read(new byte[8192]);
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  /// Does the same to everyone who calls.
  private static final class BadServer implements AutoCloseable {
    private interface Manners {
      void meet(Socket socket) throws IOException;
    }

    private final ServerSocket door;

    private BadServer(Manners manners) throws IOException {
      door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
      Thread.ofVirtual().start(() -> serve(manners));
    }

    private int port() {
      return door.getLocalPort();
    }

    private void serve(Manners manners) {
      while (!door.isClosed()) {
        try {
          manners.meet(door.accept());
        } catch (IOException over) {
          if (!door.isClosed()) {
            throw new UncheckedIOException(over);
          }
        }
      }
    }

    @Override
    public void close() throws IOException {
      door.close();
    }
  }
}
