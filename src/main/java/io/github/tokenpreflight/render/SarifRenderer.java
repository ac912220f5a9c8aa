package io.github.tokenpreflight.render;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Report;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.source.Span;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Errors and warnings as SARIF 2.1.0 for code scanning. Always discreet: the file is uploaded.
///
/// What has no place of its own is put on the first line of the requirements file, because code
/// scanning drops results without a place.
public final class SarifRenderer implements Renderer {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /// The only key that code scanning looks at.
  private static final String FINGERPRINT = "primaryLocationLineHash";

  private static final Span TOP = new Span(1, 1, 1);

  private final Tool tool;

  public SarifRenderer(Tool tool) {
    this.tool = tool;
  }

  @Override
  public String rendered(Report report) {
    return JsonText.pretty(json -> write(json, report, Told.inOrder(report)));
  }

  private void write(JsonGenerator json, Report report, List<Told> told) throws IOException {
    List<Rule> rules = told.stream().map(it -> it.finding().rule()).distinct().sorted().toList();
    json.writeStartObject();
    json.writeStringField("$schema", SCHEMA);
    json.writeStringField("version", "2.1.0");
    json.writeArrayFieldStart("runs");
    json.writeStartObject();
    writeTool(json, rules);
    json.writeStringField("columnKind", "utf16CodeUnits");
    json.writeArrayFieldStart("results");
    Map<String, Integer> sameBefore = new HashMap<>();
    for (Told one : told) {
      int number = sameBefore.merge(identity(one), 1, Integer::sum);
      writeResult(json, one, rules.indexOf(one.finding().rule()));
      writePlace(json, one.finding(), report);
      json.writeObjectFieldStart("partialFingerprints");
      json.writeStringField(FINGERPRINT, hash(identity(one)) + ":" + number);
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeTool(JsonGenerator json, List<Rule> rules) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", tool.name());
    json.writeStringField("version", tool.version());
    json.writeStringField("informationUri", tool.home().toString());
    json.writeArrayFieldStart("rules");
    for (Rule rule : rules) {
      json.writeStartObject();
      json.writeStringField("id", rule.id());
      writeText(json, "shortDescription", rule.title());
      json.writeStringField("helpUri", tool.page(rule));
      writeText(json, "help", "Explained by " + Guide.command(rule) + " and " + tool.page(rule));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeResult(JsonGenerator json, Told told, int ruleIndex) throws IOException {
    Finding finding = told.finding();
    StringBuilder message = new StringBuilder(told.title());
    for (Telling.Note note : Telling.notes(finding, true, Guide.pages(tool))) {
      message.append('\n').append(note.label()).append(": ").append(note.text());
    }
    json.writeStartObject();
    json.writeStringField("ruleId", finding.rule().id());
    json.writeNumberField("ruleIndex", ruleIndex);
    if (finding.verdict() == Verdict.INCONCLUSIVE || finding.verdict() == Verdict.UNPROVEN) {
      // The format's own way to say that there was not enough to decide.
      json.writeStringField("kind", "open");
      json.writeStringField("level", "none");
    } else {
      json.writeStringField("level", finding.severity().word());
    }
    writeText(json, "message", message.toString());
  }

  private static void writePlace(JsonGenerator json, Finding finding, Report report)
      throws IOException {
    String path = finding.place().map(place -> place.file().path()).orElse(report.requirements());
    Span span = finding.place().map(place -> place.span()).orElse(TOP);
    if (path.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", uri(path));
    json.writeEndObject();
    json.writeObjectFieldStart("region");
    json.writeNumberField("startLine", span.line());
    json.writeNumberField("startColumn", span.column());
    json.writeNumberField("endColumn", span.endColumn() + 1);
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void writeText(JsonGenerator json, String name, String text) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("text", text);
    json.writeEndObject();
  }

  /// What a finding is about, whatever line it stands on.
  private static String identity(Told told) {
    return told.finding().rule().id() + "\n" + told.token() + "\n" + told.finding().requirement();
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static String uri(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException _) {
      return path;
    }
  }
}
