package io.github.tokenpreflight.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.tokenpreflight.cli.Cli;
import io.github.tokenpreflight.cli.ExitCode;
import io.github.tokenpreflight.cli.Io;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Report;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.render.ConsoleRenderer;
import io.github.tokenpreflight.render.ConsoleStyle;
import io.github.tokenpreflight.render.Guide;
import io.github.tokenpreflight.render.Outputs;
import io.github.tokenpreflight.render.Tool;
import io.github.tokenpreflight.requirements.Reading;
import io.github.tokenpreflight.requirements.RequirementsReader;
import io.github.tokenpreflight.runner.Input;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the documentation says is what the program does.
final class DocsTest {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Tool TOOL = new Tool("test", "0", URI.create("https://example.com"));
  private static final Pattern OURS = Pattern.compile("\\./|OWNER/token-preflight@.+");
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)(?:#[^)]*)?\\)");
  private static final Pattern MADE =
      Pattern.compile("<!-- demo: (\\d) -->\n```text\n(.*?)\n```", Pattern.DOTALL);

  @Test
  void theActionDeclaresTheInputsThatTheProgramReads() throws IOException {
    Map<String, String> inputs = new LinkedHashMap<>();
    for (Input input : Input.values()) {
      inputs.put(input.word(), input.description());
    }

    assertEquals(
        lines(inputs),
        lines(descriptions("inputs")),
        "runner/Input says what action.yml and the README have to say of each input");
  }

  @Test
  void theActionDeclaresTheOutputsThatTheProgramWrites() throws IOException {
    Report nothing = new Report("", Instant.EPOCH, List.of(), List.of());

    assertEquals(
        List.copyOf(Outputs.of(nothing, TOOL).keySet()),
        List.copyOf(descriptions("outputs").keySet()),
        "action.yml declares under `outputs` what render/Outputs writes, in that order");
  }

  @Test
  void theReadmeTellsInputsAndOutputsAsTheActionDoes() throws IOException {
    for (String kind : List.of("Inputs", "Outputs")) {
      assertEquals(
          lines(descriptions(kind.toLowerCase(Locale.ROOT))),
          lines(Pages.table(readme(), "## " + kind)),
          "copy the descriptions of action.yml into the table of README.md under ## " + kind);
    }
  }

  @Test
  void theReadmeTellsEveryExitCode() throws IOException {
    List<String> numbers =
        Arrays.stream(ExitCode.values()).map(code -> Integer.toString(code.number())).toList();

    assertEquals(
        numbers,
        List.copyOf(Pages.table(readme(), "## Exit codes").keySet()),
        "the table of README.md under ## Exit codes has one row for each of cli/ExitCode");
  }

  @Test
  void theReadmeShowsWhatTheDemoPrints() throws IOException {
    String demo = demo();
    Matcher shown = MADE.matcher(readme());

    assertTrue(shown.find(), "README.md shows a `text` block behind `<!-- demo: NUMBER -->`");
    do {
      int from = demo.indexOf("──── " + shown.group(1) + ".");
      int to = demo.indexOf("────", from + 5);
      String section = demo.substring(from, to < 0 ? demo.length() : to).stripTrailing();
      String told = section.substring(Math.max(0, section.length() - shown.group(2).length()));
      assertEquals(
          told,
          shown.group(2),
          "copy what `./token-preflight demo` prints into the block of README.md behind <!-- demo: "
              + shown.group(1)
              + " -->");
    } while (shown.find());
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void theFilesOnARulesPageAreWhatTheyAreSaidToBe(Rule rule) throws IOException {
    for (Pages.Block block : Pages.blocks(page(rule))) {
      switch (block.info()) {
        case "yaml" -> {
          if (block.text().startsWith("version:")) {
            assertValid(rule.docs(), block.text());
          }
        }
        case "yaml invalid" ->
            assertTrue(
                errors(block.text()).stream().anyMatch(error -> error.rule() == rule),
                rule.docs()
                    + " shows a `yaml invalid` file in which the program finds no "
                    + rule.id()
                    + ": mend the file, or make the block plain `yaml`");
        case "text" ->
            assertTrue(
                block.text().matches("(?s)(?:error|warning|note)\\[" + rule.id() + "]: .*"),
                rule.docs()
                    + ": a `text` block starts with `error["
                    + rule.id()
                    + "]: `, `warning[...]` or `note[...]`");
        default -> {}
      }
    }
  }

  /// An invalid file is read by the program itself; of any other there is a story with the same
  /// file.
  @ParameterizedTest
  @EnumSource(Rule.class)
  void theFindingOnARulesPageIsWhatTheProgramSays(Rule rule) throws IOException {
    String invalid = "";
    String declared = "";
    for (Pages.Block block : Pages.blocks(page(rule))) {
      switch (block.info()) {
        case "yaml invalid" -> invalid = block.text();
        case "yaml" -> declared = block.text().startsWith("version:") ? block.text() : "";
        case "text" ->
            assertTrue(
                invalid.isEmpty() ? isTold(block.text(), declared) : isSaid(block.text(), invalid),
                rule.docs() + where(invalid, declared) + block.text());
        default -> {}
      }
    }
  }

  private static String page(Rule rule) throws IOException {
    Path page = Path.of(rule.docs());

    assertTrue(Files.exists(page), page + " is missing: write it, built like the others");
    return Files.readString(page);
  }

  /// Where a finding on a page has to come from.
  private static String where(String invalid, String declared) {
    return " shows a finding that the program does not print. Copy it, byte for byte, from "
        + (!invalid.isEmpty()
            ? "what `./token-preflight validate` says of the `yaml invalid` block above it:\n"
            : "the expected/console.txt of a story in src/test/cases"
                + (declared.isEmpty()
                    ? ":\n"
                    : " whose requirements.yml is the `yaml` block above it, byte for byte:\n"));
  }

  @Test
  void aFindingThatNobodySeesIsFound() throws IOException {
    String invalid = "version: 1\ntokens: { A: { skopes: [repo] } }\n";

    assertTrue(isSaid("error[unknown-key]: the key `skopes` has no meaning here\n", invalid));
    assertFalse(isSaid("error[unknown-key]: the key `skopes` is bad\n", invalid));
    assertFalse(isTold("error[missing-scope]: no such luck\n", ""));
  }

  private static boolean isSaid(String text, String invalid) {
    Reading reading = RequirementsReader.readInline(".github/token-requirements.yml", invalid);
    Report report = new Report("", Instant.EPOCH, List.of(), ((Reading.Invalid) reading).errors());
    ConsoleStyle plain = new ConsoleStyle(false, false, false, Guide.COMMAND, 0);

    return new ConsoleRenderer(plain).rendered(report).contains(text);
  }

  private static boolean isTold(String text, String requirements) throws IOException {
    for (Path console : Pages.files(Path.of("src/test/cases"), "expected/console.txt")) {
      Path story = console.getParent().getParent().resolve("requirements.yml");
      boolean same =
          requirements.isEmpty()
              || Files.exists(story) && Files.readString(story).equals(requirements);
      if (same && shown(Files.readString(console)).contains(text)) {
        return true;
      }
    }
    return false;
  }

  /// What a story would say on github.com, in a job.
  private static String shown(String console) {
    return console
        .replace("http://127.0.0.1:PORT/settings", "https://github.com/settings")
        .replaceAll("http://127.0.0.1:PORT(/\\S+[.]git/)", "https://github.com$1")
        .replace("http://127.0.0.1:PORT", "https://api.github.com")
        .replace("127.0.0.1", "api.github.com")
        .replace("$WORKSPACE", "/github/workspace");
  }

  @Test
  void anInvalidFileOnAPageIsFound() {
    assertFalse(errors("version: 1\ntokens: { A: { skopes: [repo] } }\n").isEmpty());
    assertTrue(errors("version: 1\ntokens: { A: { scopes: [repo] } }\n").isEmpty());
  }

  @Test
  void everyRequirementsFileThatWeShowIsValid() throws IOException {
    for (Path file : Pages.files(Path.of("examples"), ".yml", ".yaml", ".json")) {
      if (file.getFileName().toString().startsWith("token-requirements.")) {
        assertValid(file.toString(), Files.readString(file));
      }
    }
    assertValid("ours", Files.readString(Path.of(".github/token-requirements.yml")));
    for (Path page : pages()) {
      for (Pages.Block block : Pages.blocks(Files.readString(page))) {
        if (block.info().equals("yaml") && block.text().startsWith("version:")) {
          assertValid(page.toString(), block.text());
        }
      }
    }
  }

  @Test
  void everyStepOfOursUsesInputsThatThereAre() throws IOException {
    List<String> wrong = new ArrayList<>();
    int steps = 0;
    for (Path file : Pages.files(Path.of("examples"), ".yml")) {
      steps += check(file.toString(), YAML.readTree(Files.readString(file)), wrong);
    }
    for (Path file : Pages.files(Path.of(".github/workflows"), ".yml")) {
      steps += check(file.toString(), YAML.readTree(Files.readString(file)), wrong);
    }
    for (Path page : pages()) {
      for (Pages.Block block : Pages.blocks(Files.readString(page))) {
        if (block.info().equals("yaml") && block.text().contains("uses:")) {
          steps += check(page.toString(), YAML.readTree(block.text()), wrong);
        }
      }
    }

    assertEquals(
        List.of(), wrong, "mend the step, or declare the input in runner/Input and action.yml");
    assertTrue(
        steps >= 8,
        "DocsTest.OURS found only " + steps + " steps of ours in all docs and examples");
  }

  @Test
  void aStepWithAnInputThatThereIsNotIsFound() throws IOException {
    List<String> wrong = new ArrayList<>();
    String workflow =
        """
        jobs:
          preflight:
            steps:
              - uses: OWNER/token-preflight@v1
                with: { on-absnt: skip, inline-requirements: "version: 2" }
        """;

    assertEquals(1, check("planted", YAML.readTree(workflow), wrong));
    assertEquals(
        List.of("planted uses the input on-absnt", "planted has invalid inline-requirements"),
        wrong);
  }

  @Test
  void everyLinkToAFileLeadsToOne() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      Path folder = page.toAbsolutePath().getParent();
      LINK.matcher(Files.readString(page))
          .results()
          .map(link -> link.group(1))
          .filter(link -> !Files.exists(folder.resolve(link)))
          .forEach(link -> broken.add(page + " -> " + link));
    }

    assertEquals(
        List.of(),
        broken,
        "no file is there: mend the link of the page named first, or add the file");
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(Pages.files(Path.of("docs"), ".md"));
    pages.addAll(Pages.files(Path.of("examples"), ".md"));
    for (String name : List.of("README", "ARCHITECTURE", "CONTRIBUTING", "SECURITY", "CHANGELOG")) {
      pages.add(Path.of(name + ".md"));
    }
    return pages;
  }

  /// Checks the steps of ours anywhere in a workflow, and says how many there are.
  private static int check(String where, JsonNode node, List<String> wrong) {
    int steps = 0;
    for (JsonNode step : node.findParents("uses")) {
      if (OURS.matcher(step.path("uses").asText()).matches()) {
        steps++;
        step.path("with")
            .fieldNames()
            .forEachRemaining(name -> {
              if (!Input.words().contains(name)) {
                wrong.add(where + " uses the input " + name);
              }
            });
        JsonNode inline = step.path("with").path("inline-requirements");
        if (inline.isTextual() && !errors(inline.asText()).isEmpty()) {
          wrong.add(where + " has invalid inline-requirements");
        }
      }
    }
    return steps;
  }

  private static void assertValid(String where, String text) {
    Reading reading = RequirementsReader.readInline(where, text);

    assertInstanceOf(
        Reading.Read.class,
        reading,
        () -> where + " shows a requirements file that is not valid, mend it: " + reading);
  }

  private static List<Finding> errors(String text) {
    return RequirementsReader.readInline("shown.yml", text) instanceof Reading.Invalid invalid
        ? invalid.errors()
        : List.of();
  }

  private static Map<String, String> descriptions(String key) throws IOException {
    JsonNode action = YAML.readTree(Files.readString(Path.of("action.yml")));
    Map<String, String> descriptions = new LinkedHashMap<>();
    action
        .path(key)
        .properties()
        .forEach(entry ->
            descriptions.put(entry.getKey(), entry.getValue().path("description").asText()));
    return descriptions;
  }

  private static String lines(Map<String, String> rows) {
    StringBuilder out = new StringBuilder();
    rows.forEach((name, text) -> out.append(name).append(": ").append(text).append('\n'));
    return out.toString();
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }

  private static String demo() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    Io io =
        new Io(
            Map.of(),
            InputStream.nullInputStream(),
            stream,
            stream,
            Path.of("").toAbsolutePath(),
            InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z")),
            _ -> {},
            new Random(1),
            false);

    assertEquals(ExitCode.DONE, new Cli(io).run("demo"));
    return out.toString(StandardCharsets.UTF_8);
  }
}
