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
    Finding fault = fault("version: 1\nwhy: caf\u00e9 \u00e9".getBytes(ISO_8859_1));

    assertEquals(Rule.UNREADABLE_FILE, fault.rule());
    assertEquals("the file is not UTF-8: byte 0xE9", fault.message());
    assertEquals(new Span(2, 9, 1), fault.place().orElseThrow().span());
  }

  @Test
  void theByteOrderMarkDoesNotMoveTheFirstBadByte() {
    Finding fault = fault(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', (byte) 0xFF});

    assertEquals(new Span(1, 2, 1), fault.place().orElseThrow().span());
  }

  @Test
  void aCharacterCutInHalfAtTheEndIsNotUtf8() {
    assertEquals(
        "the file is not UTF-8: byte 0xC3", fault(new byte[] {'a', (byte) 0xC3}).message());
  }

  @Test
  void wideEncodingsAreNamed() {
    assertEquals("the file is UTF-16, not UTF-8", fault("\uFEFFa: 1", UTF_16LE));
    assertEquals("the file is UTF-16, not UTF-8", fault("\uFEFFa: 1", UTF_16BE));
    assertEquals("the file is UTF-16, not UTF-8", fault("a: 1", UTF_16LE));
    assertEquals("the file is UTF-16, not UTF-8", fault("a: 1", UTF_16BE));
    assertEquals("the file is UTF-32, not UTF-8", fault("\uFEFFa: 1", Charset.forName("UTF-32LE")));
    assertEquals("the file is UTF-32, not UTF-8", fault("\uFEFFa: 1", Charset.forName("UTF-32BE")));
    assertEquals("the file is UTF-32, not UTF-8", fault("a: 1", Charset.forName("UTF-32LE")));
    assertEquals("the file is UTF-32, not UTF-8", fault("a: 1", Charset.forName("UTF-32BE")));
  }

  @Test
  void aZeroByteElsewhereMakesItBinary() {
    assertEquals("the file is binary, not text", fault("ab\0", UTF_8));
    assertEquals("the file is binary, not text", fault("\0", UTF_8));
  }

  @Test
  void aControlCharacterIsRefusedInItsPlace() {
    Finding fault = fault("a: 1\nb: \u001b[31m".getBytes(UTF_8));

    assertEquals("the character U+001B cannot stand in a text", fault.message());
    assertEquals(new Span(2, 4, 1), fault.place().orElseThrow().span());
  }

  @Test
  void whatEndsALineOnlyInSomeVersionsOfYamlIsRefused() {
    assertEquals("the character U+2028 cannot stand in a text", fault("a: \u2028", UTF_8));
    assertEquals("the character U+0085 cannot stand in a text", fault("a: \u0085", UTF_8));
  }

  @Test
  void halfACharacterInAnInputIsRefused() {
    assertInstanceOf(Decoded.Undecodable.class, Decoder.decode("input", "a: \uD800"));
  }

  @Test
  void aBlankFileIsEmpty() {
    assertEquals(Rule.NO_REQUIREMENTS, fault(new byte[0]).rule());
    assertEquals(Rule.NO_REQUIREMENTS, fault(" \n\t\n".getBytes(UTF_8)).rule());
    assertEquals(Rule.NO_REQUIREMENTS, fault("\uFEFF".getBytes(UTF_8)).rule());
  }

  @Test
  void oneMebibyteIsTheLimit() {
    assertEquals(1 << 20, text("#".repeat(1 << 20).getBytes(UTF_8)).length());
    assertEquals("the file is larger than 1 MiB", fault("#".repeat((1 << 20) + 1), UTF_8));
  }

  private static String text(byte[] content) {
    return assertInstanceOf(Decoded.Text.class, Decoder.decode("x.yml", content)).file().text();
  }

  private static Finding fault(byte[] content) {
    return assertInstanceOf(Decoded.Undecodable.class, Decoder.decode("x.yml", content)).fault();
  }

  private static String fault(String text, Charset charset) {
    return fault(text.getBytes(charset)).message();
  }
}
