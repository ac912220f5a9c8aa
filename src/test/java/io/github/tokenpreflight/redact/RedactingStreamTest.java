package io.github.tokenpreflight.redact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.token.TestTokens;
import io.github.tokenpreflight.token.Token;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RedactingStreamTest {
  private static final List<Token> TOKENS =
      List.of(
          TestTokens.boxed(TestTokens.classic()),
          TestTokens.boxed(TestTokens.fineGrained()),
          TestTokens.boxed("überlang-geheim"),
          TestTokens.boxed("abababababab"));
  private static final Redactor REDACTOR = Redactor.of(TOKENS);

  private final ByteArrayOutputStream sink = new ByteArrayOutputStream();

  @Test
  void howATextIsSplitAndFlushedMakesNoDifference() throws IOException {
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      String text = text(random);
      sink.reset();

      try (RedactingStream stream = new RedactingStream(sink, REDACTOR)) {
        writeInPieces(stream, text.getBytes(StandardCharsets.UTF_8), random);
      }

      assertEquals(REDACTOR.redacted(text), written(), "seed " + seed);
    }
  }

  @Test
  void aFlushNeverLetsAPieceOfASecretOut() throws IOException {
    String value = TestTokens.classic();
    for (int cut = 1; cut < value.length(); cut++) {
      sink.reset();
      RedactingStream stream = new RedactingStream(sink, REDACTOR);

      stream.write(("token " + value.substring(0, cut)).getBytes(StandardCharsets.UTF_8));
      stream.flush();
      assertTrue(value.indexOf(written().substring("token ".length())) <= 0, written());
      stream.write(value.substring(cut).getBytes(StandardCharsets.UTF_8));
      stream.flush();

      assertEquals("token ***", written());
    }
  }

  @Test
  void aPromptWithoutALineEndIsSpokenByAFlush() throws IOException {
    RedactingStream stream = new RedactingStream(sink, REDACTOR);

    stream.write("Continue? ".getBytes(StandardCharsets.UTF_8));
    assertEquals("", written());
    stream.flush();

    assertEquals("Continue? ", written());
  }

  @Test
  void aCompleteLineGoesOutAtOnce() throws IOException {
    RedactingStream stream = new RedactingStream(sink, REDACTOR);

    stream.write(("a " + TestTokens.classic() + "\nb").getBytes(StandardCharsets.UTF_8));

    assertEquals("a ***\n", written());
  }

  @Test
  void closingSendsWhatOnlyLookedLikeTheStartOfASecret() throws IOException {
    try (RedactingStream stream = new RedactingStream(sink, REDACTOR)) {
      stream.write("see ghp_".getBytes(StandardCharsets.UTF_8));
    }

    assertEquals("see ghp_", written());
  }

  @Test
  void bytesThatAreNoTextPassUnchanged() throws IOException {
    byte[] bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    try (RedactingStream stream = new RedactingStream(sink, REDACTOR)) {
      stream.write(bytes);
    }

    assertArrayEquals(bytes, sink.toByteArray());
  }

  @Test
  void anEndlessLineIsNotKeptInMemory() throws IOException {
    RedactingStream stream = new RedactingStream(sink, REDACTOR);

    stream.write("x".repeat(200_000).getBytes(StandardCharsets.UTF_8));

    assertEquals(200_000, sink.size());
  }

  @Test
  void aPrintStreamSpeaksUtf8AndRedacts() {
    PrintStream out = RedactingStream.printing(sink, REDACTOR);

    out.print("ü überlang-");
    out.println("geheim ✓");

    assertEquals("ü *** ✓" + System.lineSeparator(), written());
  }

  private static String text(Random random) {
    List<String> secrets = TOKENS.stream().map(token -> token.reveal()).toList();
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(1, 12);
    for (int i = 0; i < pieces; i++) {
      String secret = secrets.get(random.nextInt(secrets.size()));
      switch (random.nextInt(6)) {
        case 0 -> text.append(secret);
        case 1 -> text.append(secret, 0, random.nextInt(secret.length()));
        case 2 -> text.append(secret.substring(random.nextInt(secret.length())));
        case 3 -> text.append('\n');
        case 4 -> text.append(Encodings.base64("x-access-token:" + secret));
        default -> text.append(random.nextBoolean() ? "ab" : " é plain words ");
      }
    }
    return text.toString();
  }

  private static void writeInPieces(RedactingStream stream, byte[] bytes, Random random)
      throws IOException {
    int at = 0;
    while (at < bytes.length) {
      int size = Math.min(bytes.length - at, random.nextInt(1, 30));
      if (size == 1) {
        stream.write(bytes[at]);
      } else {
        stream.write(bytes, at, size);
      }
      if (random.nextInt(3) == 0) {
        stream.flush();
      }
      at += size;
    }
  }

  private String written() {
    return sink.toString(StandardCharsets.UTF_8);
  }
}
