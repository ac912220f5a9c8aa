package io.github.tokenpreflight.token;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// The base-62 CRC-32 tail that some kinds of token carry.
///
/// Source: third-party scanners, read 2026-08-21; GitHub publishes the idea, not the alphabet. A
/// wrong checksum is therefore a hint, never a proof.
final class Checksum {
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 6;

  private Checksum() {}

  /// The six characters that end a token whose random part is `body`.
  static String of(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.US_ASCII));
    long rest = crc.getValue();
    char[] tail = new char[LENGTH];
    for (int i = LENGTH - 1; i >= 0; i--) {
      tail[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
      rest /= ALPHABET.length();
    }
    return new String(tail);
  }

  /// Whether the last six characters fit the ones before them.
  static boolean fits(String bodyAndTail) {
    int split = bodyAndTail.length() - LENGTH;
    return split > 0 && of(bodyAndTail.substring(0, split)).equals(bodyAndTail.substring(split));
  }
}
