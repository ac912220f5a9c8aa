package io.github.tokenpreflight.token;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Made-up tokens of every form, put together at run time so that no scanner takes the sources for
/// a leak.
public final class TestTokens {
  private static final String BODY = "Preflight0".repeat(3);

  private TestTokens() {}

  public static String classic() {
    return checked("ghp_");
  }

  public static String oauth() {
    return checked("gho_");
  }

  public static String appUser() {
    return checked("ghu_");
  }

  public static String installation() {
    return checked("ghs_");
  }

  /// The form `ghs_APPID_JWT`.
  public static String installationJwt() {
    String header = part("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
    String payload = part("{\"iss\":\"preflight-test\",\"exp\":1790000000,\"jti\":\"0123456789\"}");
    String signature = part("no signature at all, only as long as one ".repeat(6));
    return "ghs_" + "1_" + header + "." + payload + "." + signature;
  }

  public static String refresh() {
    return "ghr_" + "Preflight01".repeat(7).substring(0, 76);
  }

  public static String fineGrained() {
    return "github_"
        + "pat_"
        + "11PREFLIGHT".repeat(2)
        + "_"
        + "Preflight01".repeat(6).substring(7);
  }

  /// 40 hexadecimal digits.
  public static String legacy() {
    return "0123abcd".repeat(5);
  }

  /// A value by its description, as the stories of `src/test/cases` give it: the word of a form,
  /// `#2` behind it for another token of that form, and before it what happened to the value:
  /// `quoted`, `padded`, `bearer`, `split` by a line end, or `cut` short. `text WORDS` is just
  /// that.
  public static String named(String description) {
    if (description.startsWith("text ")) {
      return description.substring("text ".length());
    }
    int blank = description.lastIndexOf(' ');
    if (blank > 0) {
      String value = named(description.substring(blank + 1));
      return switch (description.substring(0, blank)) {
        case "quoted" -> "\"" + value + "\"";
        case "padded" -> value + "\n";
        case "bearer" -> "Bearer " + value;
        case "split" -> value.substring(0, 20) + "\n" + value.substring(20);
        case "cut" -> value.substring(0, value.length() - 5);
        default -> throw new IllegalArgumentException(description);
      };
    }
    String[] parts = description.split("#", 2);
    String value =
        switch (parts[0]) {
          case "classic" -> classic();
          case "oauth" -> oauth();
          case "app-user" -> appUser();
          case "installation" -> installation();
          case "installation-jwt" -> installationJwt();
          case "refresh" -> refresh();
          case "fine-grained" -> fineGrained();
          case "legacy" -> legacy();
          default -> throw new IllegalArgumentException(description);
        };
    return parts.length == 1 ? value : another(value, parts[1]);
  }

  private static String another(String value, String number) {
    String prefix = value.substring(0, value.indexOf('_') + 1);
    String body = (number + BODY).substring(0, BODY.length());
    return value.length() == 40
        ? prefix + body + Checksum.of(body)
        : value.substring(0, value.length() - 1) + number;
  }

  /// The boxed form of any of them.
  public static Token boxed(String value) {
    return Token.of(value).orElseThrow();
  }

  private static String checked(String prefix) {
    return prefix + BODY + Checksum.of(BODY);
  }

  private static String part(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
