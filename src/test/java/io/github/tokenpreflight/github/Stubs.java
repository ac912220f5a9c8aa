package io.github.tokenpreflight.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

/// Answers that look as if GitHub gave them.
final class Stubs {
  private Stubs() {}

  static ResponseDefinitionBuilder github(int status) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json; charset=utf-8")
        .withHeader("X-GitHub-Request-Id", "1:2:3");
  }

  static ResponseDefinitionBuilder says(int status, String message) {
    return github(status).withBody("{\"message\": \"" + message + "\"}");
  }
}
