package io.github.tokenpreflight.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.source.Span;
import io.github.tokenpreflight.tree.Decoded.Undecodable;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.HexFormat;

/// Decodes bytes to text, or says in a finding why it cannot.
public final class Decoder {
  /// The most a requirements file may hold.
  public static final int LIMIT_BYTES = 1 << 20;

  private static final Span START = new Span(1, 1, 1);
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Decoder() {}

  /// Decodes UTF-8, with or without a byte order mark.
  ///
  /// @param path the path to show
  public static Decoded decode(String path, byte[] content) {
    if (content.length > LIMIT_BYTES) {
      return tooLarge(path);
    }
    String wide = wideEncoding(content);
    if (!wide.isEmpty()) {
      return undecodable(path, "the file is " + wide + ", not UTF-8", "save it as UTF-8");
    }
    if (zeroAt(content) >= 0) {
      return undecodable(
          path, "the file is binary, not text", "check the path, and that the file is text");
    }
    String text = new String(content, UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      int length = soundLength(content);
      if (length < content.length) {
        return notUtf8(path, content, length);
      }
    }
    return checked(path, text);
  }

  /// Takes a text that was decoded elsewhere, such as an input of the action.
  public static Decoded decode(String path, String text) {
    return text.length() > LIMIT_BYTES ? tooLarge(path) : checked(path, text);
  }

  private static Decoded checked(String path, String whole) {
    String text = withoutMark(whole);
    SourceFile file = new SourceFile(path, text);
    if (text.isBlank()) {
      return new Undecodable(
          file,
          Finding.error(Rule.NO_REQUIREMENTS, "the file is empty")
              .at(new SourceFile(path, "").at(START)));
    }
    int at = firstUnprintable(text);
    if (at == text.length()) {
      return new Decoded.Text(file);
    }
    String code = HexFormat.of().withUpperCase().toHexDigits(text.charAt(at));
    return new Undecodable(
        file,
        Finding.error(Rule.UNREADABLE_FILE, "the character U+" + code + " cannot stand in a text")
            .at(file.at(new Ruler(text).span(at, at + 1)))
            .help("remove the character"));
  }

  private static Decoded tooLarge(String path) {
    return undecodable(
        path,
        "the file is larger than 1 MiB",
        "check the path; a requirements file takes a few kilobytes");
  }

  private static Decoded notUtf8(String path, byte[] content, int length) {
    int mark = new String(content, 0, Math.min(3, content.length), UTF_8).indexOf(BYTE_ORDER_MARK);
    int before = new String(content, 0, length, UTF_8).length() - (mark == 0 ? 1 : 0);
    SourceFile file = new SourceFile(path, withoutMark(new String(content, UTF_8)));
    String code = HexFormat.of().withUpperCase().toHexDigits(content[length]);
    return new Undecodable(
        file,
        Finding.error(Rule.UNREADABLE_FILE, "the file is not UTF-8: byte 0x" + code)
            .at(file.at(new Ruler(file.text()).span(before, before + 1)))
            .help("save it as UTF-8"));
  }

  private static Decoded undecodable(String path, String message, String help) {
    SourceFile file = new SourceFile(path, "");
    return new Undecodable(
        file, Finding.error(Rule.UNREADABLE_FILE, message).at(file.at(START)).help(help));
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  /// The bytes before the first one that is not UTF-8.
  private static int soundLength(byte[] content) {
    ByteBuffer in = ByteBuffer.wrap(content);
    UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .decode(in, CharBuffer.allocate(content.length), true);
    return in.position();
  }

  /// UTF-16 or UTF-32, told by the byte order mark or by where the first zero bytes stand.
  private static String wideEncoding(byte[] content) {
    byte[] head = Arrays.copyOf(content, 4);
    boolean marked =
        (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE)
            || (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF);
    if (content.length >= 4 && isWide32(head)) {
      return "UTF-32";
    }
    boolean alternating = content.length >= 2 && (head[0] == 0) != (head[1] == 0);
    return content.length >= 2 && (marked || alternating) ? "UTF-16" : "";
  }

  private static boolean isWide32(byte[] head) {
    boolean big = head[0] == 0 && head[1] == 0 && (head[2] == 0 || head[2] == (byte) 0xFE);
    boolean little = head[2] == 0 && head[3] == 0;
    return big ? head[3] != 0 : little && head[0] != 0;
  }

  private static int zeroAt(byte[] content) {
    for (int at = 0; at < content.length; at++) {
      if (content[at] == 0) {
        return at;
      }
    }
    return -1;
  }

  /// The first character that cannot stand in a text, or the length.
  ///
  /// - Source: YAML 1.2.2, production `c-printable`.
  /// - Left out as well: U+0085, U+2028 and U+2029, which end a line in YAML 1.1 and not in 1.2.
  private static int firstUnprintable(String text) {
    int at = 0;
    while (at < text.length() && isPrintable(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static boolean isPrintable(int c) {
    return (c >= ' ' && c <= '~')
        || c == '\n'
        || c == '\r'
        || c == '\t'
        || (c >= 0xA0 && c <= 0xD7FF && c != 0x2028 && c != 0x2029)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
