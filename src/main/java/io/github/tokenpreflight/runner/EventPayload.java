package io.github.tokenpreflight.runner;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The few facts that we read of the event that started the workflow, by their dotted path.
final class EventPayload {
  static final String VISIBILITY = "repository.visibility";
  static final String PRIVATE = "repository.private";
  static final String HEAD = "pull_request.head.repo.full_name";
  static final String BASE = "pull_request.base.repo.full_name";

  /// Set, to the text `null`, when the repository of the head has been deleted.
  static final String NO_HEAD = "pull_request.head.repo";

  private static final Set<String> WANTED = Set.of(VISIBILITY, PRIVATE, HEAD, BASE, NO_HEAD);

  private EventPayload() {}

  /// Walks the text once; nothing at all is known of a text that is not well-formed.
  static Map<String, String> facts(String json) {
    Map<String, String> facts = new HashMap<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        readObject(parser, "", facts);
      }
      return parser.nextToken() == null ? facts : Map.of();
    } catch (IOException _) {
      return Map.of();
    }
  }

  private static void readObject(JsonParser parser, String path, Map<String, String> facts)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = path + parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_OBJECT && isOnTheWay(name + ".")) {
        readObject(parser, name + ".", facts);
      } else if (value.isScalarValue() && WANTED.contains(name)) {
        facts.put(name, parser.getText());
      } else {
        parser.skipChildren();
      }
    }
  }

  private static boolean isOnTheWay(String prefix) {
    return WANTED.stream().anyMatch(wanted -> wanted.startsWith(prefix));
  }
}
