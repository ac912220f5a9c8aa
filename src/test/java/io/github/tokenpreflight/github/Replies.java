package io.github.tokenpreflight.github;

import io.github.tokenpreflight.token.Token;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Answers and tokens for tests, built when they are needed.
final class Replies {
  static final Question USER =
      Question.get(URI.create("https://api.github.com/user"), "whose token it is");

  private Replies() {}

  /// Headers as `name: value` lines.
  static ResponseFacts facts(String... headers) {
    return new ResponseFacts(headers(headers));
  }

  static Response reply(int status, String body, String... headers) {
    return reply(USER, status, body, headers);
  }

  static Response reply(Question question, int status, String body, String... headers) {
    return Response.of(question, new Response.Wire(status, headers(headers), body, false));
  }

  /// A JSON body with nothing but a message.
  static Response says(int status, String message, String... headers) {
    return reply(status, "{\"message\": \"" + message.replace("\"", "\\\"") + "\"}", headers);
  }

  static Question git(GitAdvertisement.Service service) {
    URI uri = GitHubHost.GITHUB_COM.gitAdvertisement("acme", "site", service);
    return new Question("GET", uri, "git access", Question.Door.GIT, java.util.Optional.empty());
  }

  static Token token() {
    return Token.of("ghp" + "_" + "Q".repeat(36)).orElseThrow();
  }

  private static HttpHeaders headers(String... lines) {
    Map<String, List<String>> map = new LinkedHashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      map.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return HttpHeaders.of(map, (name, value) -> true);
  }
}
