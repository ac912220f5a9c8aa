package io.github.tokenpreflight.faults;

import static io.github.tokenpreflight.faults.Replies.answer;
import static io.github.tokenpreflight.faults.Replies.fine;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.token.TestTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What can go wrong on the way to the server: names, certificates, redirects, proxies. Nobody but
/// the server meets the token.
class WaysTest {
  @TempDir private static Path folder;
  private static Certificates certificates;
  private static Map<String, String> trusting;

  @BeforeAll
  static void certify() throws IOException {
    certificates = new Certificates();
    Path pem = Files.writeString(folder.resolve("root.pem"), certificates.pem());
    trusting = Map.of("SSL_CERT_FILE", pem.toString());
  }

  @TestFactory
  Stream<DynamicTest> aCertificateThatIsNotGoodEnoughEndsItBeforeTheTokenIsSent() {
    Instant recently = Instant.now().minusSeconds(60);
    Map<String, SSLContext> bad =
        Map.of(
            "expired", certificates.server("localhost", Instant.now().minus(Duration.ofDays(8)), 7),
            "not yet valid", certificates.server("localhost", Instant.now().plusSeconds(86_400), 7),
            "self-signed", certificates.selfSigned("localhost"),
            "of another host", certificates.server("github.example", recently, 2),
            "of an unknown authority", new Certificates().server("localhost", recently, 2));
    return bad.entrySet().stream()
        .flatMap(row ->
            Stream.of(new Http1(), new Http2())
                .map(protocol ->
                    DynamicTest.dynamicTest(
                        row.getKey() + ", " + protocol.getClass().getSimpleName(),
                        () -> {
                          try (Server server =
                              new Server(Optional.of(row.getValue()), protocol, List.of(fine()))) {
                            Trial trial = trial(server, true, Map.of());

                            assertInconclusive("certificate", trial);
                            assertEquals(0, server.requests());
                          }
                        })));
  }

  @Test
  void aServerWhoseTlsIsTooOldNeverMeetsTheToken() throws IOException {
    byte[] alert = {21, 3, 1, 0, 2, 2, 70}; // protocol_version, fatal
    Server.Protocol old =
        (socket, server) -> {
          server.next();
          socket.getInputStream().read(new byte[4096]);
          socket.getOutputStream().write(alert);
          socket.close();
        };
    try (Server server = new Server(Optional.empty(), old, List.of(fine()))) {
      assertInconclusive("TLS", trial(server, true, Map.of()));
    }
  }

  @Test
  void aNameThatNobodyKnowsAndADoorThatIsShutAreToldApart() throws IOException {
    assertInconclusive(
        "cannot be resolved", Trial.of("https://github.invalid/api/v3", 30, Map.of()));
    Server gone = new Server(Optional.empty(), new Http1(), List.of(fine()));
    gone.close();
    assertInconclusive("refused the connection", trial(gone, false, Map.of()));
  }

  @Test
  void aRedirectToAnyOtherServerIsNotFollowed() throws IOException {
    try (Server other = new Server(Optional.empty(), new Http1(), List.of(fine()))) {
      for (String to :
          List.of(
              "http://127.0.0.1:" + other.port() + "/rate_limit",
              "http://localhost:" + other.port() + "/rate_limit",
              "//127.0.0.1:" + other.port() + "/rate_limit",
              "https://127.0.0.1:" + other.port() + "/rate_limit",
              "http://127.0.0.1@localhost:" + other.port() + "/",
              "ftp://elsewhere.example/",
              "::::")) {
        assertInconclusive("redirects to", redirected(1, to));
      }
      assertEquals(0, other.connections());
    }
  }

  @Test
  void aRedirectWithinTheServerIsFollowedAFewTimes() throws IOException {
    assertInconclusive("again and again", redirected(4, "/rate_limit"));
    for (int status : new int[] {301, 302, 307, 308}) {
      Wire.Manners moved = answer(status, "", "Location: /elsewhere");
      try (Server server = new Server(Optional.empty(), new Http1(), List.of(moved, fine()))) {
        assertEquals("passed", trial(server, false, Map.of()).verdict());
        assertEquals(2, server.requests());
      }
    }
  }

