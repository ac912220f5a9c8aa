package io.github.tokenpreflight.github;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A GraphQL document that only asks, and the values of its variables.
///
/// A document with a mutation or a subscription cannot be built. Values never become part of the
/// document: they travel beside it, so that no name of a repository can change what is asked.
public final class GraphQlQuery {
  private final String document;
  private final Map<String, Object> variables;

  private GraphQlQuery(String document, Map<String, Object> variables) {
    this.document = document;
    this.variables = variables;
  }

  /// A document of queries and fragments.
  ///
  /// @param variables texts, whole numbers and truth values
  /// @throws IllegalArgumentException for anything else, which is a programming error
  public static GraphQlQuery of(String document, Map<String, Object> variables) {
    int depth = 0;
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < document.length(); i++) {
      char c = document.charAt(i);
      if (c == '"' || c == '#') {
        throw new IllegalArgumentException("a document of ours holds no text and no comment");
      }
      if (depth == 0 && Character.isLetter(c)) {
        word.append(c);
      } else {
        allowed(word);
      }
      depth += c == '{' || c == '(' ? 1 : c == '}' || c == ')' ? -1 : 0;
    }
    allowed(word);
    if (depth != 0 || !document.strip().startsWith("query")) {
      throw new IllegalArgumentException("a document starts with a query and closes what it opens");
    }
    return new GraphQlQuery(document, Collections.unmodifiableMap(new LinkedHashMap<>(variables)));
  }

  private static void allowed(StringBuilder word) {
    String text = word.toString();
    if (text.equals("mutation") || text.equals("subscription")) {
      throw new IllegalArgumentException("a " + text + " is never sent");
    }
    word.setLength(0);
  }

  /// The body of the request.
  String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("query", document);
      json.writeObjectFieldStart("variables");
      for (Map.Entry<String, Object> variable : variables.entrySet()) {
        json.writeFieldName(variable.getKey());
        switch (variable.getValue()) {
          case String value -> json.writeString(value);
          case Integer value -> json.writeNumber(value);
          case Boolean value -> json.writeBoolean(value);
          default -> throw new IllegalArgumentException("no value: " + variable);
        }
      }
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException failure) {
      throw new UncheckedIOException("a text in memory cannot fail", failure);
    }
    return text.toString();
  }
}
