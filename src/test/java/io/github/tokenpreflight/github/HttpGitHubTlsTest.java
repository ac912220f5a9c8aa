package io.github.tokenpreflight.github;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.github.tokenpreflight.github.Asking.given;
import static io.github.tokenpreflight.github.Asking.unanswered;
import static io.github.tokenpreflight.github.Stubs.github;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server with a certificate authority of its own, straight and through a proxy.
class HttpGitHubTlsTest {
  private static final String PASSWORD = "changeit";

  @TempDir private static Path folder;
  private static WireMockServer server;
  private static Path authority;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    String store = folder.resolve("server.p12").toString();
    authority = folder.resolve("authority.pem");
    key(store, "ca", "CN=Test Authority", "-ext", "bc:c");
    key(
        store,
        "leaf",
        "CN=localhost",
        "-signer",
        "ca",
        "-ext",
        "san=dns:localhost,dns:api.github.test,ip:127.0.0.1");
    keytool(store, "-exportcert", "-rfc", "-alias", "ca", "-file", authority.toString());
    keytool(store, "-delete", "-alias", "ca");
    server = server(store);
    server.start();
  }

  private static WireMockServer server(String store) {
    return new WireMockServer(
        options()
            .dynamicHttpsPort()
            .httpDisabled(true)
            .keystorePath(store)
            .keystoreType("PKCS12")
            .keystorePassword(PASSWORD)
            .keyManagerPassword(PASSWORD));
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @BeforeEach
  void stub() {
    server.resetAll();
    server.stubFor(get(anyUrl()).willReturn(github(200).withBody("{}")));
  }

  @Test
  void aServerWithAnUnknownAuthorityIsNotTrustedAndNeverGetsTheToken() {
    Answer.Unanswered answer = unanswered(asking("localhost", Map.of(), false).get("/user"));

    assertTrue(answer.words().contains("is not trusted"), answer.words());
    assertEquals(1, answer.attempts());
    assertEquals(List.of(), server.getAllServeEvents());
  }

  @Test
  void anAuthorityFromAFileIsTrusted() {
    given(asking("localhost", Map.of(), true).get("/user"));
  }

  @Test
  void anAuthorityAmongManyIsFoundByTheUsualVariable() throws IOException {
    String pem = Files.readString(authority);
    Path many = folder.resolve("many.pem");
    Files.writeString(many, "# One\n" + pem + "\n# the same - again\n" + pem);

    given(asking("localhost", Map.of("SSL_CERT_FILE", many.toString()), false).get("/user"));
  }

  @Test
  void aCertificateForAnotherNameIsSaidToBeOne() {
    Answer.Unanswered answer = unanswered(asking("127.0.0.2", Map.of(), true).get("/user"));

    assertTrue(answer.words().contains("was made for another name"), answer.words());
    assertEquals(1, answer.attempts());
  }

  @Test
  void aCertificateOutOfItsTimeIsSaidSoWithTheDate() throws IOException, InterruptedException {
    assertEquals(
        "the TLS certificate of localhost:# expired on #; if that cannot be, look at the clock of"
            + " this machine",
        wordsOf("-9d"));
    assertEquals(
        "the TLS certificate of localhost:# is not valid yet, only from #; if that cannot be, look"
            + " at the clock of this machine",
        wordsOf("+9d"));
  }

  /// What is said of a trusted server whose certificate begins then and ends two days later.
  private static String wordsOf(String start) throws IOException, InterruptedException {
    String store = folder.resolve("server" + start + ".p12").toString();
    Path pem = folder.resolve("authority" + start + ".pem");
    key(store, "ca", "CN=Test Authority", "-ext", "bc:c");
    key(store, "leaf", "CN=x", "-signer", "ca", "-ext", "san=dns:localhost", "-startdate", start);
    keytool(store, "-exportcert", "-rfc", "-alias", "ca", "-file", pem.toString());
    keytool(store, "-delete", "-alias", "ca");
    WireMockServer late = server(store);
    late.start();
    try {
      String url = "https://localhost:" + late.httpsPort();
      Asking asking = new Asking(url, Map.of(), Optional.of(pem));
      return unanswered(asking.get("/user"))
          .words()
          .replaceFirst(":\\d+", ":#")
          .replaceFirst("\\d{4}-\\d\\d-\\d\\dT[\\d:]+Z", "#");
    } finally {
      late.stop();
    }
  }

  @Test
  void theProxyGetsItsCredentialsAndTheServerDoesNot() throws IOException {
    try (ConnectProxy proxy = new ConnectProxy(server.httpsPort())) {
      Map<String, String> environment =
          Map.of("HTTPS_PROXY", "http://me:p%40ss@localhost:" + proxy.port());

      given(asking("api.github.test", environment, true).get("/user"));

      String basic =
          Base64.getEncoder().encodeToString("me:p@ss".getBytes(StandardCharsets.US_ASCII));
      String greeting = proxy.greetings().getFirst();
      assertTrue(greeting.startsWith("CONNECT api.github.test:" + server.httpsPort()), greeting);
      assertTrue(greeting.contains("Proxy-Authorization: Basic " + basic), greeting);
      assertFalse(greeting.contains(Replies.token().reveal()));
      LoggedRequest request = server.getAllServeEvents().getFirst().getRequest();
      assertFalse(request.containsHeader("Proxy-Authorization"));
    }
  }

  @Test
  void aProxyThatIsNotThereIsNamed() {
    Map<String, String> environment = Map.of("https_proxy", "http://localhost:1");

    Answer.Unanswered answer =
        unanswered(asking("api.github.test", environment, true).get("/user"));

    assertEquals("the proxy localhost:1 refused the connection", answer.words());
  }

  private static Asking asking(String host, Map<String, String> environment, boolean trusting) {
    String url = "https://" + host + ":" + server.httpsPort();
    return new Asking(
        host.equals("localhost") || host.equals("127.0.0.2") ? url : url + "/api/v3",
        environment,
        trusting ? Optional.of(authority) : Optional.empty());
  }

  private static void key(String store, String alias, String name, String... more)
      throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(
            List.of(
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "2"));
    words.addAll(List.of(more));
    keytool(store, words.toArray(String[]::new));
  }

  private static void keytool(String store, String... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(words));
    command.addAll(List.of("-keystore", store, "-storetype", "PKCS12", "-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }
}
