package io.github.tokenpreflight.redact;

import io.github.tokenpreflight.token.Token;
import io.github.tokenpreflight.token.TokenForm;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Every form in which a token may turn up in a text.
///
/// - Raw: the token, what was given with the token in it, each line of both, the parts that are
///   secret by themselves (what follows the prefix; payload and signature of a JWT), and all that
///   backwards.
/// - Encoded: base64 (both alphabets, padded or not, at any offset inside something longer, broken
///   after 64 or 76 characters), hexadecimal, percent, form, JSON, XML and Markdown; percent and
///   JSON also where every character is escaped.
/// - In part: every stretch of twelve characters of the secret part, in any case, plain, backwards,
///   in base64 and hexadecimal. Of values that look like no token of GitHub's only where they are
///   long and have digits, for else a stretch may be an innocent word.
/// - Nothing shorter than [#SHORTEST]: hiding a short word ruins every text it stands in.
public final class Disguises {
  /// The least number of characters of a disguise.
  static final int SHORTEST = 8;

  /// A lambda of ours, for those of the JDK's comparators are not in the class cache: this is the
  /// first one of every run, and would cost 3 ms.
  static final Comparator<String> LONGEST_FIRST = (a, b) -> b.length() - a.length();

  /// Where the command `base64` breaks its lines, and where PEM does.
  private static final int BASE64_LINE = 76;

  private static final int PEM_LINE = 64;

  /// A value of another form is taken for random from so many characters on, with so many digits.
  private static final int LEAST_RANDOM = 20;

  private static final int LEAST_DIGITS = 3;

  private final List<String> all;
  private final List<String> maskable;
  private final List<String> telling;

  private Disguises(Collection<String> all, Collection<String> maskable, List<String> telling) {
    this.all = all.stream().sorted(LONGEST_FIRST).toList();
    this.maskable = List.copyOf(maskable);
    this.telling = List.copyOf(telling);
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
    all.addAll(neverByAccident(value));
    all.addAll(folded(value, PEM_LINE));
    if (isMask(value)) {
      derivedByRunner(value).stream().filter(form -> !form.equals(value)).forEach(masks::remove);
    }
    masks.removeIf(mask -> !isMask(mask));
    all.removeIf(disguise -> disguise.length() < SHORTEST);
    return new Disguises(all, masks, telling(secretPart(token)));
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

  /// Texts of which every stretch of some length is a disguise, see [Stretches].
  List<String> telling() {
    return telling;
  }

  private static List<String> telling(String secret) {
    if (secret.isEmpty()) {
      return List.of();
    }
    List<String> telling = new ArrayList<>();
    telling.add(secret);
    telling.add(Encodings.reversed(secret));
    telling.add(Encodings.hex(secret));
    for (int before = 0; before < 3; before++) {
      String part = Encodings.base64Within(secret, before);
      telling.add(part);
      telling.add(Encodings.urlSafe(part));
    }
    return telling;
  }

  /// What is random of a token, empty where that is not known: the prefix and the header of a JWT
  /// are the same in many.
  private static String secretPart(Token token) {
    String value = token.reveal();
    if (isJwt(value)) {
      return value.substring(value.indexOf('.') + 1);
    }
    if (token.form() != TokenForm.OTHER) {
      return value.substring(token.form().prefix().length());
    }
    boolean random =
        token.sendable()
            && value.length() >= LEAST_RANDOM
            && value.chars().filter(c -> c >= '0' && c <= '9').count() >= LEAST_DIGITS;
    return random ? value : "";
  }

  private static boolean isJwt(String value) {
    int first = value.indexOf('.');
    return first > 0 && value.lastIndexOf("eyJ", first) >= 0 && value.indexOf('.', first + 1) > 0;
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
    if (isJwt(value)) {
      return List.of(value.substring(value.indexOf('.') + 1).split("\\.", -1));
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
    parts.addAll(folded(value, BASE64_LINE));
    return parts;
  }

  /// The lines of the base64 texts that start with the token or with what Git puts before it.
  private static List<String> folded(String value, int columns) {
    List<String> lines = new ArrayList<>();
    for (String text : List.of(value, "x-access-token:" + value)) {
      String within = Encodings.base64Within(text, 0);
      for (int at = 0; within.length() > columns && at < within.length(); at += columns) {
        lines.add(within.substring(at, Math.min(at + columns, within.length())));
      }
    }
    return lines;
  }

  /// Forms that no runner needs to be told, because no program writes them by accident.
  private static List<String> neverByAccident(String value) {
    String json = Encodings.jsonWhole(value);
    String percent = Encodings.percentWhole(value);
    return List.of(
        value.replace("_", "\\_"),
        Encodings.reversed(value),
        json,
        json.toUpperCase(Locale.ROOT).replace("\\U", "\\u"),
        percent,
        percent.toUpperCase(Locale.ROOT));
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
