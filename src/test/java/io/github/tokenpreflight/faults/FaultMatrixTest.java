package io.github.tokenpreflight.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.token.TestTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every fault in every protocol: the verdict, its cause in words, an end in time, no more requests
/// than it takes, and the token in no output.
class FaultMatrixTest {
  @TempDir private static Path folder;
  private static SSLContext tls;
  private static Map<String, String> trusting;

  @BeforeAll
  static void certify() throws IOException {
    Certificates certificates = new Certificates();
    Path pem = Files.writeString(folder.resolve("root.pem"), certificates.pem());
    tls = certificates.server("localhost", Instant.now().minusSeconds(60), 2);
    trusting = Map.of("SSL_CERT_FILE", pem.toString());
  }

  @TestFactory
  Stream<DynamicTest> everyFault() {
    return Stream.of(Faults.connection(), Faults.content(), Faults.refusals(), Faults.malformed())
        .flatMap(List::stream)
        .flatMap(fault -> fault.wires().stream().map(wire -> test(fault, wire)));
  }

  private static DynamicTest test(Fault fault, String wire) {
    return DynamicTest.dynamicTest(
        fault.name() + ", " + wire,
        () -> {
          boolean newer = wire.equals("HTTP/2");
          Optional<SSLContext> context = newer ? Optional.of(tls) : Optional.empty();
          try (Server server =
              new Server(context, newer ? new Http2() : new Http1(), fault.manners())) {
            String url = (newer ? "https://localhost:" : "http://127.0.0.1:") + server.port();
            check(fault, Trial.of(url, fault.seconds(), trusting), server.requests());
          }
        });
  }

  static void check(Fault fault, Trial trial, int requests) {
    assertEquals(fault.verdict(), trial.verdict(), trial.said());
    assertTrue(Pattern.compile(fault.words()).matcher(trial.said()).find(), trial.said());
    assertTrue(requests <= fault.most(), requests + " requests arrived");
    assertTrue(
        trial.took().compareTo(Duration.ofSeconds(fault.seconds() + 3)) < 0,
        trial.took().toString());
    assertFalse(trial.unmasked().contains(TestTokens.classic()), "the token is in the output");
  }
}
