package io.github.tokenpreflight.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/// A server that sends the token back: in some disguise, in some place of some answer.
///
/// @param disguised the token as it is sent back, with what stands around it
/// @param status of the answer
/// @param place a header's name, or a body with `@` where the token goes
record Echo(String disguised, int status, String place) {
  /// How programs write a secret.
  static final List<UnaryOperator<String>> DISGUISES =
      List.of(
          token -> token,
          token -> base64(token),
          token -> base64("x-access-token:" + token),
          token -> base64("Bearer " + token).replaceAll("=+$", ""),
          token -> Base64.getUrlEncoder().encodeToString(token.getBytes(UTF_8)),
          token ->
              Base64.getMimeEncoder(64, new byte[] {' '}).encodeToString(token.getBytes(UTF_8)),
          token -> HexFormat.of().formatHex(token.getBytes(UTF_8)),
          token -> HexFormat.of().withUpperCase().formatHex(token.getBytes(UTF_8)),
          token -> URLEncoder.encode("/" + token, UTF_8),
          Echo::unicode,
          token -> new StringBuilder(token).reverse().toString(),
          token -> token.toUpperCase(Locale.ROOT),
          token -> "https://x:" + token + "@github.com/acme/site",
          token -> token.substring(0, token.length() - 4),
          token -> token.substring(token.length() / 2));

  private static final List<Integer> STATUSES =
      List.of(200, 204, 302, 400, 401, 403, 404, 422, 429, 451, 500, 503);

  private static final List<String> PLACES =
      List.of(
          "{\"message\":\"@\"}",
          "{\"message\":\"Permission to acme/site.git denied to @.\"}",
          "{\"message\":\"The '@' organization forbids access via a fine-grained personal access tokens\"}",
          "{\"login\":\"@\",\"type\":\"User\"}",
          "{\"resources\":{\"@\":{\"limit\":1,\"remaining\":1,\"reset\":1}}}",
          "{\"errors\":[{\"type\":\"@\",\"message\":\"@\"}]}",
          "<html>@",
          "@",
          "Location",
          "X-OAuth-Scopes",
          "X-Accepted-OAuth-Scopes",
          "X-Accepted-GitHub-Permissions",
          "X-GitHub-SSO",
          "X-GitHub-Request-Id",
          "X-RateLimit-Resource",
          "GitHub-Authentication-Token-Expiration",
          "Content-Type",
          "Retry-After",
          "Date",
          "Server");

  static Echo any(String token, RandomGenerator random) {
    String disguised = pick(DISGUISES, random).apply(token);
    String before = "x ".repeat(random.nextInt(3) == 0 ? random.nextInt(400) : random.nextInt(3));
    return new Echo(before + disguised + " after", pick(STATUSES, random), pick(PLACES, random));
  }

  Wire.Manners manners() {
    return place.contains("@")
        ? Replies.answer(status, place.replace("@", disguised))
        : Replies.answer(status, status < 300 ? Replies.LIMITS : "{}", place + ": " + disguised);
  }

  private static <T> T pick(List<T> list, RandomGenerator random) {
    return list.get(random.nextInt(list.size()));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static String unicode(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(c -> escaped.append("\\u").append(HexFormat.of().toHexDigits((char) c)));
    return escaped.toString();
  }
}
