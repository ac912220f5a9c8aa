package io.github.tokenpreflight.github;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/// The one way from a body to a JSON tree.
///
/// - Errors: a body that is cut, no JSON, or has anything behind its end is absent, never guessed.
/// - The tree is made of the parser's tokens here, because the mapper that would do it brings
///   hundreds of classes along, which every run would pay for.
final class Json {
  private static final JsonFactory PARSERS = new JsonFactory();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Json() {}

  /// The whole body as a tree.
  static Optional<JsonNode> tree(Response response) {
    return response.truncated() ? Optional.empty() : tree(response.body());
  }

  static Optional<JsonNode> tree(String text) {
    try (JsonParser parser = PARSERS.createParser(text)) {
      if (parser.nextToken() == null) {
        return Optional.empty();
      }
      JsonNode whole = node(parser);
      return parser.nextToken() == null ? Optional.of(whole) : Optional.empty();
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  /// The value that starts with the current token. The parser refuses what is nested too deep.
  private static JsonNode node(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> NODES.textNode(parser.getText());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NUMBER_INT ->
          parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? NODES.numberNode(parser.getBigIntegerValue())
              : NODES.numberNode(parser.getLongValue());
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
      default -> NODES.nullNode();
    };
  }

  private static JsonNode object(JsonParser parser) throws IOException {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      object.set(name, node(parser));
    }
    return object;
  }

  private static JsonNode array(JsonParser parser) throws IOException {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(node(parser));
    }
    return array;
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