  @Test
  void aRedirectFromHttpsToHttpIsNotFollowed() throws IOException {
    SSLContext good = certificates.server("localhost", Instant.now().minusSeconds(60), 2);
    try (Server plain = new Server(Optional.empty(), new Http1(), List.of(fine()))) {
      Wire.Manners down = answer(302, "", "Location: http://localhost:" + plain.port() + "/x");
      try (Server server = new Server(Optional.of(good), new Http2(), List.of(down))) {
        assertInconclusive("redirects to another server", trial(server, true, Map.of()));
      }
      assertEquals(0, plain.connections());
    }
  }

  @Test
  void aProxyIsPassedWithoutTheTokenOrNamedAsTheCause() throws IOException {
    SSLContext good = certificates.server("git.acme.test", Instant.now().minusSeconds(60), 2);
    for (String status :
        List.of("200 OK", "407 Proxy Authentication Required", "502 Bad Gateway")) {
      List<String> heard = new CopyOnWriteArrayList<>();
      try (Server target = new Server(Optional.of(good), new Http2(), List.of(fine()));
          Server proxy =
              new Server(
                  Optional.empty(), new Tunnel(target.port(), status, heard), List.of(fine()))) {
        Map<String, String> way = Map.of("HTTPS_PROXY", "http://localhost:" + proxy.port());
        Trial trial = Trial.of("https://git.acme.test:" + target.port() + "/api/v3", 30, with(way));

        if (status.startsWith("200")) {
          assertEquals("passed", trial.verdict(), trial.said());
        } else {
          assertInconclusive("the proxy", trial);
          assertEquals(0, target.connections());
        }
        assertTrue(heard.getFirst().startsWith("CONNECT git.acme.test:"), heard.toString());
        assertFalse(heard.toString().contains("Authorization: B"), heard.toString());
      }
    }
  }

  @Test
  void aProxyThatIsDownIsNamedAndOneThatIsNotForThisHostIsPassedBy() throws IOException {
    Map<String, String> down = Map.of("HTTPS_PROXY", "http://localhost:1");
    assertInconclusive(
        "the proxy localhost:1", Trial.of("https://git.acme.test/api/v3", 30, with(down)));

    SSLContext good = certificates.server("localhost", Instant.now().minusSeconds(60), 2);
    try (Server server = new Server(Optional.of(good), new Http2(), List.of(fine()))) {
      Map<String, String> past =
          Map.of("HTTPS_PROXY", "http://localhost:1", "NO_PROXY", "localhost");
      assertEquals("passed", trial(server, true, past).verdict());
    }
  }

  private static Trial redirected(int most, String to) throws IOException {
    Wire.Manners moved = answer(302, "", "Location: " + to);
    try (Server server = new Server(Optional.empty(), new Http1(), List.of(moved))) {
      Trial trial = trial(server, false, Map.of());
      assertEquals(most, server.requests(), to);
      return trial;
    }
  }

  private static Trial trial(Server server, boolean tls, Map<String, String> more) {
    String url = (tls ? "https://localhost:" : "http://127.0.0.1:") + server.port();
    return Trial.of(url, 30, with(more));
  }

  private static Map<String, String> with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(trusting);
    all.putAll(more);
    return all;
  }

  private static void assertInconclusive(String words, Trial trial) {
    assertEquals("inconclusive", trial.verdict(), trial.said());
    assertTrue(trial.said().contains(words), trial.said());
    assertFalse(trial.unmasked().contains(TestTokens.classic()));
  }

  /// A proxy that answers a CONNECT and, if it says 200, passes everything on.
  private record Tunnel(int target, String status, List<String> heard) implements Server.Protocol {
    @Override
    public void serve(java.net.Socket socket, Server server) throws IOException {
      server.next();
      byte[] head = new byte[4096];
      int length = socket.getInputStream().read(head);
      heard.add(new String(head, 0, length, ISO_8859_1));
      String answer = "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n";
      socket
          .getOutputStream()
          .write(
              answer
                  .replace(
                      "Content-Length: 0\r\n",
                      status.startsWith("200") ? "" : "Content-Length: 0\r\n")
                  .getBytes(ISO_8859_1));
      if (!status.startsWith("200")) {
        socket.close();
        return;
      }
      try (java.net.Socket on = new java.net.Socket("localhost", target)) {
        Thread back = Thread.ofVirtual().start(() -> copy(on, socket));
        copy(socket, on);
        back.interrupt();
      }
    }

    private static void copy(java.net.Socket from, java.net.Socket to) {
      try {
        from.getInputStream().transferTo(to.getOutputStream());
      } catch (IOException over) {
        // One side hung up.
      }
    }
  }
}
