package io.github.tokenpreflight.tree;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.source.Span;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class DecoderTest {
  @Test
  void utf8IsReadWithAndWithoutAByteOrderMark() {
    assertEquals("é: 1", text("é: 1".getBytes(UTF_8)));
    assertEquals("é: 1", text("\uFEFFé: 1".getBytes(UTF_8)));
  }

  @Test
  void aReplacementCharacterThatIsReallyThereIsText() {
    assertEquals("a\uFFFD", text("a\uFFFD".getBytes(UTF_8)));
  }

  @Test
  void theFirstByteThatIsNotUtf8IsShownInItsPlace() {
    Finding error = error("version: 1\nwhy: caf\u00e9 \u00e9".getBytes(ISO_8859_1));

    assertEquals(Rule.UNREADABLE_FILE, error.rule());
    assertEquals("the file is not UTF-8: byte 0xE9", error.message());
    assertEquals(new Span(2, 9, 1), error.place().orElseThrow().span());
  }

  @Test
  void theByteOrderMarkDoesNotMoveTheFirstBadByte() {
    Finding error = error(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', (byte) 0xFF});

    assertEquals(new Span(1, 2, 1), error.place().orElseThrow().span());
  }

  @Test
  void aCharacterCutInHalfAtTheEndIsNotUtf8() {
    assertEquals(
        "the file is not UTF-8: byte 0xC3", error(new byte[] {'a', (byte) 0xC3}).message());
  }

  @Test
  void wideEncodingsAreNamed() {
    assertEquals("the file is UTF-16, not UTF-8", error("\uFEFFa: 1", UTF_16LE));
    assertEquals("the file is UTF-16, not UTF-8", error("\uFEFFa: 1", UTF_16BE));
    assertEquals("the file is UTF-16, not UTF-8", error("a: 1", UTF_16LE));
    assertEquals("the file is UTF-16, not UTF-8", error("a: 1", UTF_16BE));
    assertEquals("the file is UTF-32, not UTF-8", error("\uFEFFa: 1", Charset.forName("UTF-32LE")));
    assertEquals("the file is UTF-32, not UTF-8", error("\uFEFFa: 1", Charset.forName("UTF-32BE")));
    assertEquals("the file is UTF-32, not UTF-8", error("a: 1", Charset.forName("UTF-32LE")));
    assertEquals("the file is UTF-32, not UTF-8", error("a: 1", Charset.forName("UTF-32BE")));
  }

  @Test
  void aZeroByteElsewhereMakesItBinary() {
    assertEquals("the file is binary, not text", error("ab\0", UTF_8));
    assertEquals("the file is binary, not text", error("\0", UTF_8));
  }

  @Test
  void aControlCharacterIsRefusedInItsPlace() {
    Finding error = error("a: 1\nb: \u001b[31m".getBytes(UTF_8));

    assertEquals("the character U+001B cannot stand in a text", error.message());
    assertEquals(new Span(2, 4, 1), error.place().orElseThrow().span());
  }

  @Test
  void whatEndsALineOnlyInSomeVersionsOfYamlIsRefused() {
    assertEquals("the character U+2028 cannot stand in a text", error("a: \u2028", UTF_8));
    assertEquals("the character U+0085 cannot stand in a text", error("a: \u0085", UTF_8));
  }

  @Test
  void halfACharacterInAnInputIsRefused() {
    assertInstanceOf(Decoded.Undecodable.class, Decoder.decode("input", "a: \uD800"));
  }

  @Test
  void aBlankFileIsEmpty() {
    assertEquals(Rule.NO_REQUIREMENTS, error(new byte[0]).rule());
    assertEquals(Rule.NO_REQUIREMENTS, error(" \n\t\n".getBytes(UTF_8)).rule());
    assertEquals(Rule.NO_REQUIREMENTS, error("\uFEFF".getBytes(UTF_8)).rule());
  }

  @Test
  void oneMebibyteIsTheLimit() {
    assertEquals(1 << 20, text("#".repeat(1 << 20).getBytes(UTF_8)).length());
    assertEquals("the file is larger than 1 MiB", error("#".repeat((1 << 20) + 1), UTF_8));
  }

  private static String text(byte[] content) {
    return assertInstanceOf(Decoded.Text.class, Decoder.decode("x.yml", content)).file().text();
  }

  private static Finding error(byte[] content) {
    return assertInstanceOf(Decoded.Undecodable.class, Decoder.decode("x.yml", content)).error();
  }

  private static String error(String text, Charset charset) {
    return error(text.getBytes(charset)).message();
  }
}
