package io.github.tokenpreflight.redact;

import io.github.tokenpreflight.token.Token;
import io.github.tokenpreflight.token.TokenForm;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Every form in which a token may turn up in a text.
///
/// - Raw: the token, what was given with the token in it, each line of both, and the parts that are
///   secret by themselves (what follows the prefix; payload and signature of a JWT).
/// - Encoded: base64 (both alphabets, padded or not, at any offset inside something longer, broken
///   after 76 characters), hexadecimal, percent, form, JSON, XML and Markdown.
/// - In part: every stretch of twelve characters of what follows the prefix.
/// - Left out: the token backwards or in other case. No program writes these by accident, and
///   against somebody who means it no list of forms is long enough.
/// - Nothing shorter than [#SHORTEST]: hiding a short word ruins every text it stands in.
public final class Disguises {
  /// The least number of characters of a disguise.
  static final int SHORTEST = 8;

  /// A lambda of ours, for those of the JDK's comparators are not in the class cache: this is the
  /// first one of every run, and would cost 3 ms.
  static final Comparator<String> LONGEST_FIRST = (a, b) -> b.length() - a.length();

  /// So many characters of a token in a row are no accident.
  private static final int TELLING = 12;

  /// Where the command `base64` breaks its lines.
  private static final int BASE64_LINE = 76;

  private final List<String> all;
  private final List<String> maskable;

  private Disguises(Collection<String> all, Collection<String> maskable) {
    this.all = all.stream().sorted(LONGEST_FIRST).toList();
    this.maskable = List.copyOf(maskable);
  }

  /// The disguises of one token.
  public static Disguises of(Token token) {
    String value = token.reveal();
    Set<String> masks = new LinkedHashSet<>(raw(token));
    masks.addAll(base64Parts(value));
    masks.addAll(otherForms(value));
    Set<String> all = new LinkedHashSet<>(masks);
    all.addAll(base64Wholes(value));
    all.addAll(derivedByRunner(value));
    all.add(value.replace("_", "\\_"));
    if (isMask(value)) {
      derivedByRunner(value).stream().filter(form -> !form.equals(value)).forEach(masks::remove);
    }
    masks.removeIf(mask -> !isMask(mask));
    all.addAll(stretches(token));
    all.removeIf(disguise -> disguise.length() < SHORTEST);
    return new Disguises(all, masks);
  }

  /// All of them, the longest first.
  public List<String> all() {
    return all;
  }

  /// Those that the runner must be told, the token itself first.
  ///
  /// Each is one line. What the runner derives from the token by itself is left out, and so are
  /// base64 texts that merely surround one of the others.
  public List<String> maskable() {
    return maskable;
  }

  /// Every stretch that is long enough to tell, for what repeats a token may cut or split it.
  private static List<String> stretches(Token token) {
    String prefix = token.form().prefix();
    List<String> stretches = new ArrayList<>();
    if (!prefix.isEmpty() || token.form() == TokenForm.LEGACY) {
      String secret = token.reveal().substring(prefix.length());
      for (int at = 0; at + TELLING <= secret.length(); at++) {
        String stretch = secret.substring(at, at + TELLING);
        if (isVaried(stretch)) {
          stretches.add(stretch);
        }
      }
    }
    return stretches;
  }

  /// Real tokens are random; twelve zeros may stand anywhere.
  private static boolean isVaried(String stretch) {
    BitSet letters = new BitSet();
    stretch.chars().forEach(letters::set);
    return letters.cardinality() >= TELLING / 2;
  }

  private static List<String> raw(Token token) {
    String value = token.reveal();
    List<String> raw = new ArrayList<>();
    raw.add(value);
    raw.add(token.revealAsGiven().strip());
    for (String text : List.copyOf(raw)) {
      text.lines().map(String::strip).forEach(raw::add);
    }
    raw.addAll(parts(value, token.form().prefix()));
    return raw;
  }

  /// Only of values that look like GitHub's: a word out of another value may be an innocent one.
  private static List<String> parts(String value, String prefix) {
    List<String> segments = List.of(value.split("\\.", -1));
    if (segments.size() == 3 && segments.getFirst().contains("eyJ")) {
      return segments.subList(1, 3);
    }
    return prefix.isEmpty() ? List.of() : List.of(value.substring(value.lastIndexOf('_') + 1));
  }

  /// What stays of the token in a base64 text, whatever stands before or after it.
  private static List<String> base64Parts(String value) {
    List<String> parts = new ArrayList<>();
    for (int before = 0; before < 3; before++) {
      String part = Encodings.base64Within(value, before);
      parts.add(part);
      parts.add(Encodings.urlSafe(part));
    }
    for (String text : List.of(value, "x-access-token:" + value)) {
      String within = Encodings.base64Within(text, 0);
      for (int at = 0; within.length() > BASE64_LINE && at < within.length(); at += BASE64_LINE) {
        parts.add(within.substring(at, Math.min(at + BASE64_LINE, within.length())));
      }
    }
    return parts;
  }

  private static List<String> base64Wholes(String value) {
    List<String> wholes = new ArrayList<>();
    for (String text :
        List.of(
            value,
            value + "\n",
            value + ":",
            ":" + value,
            "x-access-token:" + value,
            "x-oauth-basic:" + value,
            value + ":x-oauth-basic",
            "Bearer " + value,
            "token " + value)) {
      String whole = Encodings.base64(text);
      for (String form : List.of(whole, Encodings.unpadded(whole))) {
        wholes.add(form);
        wholes.add(Encodings.urlSafe(form));
      }
    }
    return wholes;
  }

  private static List<String> otherForms(String value) {
    String hex = Encodings.hex(value);
    return List.of(
        hex,
        hex.toUpperCase(Locale.ROOT),
        Encodings.percent(value),
        Encodings.lowerPercent(Encodings.percent(value)),
        URLEncoder.encode(value, StandardCharsets.UTF_8),
        Encodings.json(value),
        Encodings.json(value).replace("/", "\\/"),
        Encodings.jsonForHtml(value),
        Encodings.xml(value),
        Encodings.html(value));
  }

  /// What the runner hides by itself once the token is masked.
  ///
  /// Source: actions/runner, `ValueEncoders.cs`, v2.336.0.
  private static List<String> derivedByRunner(String value) {
    return List.of(
        Encodings.base64(value),
        Encodings.base64(value.substring(Math.min(1, value.length()))),
        Encodings.base64(value.substring(Math.min(2, value.length()))),
        Encodings.json(value),
        Encodings.percent(value),
        Encodings.xml(value));
  }

  private static boolean isMask(String text) {
    return text.length() >= SHORTEST && text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
  }
}
