package io.github.tokenpreflight.cases;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The JSON reports that a story ends with: a file, the output of the step, or the output stream.
///
/// Every one of them is held against the published schema. What is written down of the output of
/// the step is the whole report only in the stories about reports, and in all others the verdict of
/// each rule, so that a change of the report does not change two hundred files.
final class Reports {
  private static final Path SCHEMA = Path.of("docs/schema/report.schema.json");
  private static final Path AUDIT_SCHEMA = Path.of("docs/schema/audit.schema.json");
  private static final Pattern VERDICT =
      Pattern.compile("\"rule\":\"[a-z-]+\",\"verdict\":\"[a-z-]+\"|\"result\":\"[a-z]+\"");

  private final JsonSchema schema;
  private final JsonSchema auditSchema;

  private Reports(JsonSchema schema, JsonSchema auditSchema) {
    this.schema = schema;
    this.auditSchema = auditSchema;
  }

  static Reports bySchema() throws IOException {
    return new Reports(schema(SCHEMA), schema(AUDIT_SCHEMA));
  }

  private static JsonSchema schema(Path file) throws IOException {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Files.readString(file));
  }

  /// What the schema says against the reports among the texts.
  List<String> complaints(Map<String, String> said) {
    Stream<String> files =
        Stream.of("report.json", "console.txt")
            .flatMap(name -> Optional.ofNullable(said.get(name)).stream())
            .filter(text -> text.startsWith("{"));
    Stream<String> output = said.getOrDefault("output", "").lines().filter(Reports::isReport);
    return Stream.concat(files, output)
        .flatMap(report -> schemaOf(report).validate(report, InputFormat.JSON).stream())
        .map(ValidationMessage::toString)
        .toList();
  }

  private JsonSchema schemaOf(String report) {
    return report.contains("\"repositories\":[") ? auditSchema : schema;
  }

  /// The outputs of a step, with the verdict of each rule in place of the report.
  static String inBrief(String output) {
    return output
        .lines()
        .map(line -> isReport(line) ? verdicts(line) : line)
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static boolean isReport(String line) {
    return line.startsWith("{");
  }

  private static String verdicts(String report) {
    return VERDICT
        .matcher(report)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.joining("\n"));
  }
}
