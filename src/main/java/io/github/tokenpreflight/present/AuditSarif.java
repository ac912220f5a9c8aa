package io.github.tokenpreflight.present;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.tokenpreflight.audit.Audit;
import io.github.tokenpreflight.audit.AuditFinding;
import io.github.tokenpreflight.audit.FactsJson;
import io.github.tokenpreflight.audit.Spot;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.render.Tool;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Findings as SARIF 2.1.0, each under the path `owner/name/path`, so that one file holds all
/// repositories.
public final class AuditSarif implements Presenter {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /// Code scanning takes no more results of one run (documented).
  private static final int MOST = 25_000;

  private final Tool tool;

  public AuditSarif(Tool tool) {
    this.tool = tool;
  }

  @Override
  public void present(Audit audit, Consumer<String> out) {
    List<Rule> rules = new ArrayList<>();
    for (String id : new TreeSet<>(audit.inventory().rules().keySet())) {
      Rule.parse(id).ifPresent(rules::add);
    }
    out.accept("{\"$schema\":\"" + SCHEMA + "\",\"version\":\"2.1.0\",\"runs\":[{\n");
    out.accept("\"tool\":" + FactsJson.line(json -> tool(json, rules)) + ",\n");
    out.accept("\"columnKind\":\"utf16CodeUnits\",\n\"results\":[");
    int[] count = {0};
    Consumer<AuditFinding> add =
        finding -> {
          if (count[0] < MOST) {
            out.accept(
                (count[0] > 0 ? ",\n" : "\n")
                    + FactsJson.line(json -> result(json, finding, rules.indexOf(finding.rule()))));
          }
          count[0]++;
        };
    audit.across().forEach(add);
    audit.repositories().each(facts -> facts.findings().forEach(add));
    out.accept("],\n\"properties\":{\"leftOut\":" + Math.max(0, count[0] - MOST) + "}}]}\n");
  }

  private void tool(JsonGenerator json, List<Rule> rules) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", tool.name());
    json.writeStringField("version", tool.version());
    json.writeStringField("informationUri", tool.home().toString());
    json.writeArrayFieldStart("rules");
    for (Rule rule : rules) {
      json.writeStartObject();
      json.writeStringField("id", rule.id());
      text(json, "shortDescription", rule.title());
      json.writeStringField("helpUri", tool.home() + "/blob/HEAD/" + rule.docs());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void result(JsonGenerator json, AuditFinding finding, int rule)
      throws IOException {
    StringBuilder message = new StringBuilder(finding.message());
    finding.seen().forEach(seen -> message.append("\nseen: ").append(seen));
    finding.help().forEach(help -> message.append("\nhelp: ").append(help));
    json.writeStartObject();
    json.writeStringField("ruleId", finding.rule().id());
    json.writeNumberField("ruleIndex", rule);
    json.writeStringField("level", finding.severity().word());
    text(json, "message", message.toString());
    if (!finding.spot().repository().isEmpty()) {
      place(json, finding.spot());
    }
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField(
        "auditFinding/v1",
        finding.rule().id()
            + "/"
            + finding.spot().repository()
            + "/"
            + finding.spot().path()
            + "/"
            + finding.token());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void place(JsonGenerator json, Spot spot) throws IOException {
    String path = spot.path().isEmpty() ? spot.repository() : spot.repository() + "/" + spot.path();
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", uri(path));
    json.writeEndObject();
    json.writeObjectFieldStart("region");
    json.writeNumberField("startLine", Math.max(1, spot.line()));
    json.writeNumberField("startColumn", Math.max(1, spot.column()));
    if (spot.length() > 0) {
      json.writeNumberField("endColumn", spot.column() + spot.length());
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void text(JsonGenerator json, String name, String text) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("text", text);
    json.writeEndObject();
  }

  private static String uri(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException _) {
      return path;
    }
  }
}
