package io.github.tokenpreflight.image;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.tokenpreflight.token.TestTokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The image in a container, started as the runner starts it. Needs podman: `.ci/podman` says
/// whether it can be used.
@Tag("image")
final class ImageRunTest {
  private static final String PASSWORD = "changeit";
  private static final Pattern OUTPUT = Pattern.compile("(?ms)^([a-z-]+)<<(\\S+)\n(.*?)\n?^\\2$");

  @TempDir private static Path shared;
  private static WireMockServer github;
  private static String image = "";

  @TempDir private Path folder;
  private Container step;

  @BeforeAll
  static void load() throws Exception {
    Container.Ended usable = Container.podman();
    assumeTrue(usable.exit() == 0, usable.out());
    Container.Ended loaded = Container.podman("load", "-i", "target/image.tar");
    assertEquals(0, loaded.exit(), loaded.out());
    image = Files.readString(Path.of("target/jib-image.id")).replace("sha256:", "").strip();
    github =
        new WireMockServer(
            WireMockConfiguration.options()
                .dynamicPort()
                .dynamicHttpsPort()
                .bindAddress("127.0.0.1")
                .keystorePath(certified().toString())
                .keystoreType("PKCS12")
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD));
    github.start();
  }

  @AfterAll
  static void unload() throws Exception {
    if (!image.isEmpty()) {
      github.stop();
      // It stays, if something else uses it.
      Container.podman("rmi", image);
    }
  }

  @BeforeEach
  void prepare() throws IOException {
    github.resetAll();
    step =
        Container.prepared(folder)
            .with("RELEASE_TOKEN", TestTokens.classic())
            .with("GITHUB_API_URL", "http://127.0.0.1:" + github.port())
            .with("GITHUB_SERVER_URL", "http://127.0.0.1:" + github.port());
  }

  @Test
  void aTokenThatHasAllItNeedsPasses() throws Exception {
    github(answer("repo, workflow"));
    require("scopes: [repo, workflow]");

    Container.Ended ended = run();

    assertEquals(0, ended.exit(), ended.out());
    assertEquals("passed", output("result"));
    assertEquals("true", output("usable"));
    assertEquals("", output("missing"));
    assertEquals("4994", output("rate-limit-remaining"));
    assertTrue(summary().contains("### Token Preflight: met: 3 of 3 requirements"), summary());
    assertFalse(ended.out().contains("\n::error"), ended.out());
  }

  @Test
  void aMissingScopeFailsTheStepAndIsToldEverywhere() throws Exception {
    github(answer("repo"));
    require("scopes: [repo, workflow]");
    step.with("INPUT_REPORT", "out/report.json").with("INPUT_SARIF", "out/report.sarif");

    Container.Ended ended = run();

    assertEquals(1, ended.exit(), ended.out());
    assertEquals("failed", output("result"));
    assertEquals("RELEASE_TOKEN: scopes: workflow", output("missing"));
    assertTrue(output("report").startsWith("{\"schemaVersion\":1,"));
    assertTrue(
        summary().contains("RELEASE_TOKEN lacks the scope <code>workflow</code>"), summary());
    assertTrue(
        ended.out().contains("\n::error file=.github/token-requirements.yml,line=4,"), ended.out());
    assertTrue(written("out/report.json").contains("\"result\": \"failed\""));
    assertTrue(written("out/report.sarif").contains("\"2.1.0\""));
  }

  @Test
  void anEmptyWorkspaceHoldsNoRequirements() throws Exception {
    Container.Ended ended = run();

    assertEquals(2, ended.exit(), ended.out());
    assertTrue(ended.out().contains("[no-requirements]"), ended.out());
    assertEquals(List.of(), github.getAllServeEvents());
  }

  @Test
  void anOutageIsNoVerdict() throws Exception {
    github(aResponse().withStatus(502));
    require("scopes: [repo]");

    Container.Ended ended = run();

    assertEquals(3, ended.exit(), ended.out());
    assertEquals("inconclusive", output("result"));
  }

  @Test
  void aWorkspaceThatCannotBeWrittenTakesNothingFromTheVerdict() throws Exception {
    github(answer("repo"));
    require("scopes: [repo]");
    step.with("INPUT_REPORT", "report.json").withReadOnlyWorkspace();

    Container.Ended ended = run();

    assertEquals(0, ended.exit(), ended.out());
    assertTrue(ended.out().contains("`report.json` could not be written"), ended.out());
    assertEquals("true", output("usable"));
    assertFalse(Files.exists(step.workspace().resolve("report.json")));
  }

  /// `actions/setup-java` and the like leave these behind, with paths that the image does not have.
  @Test
  void theJavaOfTheWorkflowIsNotOurs() throws Exception {
    github(answer("repo"));
    require("scopes: [repo]");
    step.with("JAVA_HOME", "/opt/hostedtoolcache/Java_Temurin-Hotspot_jdk/17.0.1/x64")
        .with("PATH", "/opt/hostedtoolcache/Java_Temurin-Hotspot_jdk/17.0.1/x64/bin")
        .with("JAVA_TOOL_OPTIONS", "-XX:+UseG1GC -Xlog:gc -Xms1g -Xmx2g -Dfile.encoding=US-ASCII")
        .with("JDK_JAVA_OPTIONS", "-XX:+UseParallelGC")
        .with("LD_LIBRARY_PATH", "/opt/hostedtoolcache/Java_Temurin-Hotspot_jdk/17.0.1/x64/lib")
        .with("CLASSPATH", "lib/*:.");

    Container.Ended ended = run();

    assertEquals(0, ended.exit(), ended.out() + ended.error());
    assertEquals("true", output("usable"));
  }

  @Test
  void whatIsNotAsciiSurvives() throws Exception {
    github(answer(""));
    Files.createDirectories(step.workspace().resolve("Straße"));
    Files.writeString(
        step.workspace().resolve("Straße/要件.yml"),
        "version: 1\ntokens:\n  RELEASE_TOKEN:\n    why: Grüße an die 読者 🚀\n    scopes: [repo]\n");
    step.with("INPUT_REQUIREMENTS", "Straße/要件.yml").with("INPUT_REPORT", "Überblick.json");

    Container.Ended ended = run();

    assertEquals(1, ended.exit(), ended.out());
    assertTrue(ended.out().contains("for: Grüße an die 読者 🚀"), ended.out());
    assertTrue(summary().contains("Grüße an die 読者 🚀"), summary());
    assertTrue(written("Überblick.json").contains("Grüße an die 読者 🚀"));
  }

  @Test
  void anInputWithAHyphenArrives() throws Exception {
    step.with("RELEASE_TOKEN", "")
        .with("INPUT_ON-ABSENT", "skip")
        .with(
            "INPUT_INLINE-REQUIREMENTS",
            "version: 1\ntokens:\n  RELEASE_TOKEN:\n    scopes: [repo]\n");

    Container.Ended ended = step.run(image);

    assertEquals(0, ended.exit(), ended.out());
    assertEquals(List.of(), github.getAllServeEvents());
  }

  @Test
  void anAuthorityInTheWorkspaceIsTrustedAndNoOther() throws Exception {
    github(answer("repo"));
    require("scopes: [repo]");
    Files.copy(shared.resolve("authority.pem"), step.workspace().resolve("authority.pem"));
    String address = "https://127.0.0.1:" + github.httpsPort();
    step.with("GITHUB_API_URL", address).with("GITHUB_SERVER_URL", address);

    Container.Ended refused = run();
    assertEquals(3, refused.exit(), refused.out());
    assertTrue(refused.out().contains("is not trusted"), refused.out());
    assertEquals(List.of(), github.getAllServeEvents());

    step.with("SSL_CERT_FILE", "/github/workspace/authority.pem");
    Container.Ended trusted = run();
    assertEquals(0, trusted.exit(), trusted.out());
  }

  @Test
  void aCancelledStepEndsAtOnce() throws Exception {
    github(answer("repo").withFixedDelay(30_000));
    require("scopes: [repo]");
    Process process = step.started(image);
    waitForARequest(process);

    assertEquals(0, new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor());

    assertTrue(process.waitFor(5, TimeUnit.SECONDS), "it comes to an end before the runner kills");
    Container.Ended ended = step.ended(process);
    assertEquals(130, ended.exit(), ended.out() + ended.error());
    speaksOnOneStreamAndMasksFirst(ended);
  }

  private static void waitForARequest(Process process) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (process.isAlive() && System.nanoTime() < end && github.getAllServeEvents().isEmpty()) {
      Thread.sleep(50);
    }
    assertTrue(process.isAlive(), "it waits for an answer");
  }

  private static void github(ResponseDefinitionBuilder answer) {
    github.stubFor(
        get("/rate_limit")
            .withHeader("Authorization", equalTo("Bearer " + TestTokens.classic()))
            .willReturn(answer));
  }

  private static ResponseDefinitionBuilder answer(String scopes) {
    return aResponse()
        .withHeader("Content-Type", "application/json; charset=utf-8")
        .withHeader("X-GitHub-Request-Id", "0000:STAND:IN")
        .withHeader("X-OAuth-Scopes", scopes)
        .withBody(
            "{\"resources\":{\"core\":"
                + "{\"limit\":5000,\"remaining\":4994,\"reset\":1795177800}}}");
  }

  private void require(String requirements) throws IOException {
    Path file = step.workspace().resolve(".github/token-requirements.yml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "version: 1\ntokens:\n  RELEASE_TOKEN:\n    " + requirements + "\n");
  }

  private Container.Ended run() throws IOException, InterruptedException {
    Container.Ended ended = step.run(image);
    speaksOnOneStreamAndMasksFirst(ended);
    return ended;
  }

  private static void speaksOnOneStreamAndMasksFirst(Container.Ended ended) {
    List<String> lines = ended.out().lines().toList();

    // What Java says of the workflow's variables is the only thing that we cannot prevent.
    assertEquals(
        List.of(),
        ended
            .error()
            .lines()
            .filter(line -> !line.matches("(?:NOTE: )?Picked up J\\w+_OPTIONS: .*"))
            .toList());
    assertEquals("::add-mask::" + TestTokens.classic(), lines.getFirst(), ended.error());
    assertFalse(
        lines.stream()
            .dropWhile(line -> line.startsWith("::add-mask::"))
            .anyMatch(line -> line.contains("::add-mask::") || line.contains(TestTokens.classic())),
        ended.out());
    assertFalse(ended.out().contains("\u001B"), "no colours where NO_COLOR is set");
  }

  private String summary() throws IOException {
    return Files.readString(step.summary());
  }

  private String written(String path) throws IOException {
    return Files.readString(step.workspace().resolve(path));
  }

  private String output(String name) throws IOException {
    String all = Files.readString(step.outputs());
    Matcher output = OUTPUT.matcher(all);
    while (output.find()) {
      if (output.group(1).equals(name)) {
        return output.group(3);
      }
    }
    throw new AssertionError("no output " + name + " in " + all);
  }

  /// A server's key with a certificate of an authority that nobody knows.
  private static Path certified() throws Exception {
    Path store = shared.resolve("server.p12");
    keytool(store, "-genkeypair", "-alias", "ca", "-dname", "CN=Authority", "-ext", "bc:c");
    keytool(
        store,
        "-genkeypair",
        "-alias",
        "server",
        "-dname",
        "CN=server",
        "-signer",
        "ca",
        "-ext",
        "san=ip:127.0.0.1");
    keytool(store, "-exportcert", "-rfc", "-alias", "ca", "-file", shared + "/authority.pem");
    keytool(store, "-delete", "-alias", "ca");
    return store;
  }

  private static void keytool(Path store, String... words) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    Collections.addAll(command, words);
    if (words[0].equals("-genkeypair")) {
      command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2"));
    }
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }
}
