package io.github.tokenpreflight.requirements;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// The pieces that the schema is made of.
final class SchemaParts {
  private static final String CONTROL =
      "\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069";
  private static final String PRESENTABLE = "^[^" + CONTROL + "]*[^ " + CONTROL + "][ \\t\\r\\n]*$";

  private SchemaParts() {}

  /// A text, or a word that YAML takes for a number or a truth value.
  static ObjectNode text(String description, int most) {
    ObjectNode text = described(object(), description);
    text.putArray("type").add("string").add("number").add("boolean");
    return text.put("maxLength", most).put("pattern", PRESENTABLE);
  }

  static ObjectNode patterned(String description, String pattern) {
    return described(object(), description).put("type", "string").put("pattern", pattern);
  }

  static ObjectNode effect(String description, List<String> words, String usual) {
    return described(words(words), description).put("default", usual);
  }

  static ObjectNode words(List<String> words) {
    ObjectNode all = object();
    words.forEach(all.putArray("enum")::add);
    return all;
  }

  /// A list of words that stand in it once, or a single one of them.
  static ObjectNode oneOrMany(String description, ObjectNode item, int least) {
    ObjectNode all = list(description, item);
    ObjectNode list = (ObjectNode) all.withArray("anyOf").get(1);
    list.put("uniqueItems", true);
    if (least > 0) {
      list.put("minItems", least);
    }
    return all;
  }

  static ObjectNode list(String description, ObjectNode item) {
    ObjectNode all = described(object(), description);
    ArrayNode forms = all.putArray("anyOf").add(item);
    forms.addObject().put("type", "array").set("items", item.deepCopy());
    return all;
  }

  static ObjectNode closed(ObjectNode object) {
    return object.put("additionalProperties", false);
  }

  static ObjectNode described(ObjectNode object, String description) {
    return object.put("description", description);
  }

  static ObjectNode reference(String name) {
    return object().put("$ref", "#/$defs/" + name);
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
