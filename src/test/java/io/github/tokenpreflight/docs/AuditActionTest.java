package io.github.tokenpreflight.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The action of the audit has the words of the command, and runs the image of the action beside
/// it.
final class AuditActionTest {
  private static final Pattern OPTION = Pattern.compile("names = \"--([a-z-]+)\"");

  /// Options that make no sense in a job.
  private static final Set<String> OF_THE_COMMAND_LINE = Set.of("plan", "token-stdin");

  @Test
  void theActionHasTheWordsOfTheCommand() throws IOException {
    Set<String> options =
        OPTION
            .matcher(
                Files.readString(
                    Path.of("src/main/java/io/github/tokenpreflight/cli/AuditWords.java")))
            .results()
            .map(match -> match.group(1))
            .filter(name -> !OF_THE_COMMAND_LINE.contains(name))
            .collect(Collectors.toCollection(TreeSet::new));
    // On the command line it is a word of its own.
    options.add("merge");
    Set<String> inputs = new TreeSet<>();
    action("audit/action.yml").path("inputs").fieldNames().forEachRemaining(inputs::add);

    assertEquals(options, inputs);
  }

  @Test
  void itStartsTheSameProgramWithTheWordAudit() throws IOException {
    JsonNode check = action("action.yml").path("runs");
    JsonNode audit = action("audit/action.yml").path("runs");

    assertEquals(check.path("entrypoint"), audit.path("entrypoint"));
    assertEquals(
        check.path("args").toString().replace("]", ",\"audit\"]"), audit.path("args").toString());
    assertTrue(Files.exists(Path.of("audit").resolve(audit.path("image").asText())));
  }

  private static JsonNode action(String path) throws IOException {
    return new YAMLMapper().readTree(Files.readString(Path.of(path)));
  }
}
