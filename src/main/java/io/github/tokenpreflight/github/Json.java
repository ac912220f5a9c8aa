package io.github.tokenpreflight.github;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/// The one way from a body to a JSON tree.
///
/// - Errors: a body that is cut, no JSON, or has anything behind its end is absent, never guessed.
final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private Json() {}

  /// The whole body as a tree.
  static Optional<JsonNode> tree(Response response) {
    return response.truncated() ? Optional.empty() : tree(response.body());
  }

  static Optional<JsonNode> tree(String text) {
    try {
      return Optional.ofNullable(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  /// A field that holds text.
  static Optional<String> text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
  }

  /// A field that holds a whole number from 0 up.
  static Optional<Long> count(JsonNode node, String field) {
    JsonNode value = node.path(field);
    boolean whole = value.isIntegralNumber() && value.canConvertToLong();
    return whole && value.longValue() >= 0 ? Optional.of(value.longValue()) : Optional.empty();
  }

  /// A field that holds `true` or `false`.
  static Optional<Boolean> flag(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isBoolean() ? Optional.of(value.booleanValue()) : Optional.empty();
  }
}
