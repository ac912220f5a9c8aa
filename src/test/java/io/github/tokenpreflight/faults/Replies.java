package io.github.tokenpreflight.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/// Answers as GitHub gives them, to be damaged.
final class Replies {
  static final String LIMITS =
      "{\"resources\":{\"core\":{\"limit\":5000,\"used\":1,\"remaining\":4999,\"reset\":1795000000}}}";

  private Replies() {}

  /// GitHub accepts a classic token with the scope `repo`.
  static Wire.Manners fine(String... more) {
    return answer(200, LIMITS, more);
  }

  static Wire.Manners refusal(int status, String sentence, String... more) {
    return answer(status, "{\"message\":\"" + sentence + "\"}", more);
  }

  static Wire.Manners answer(int status, String body, String... more) {
    return answer(status, body.getBytes(UTF_8), more);
  }

  static Wire.Manners answer(int status, byte[] body, String... more) {
    return wire -> {
      wire.head(status, headers(body.length, more));
      if (body.length > 0) {
        wire.body(body);
      }
      wire.end();
    };
  }

  /// The usual headers; a further one of the same name takes the place of the usual one.
  static List<String> headers(int length, String... more) {
    List<String> headers = new ArrayList<>();
    for (String usual :
        List.of(
            "Server: github.com",
            "X-GitHub-Request-Id: 0AB1:2C3D",
            "Content-Type: application/json; charset=utf-8",
            "X-OAuth-Scopes: repo",
            "Content-Length: " + length)) {
      String name = usual.substring(0, usual.indexOf(':') + 1);
      if (List.of(more).stream()
          .noneMatch(header -> header.regionMatches(true, 0, name, 0, name.length()))) {
        headers.add(usual);
      }
    }
    headers.addAll(List.of(more));
    return headers;
  }
}
