package io.github.tokenpreflight.requirements;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tokenpreflight.tree.Node;
import io.github.tokenpreflight.tree.Node.Mapping;
import io.github.tokenpreflight.tree.Node.Scalar;
import io.github.tokenpreflight.tree.Node.Sequence;
import io.github.tokenpreflight.tree.Node.Style;
import java.math.BigDecimal;
import java.math.BigInteger;

/// Gives a tree the types that an editor gives it before it applies a JSON Schema.
///
/// Source: YAML 1.2.2, section 10.3, "Core schema".
final class CoreSchema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private CoreSchema() {}

  static JsonNode typed(Node node) {
    return switch (node) {
      case Scalar scalar when scalar.style() != Style.PLAIN -> JSON.textNode(scalar.text());
      case Scalar scalar -> plain(scalar);
      case Sequence sequence -> {
        ArrayNode array = JSON.arrayNode();
        sequence.items().forEach(item -> array.add(typed(item)));
        yield array;
      }
      case Mapping mapping -> {
        ObjectNode object = JSON.objectNode();
        mapping.entries().forEach(entry -> object.set(entry.key().text(), typed(entry.value())));
        yield object;
      }
    };
  }

  private static JsonNode plain(Scalar scalar) {
    String text = scalar.text();
    if (scalar.isNothing()) {
      return JSON.nullNode();
    }
    if (text.matches("true|True|TRUE|false|False|FALSE")) {
      return JSON.booleanNode(text.equalsIgnoreCase("true"));
    }
    if (text.matches("[-+]?[0-9]+")) {
      return JSON.numberNode(new BigInteger(text));
    }
    if (text.matches("0o[0-7]+")) {
      return JSON.numberNode(new BigInteger(text.substring(2), 8));
    }
    if (text.matches("0x[0-9a-fA-F]+")) {
      return JSON.numberNode(new BigInteger(text.substring(2), 16));
    }
    if (text.matches("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,4})?")) {
      return JSON.numberNode(new BigDecimal(text));
    }
    return JSON.textNode(text);
  }
}
