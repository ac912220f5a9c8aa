package io.github.tokenpreflight.world;

import java.util.LinkedHashMap;
import java.util.Map;

/// What the stand-in answers.
///
/// @param message of the body, empty for none
record Reply(int status, Map<String, String> headers, String body, String message) {
  static Reply json(String body) {
    return new Reply(200, Map.of(), body, "");
  }

  static Reply git(String service, String body) {
    Map<String, String> type =
        Map.of("Content-Type", "application/x-" + service + "-advertisement");
    return new Reply(200, type, body, "");
  }

  static Reply refused(int status, String message) {
    String quoted = message.replace("\\", "\\\\").replace("\"", "\\\"");
    String body = "{\"message\":\"" + quoted + "\",\"status\":\"" + status + "\"}";
    return new Reply(status, Map.of(), body, message);
  }

  static Reply gitRefused(int status, String message) {
    return new Reply(status, Map.of("Content-Type", "text/plain"), message, message);
  }

  static Reply notFound() {
    return refused(404, "Not Found");
  }

  Reply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.putIfAbsent(name, value);
    return new Reply(status, more, body, message);
  }
}
