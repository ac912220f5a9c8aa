package io.github.tokenpreflight.catalogue.tool;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;

/// The text of `permissions.json`: one line for each permission and endpoint, so that a change of
/// the data reads as a change of lines.
final class CollectedFile {
  private static final ObjectWriter LINES = new ObjectMapper().writer();
  private static final ObjectWriter BLOCK =
      new ObjectMapper()
          .writer(
              new DefaultPrettyPrinter()
                  .withObjectIndenter(new DefaultIndenter(" ", "\n"))
                  .withArrayIndenter(new DefaultIndenter(" ", "\n")));

  private CollectedFile() {}

  static String text(JsonNode collected) throws IOException {
    return "{\"meta\": "
        + BLOCK.writeValueAsString(collected.path("meta"))
        + ",\n\"permissions\": {\n"
        + lines(collected.path("permissions"))
        + "},\n\"endpoints\": {\n"
        + lines(collected.path("endpoints"))
        + "}}\n";
  }

  private static String lines(JsonNode node) throws IOException {
    StringBuilder text = new StringBuilder();
    for (var entry : node.properties()) {
      text.append(text.isEmpty() ? "" : ",\n");
      text.append('"').append(entry.getKey()).append("\": ");
      text.append(LINES.writeValueAsString(entry.getValue()));
    }
    return text.append('\n').toString();
  }
}
