package io.github.tokenpreflight.redact;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/// The ways in which programs write a text so that it fits into another one.
final class Encodings {
  private static final String UNRESERVED = "-._~";

  private Encodings() {}

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(bytes(text));
  }

  /// The characters of a base64 text that depend on `text` alone when `before` bytes (0 to 2,
  /// counted modulo 3) stand in front of it and anything may follow.
  static String base64Within(String text, int before) {
    byte[] bytes = bytes(text);
    byte[] shifted = new byte[before + bytes.length];
    System.arraycopy(bytes, 0, shifted, before, bytes.length);
    String whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int end = shifted.length * 8 / 6;
    return whole.substring(before == 0 ? 0 : Math.min(before + 1, end), end);
  }

  /// The same base64 text in the alphabet for URLs and file names.
  static String urlSafe(String base64) {
    return base64.replace('+', '-').replace('/', '_');
  }

  static String unpadded(String base64) {
    int end = base64.indexOf('=');
    return end < 0 ? base64 : base64.substring(0, end);
  }

  static String hex(String text) {
    return HexFormat.of().formatHex(bytes(text));
  }

  /// Percent encoding with upper-case digits, where only RFC 3986's unreserved characters stay.
  static String percent(String text) {
    HexFormat digits = HexFormat.of().withUpperCase();
    StringBuilder out = new StringBuilder(text.length());
    for (byte octet : bytes(text)) {
      if (octet > 0 && (isAlphanumeric(octet) || UNRESERVED.indexOf(octet) >= 0)) {
        out.append((char) octet);
      } else {
        out.append('%').append(digits.toHexDigits(octet));
      }
    }
    return out.toString();
  }

  /// The same percent encoding with lower-case digits.
  static String lowerPercent(String percent) {
    StringBuilder out = new StringBuilder(percent);
    for (int at = out.indexOf("%"); at >= 0; at = out.indexOf("%", at + 1)) {
      out.setCharAt(at + 1, Character.toLowerCase(out.charAt(at + 1)));
      out.setCharAt(at + 2, Character.toLowerCase(out.charAt(at + 2)));
    }
    return out.toString();
  }

  /// Every byte of a text in percent encoding, also those that need none.
  static String percentWhole(String text) {
    StringBuilder out = new StringBuilder(3 * text.length());
    for (byte octet : bytes(text)) {
      out.append('%').append(HexFormat.of().toHexDigits(octet));
    }
    return out.toString();
  }

  /// Every character of a text as a JSON escape of six characters.
  static String jsonWhole(String text) {
    StringBuilder out = new StringBuilder(6 * text.length());
    for (int i = 0; i < text.length(); i++) {
      out.append("\\u").append(HexFormat.of().toHexDigits(text.charAt(i)));
    }
    return out.toString();
  }

  static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  /// The inside of a JSON string as RFC 8259 wants it at least.
  static String json(String text) {
    return jsonWith(text, "");
  }

  /// The inside of a JSON string as writers do that fear HTML (Gson, PHP) or distrust UTF-8
  /// (Python).
  static String jsonForHtml(String text) {
    return jsonWith(text, "<>&='");
  }

  static String xml(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&apos;");
  }

  /// XML as most template engines write it.
  static String html(String text) {
    return xml(text).replace("&quot;", "&#34;").replace("&apos;", "&#39;");
  }

  private static String jsonWith(String text, String alsoEscaped) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int shortForm = "\"\\\n\r\t\b\f".indexOf(c);
      if (shortForm >= 0) {
        out.append('\\').append("\"\\nrtbf".charAt(shortForm));
      } else if (c < ' ' || alsoEscaped.indexOf(c) >= 0 || (c > '~' && !alsoEscaped.isEmpty())) {
        out.append("\\u").append(HexFormat.of().toHexDigits(c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isAlphanumeric(byte octet) {
    return (octet >= '0' && octet <= '9')
        || (octet >= 'A' && octet <= 'Z')
        || (octet >= 'a' && octet <= 'z');
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
