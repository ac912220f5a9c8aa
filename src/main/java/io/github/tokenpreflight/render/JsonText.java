package io.github.tokenpreflight.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// JSON as text, on one line or for people, with the same bytes on every system.
final class JsonText {
  /// `"key": value`, and nothing between the brackets of an empty list.
  private static final Separators SEPARATORS =
      Separators.createDefaultInstance()
          .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
          .withArrayEmptySeparator("")
          .withObjectEmptySeparator("");

  private JsonText() {}

  /// Writes one value.
  interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  static String pretty(Body body) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(SEPARATORS)
            .withObjectIndenter(indenter)
            .withArrayIndenter(indenter);
    return text(body, printer);
  }

  static String compact(Body body) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      body.write(json);
    } catch (IOException failure) {
      throw new UncheckedIOException("a text in memory cannot fail", failure);
    }
    return text.toString();
  }

  private static String text(Body body, DefaultPrettyPrinter printer) {
    return compact(json -> {
      json.setPrettyPrinter(printer);
      body.write(json);
    })
        + "\n";
  }

  /// A text, or `null` when there is none.
  static void text(JsonGenerator json, String name, Optional<String> value) throws IOException {
    json.writeFieldName(name);
    if (value.isPresent()) {
      json.writeString(value.get());
    } else {
      json.writeNull();
    }
  }

  static void texts(JsonGenerator json, String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  /// ISO 8601 in UTC to the second.
  static String instant(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
