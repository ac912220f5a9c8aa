package io.github.tokenpreflight.present;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.tokenpreflight.audit.Audit;
import io.github.tokenpreflight.audit.AuditFinding;
import io.github.tokenpreflight.audit.FactsJson;
import io.github.tokenpreflight.audit.Inventory;
import io.github.tokenpreflight.audit.Names;
import io.github.tokenpreflight.audit.SourceState;
import io.github.tokenpreflight.audit.TokenEntry;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.render.Tool;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// All facts of an audit as JSON: a contract of its own, described by
/// `docs/schema/audit.schema.json`.
///
/// One repository stands on one line, so that reports can be compared and merged by line.
public final class AuditJson implements Presenter {
  /// The version of the contract.
  public static final int SCHEMA_VERSION = 1;

  private final Tool tool;

  public AuditJson(Tool tool) {
    this.tool = tool;
  }

  @Override
  public void present(Audit audit, Consumer<String> out) {
    out.accept("{\n\"schemaVersion\":" + SCHEMA_VERSION + ",\n");
    out.accept("\"tool\":" + FactsJson.line(this::tool) + ",\n");
    out.accept("\"at\":\"" + audit.head().at().truncatedTo(ChronoUnit.SECONDS) + "\",\n");
    out.accept("\"scope\":" + FactsJson.line(json -> scope(json, audit)) + ",\n");
    out.accept("\"part\":\"" + audit.head().part() + "\",\n");
    out.accept("\"complete\":" + audit.complete() + ",\n");
    out.accept("\"counts\":" + FactsJson.line(json -> counts(json, audit)) + ",\n");
    out.accept("\"rules\":" + FactsJson.line(json -> rules(json, audit.inventory())) + ",\n");
    List<SourceState> sources = audit.sources();
    list("sources", sources.stream().map(it -> FactsJson.line(j -> source(j, it))).toList(), out);
    List<TokenEntry> tokens = audit.inventory().tokens();
    list("tokens", tokens.stream().map(it -> FactsJson.line(j -> token(j, it))).toList(), out);
    List<AuditFinding> across = audit.across();
    list(
        "findings",
        across.stream().map(it -> FactsJson.line(j -> FactsJson.finding(j, it))).toList(),
        out);
    out.accept("\"repositories\":[");
    boolean[] any = {false};
    audit
        .repositories()
        .each(facts -> {
          out.accept((any[0] ? ",\n" : "\n") + FactsJson.of(facts));
          any[0] = true;
        });
    out.accept("]\n}\n");
  }

  private static void list(String name, List<String> lines, Consumer<String> out) {
    out.accept("\"" + name + "\":[");
    for (int i = 0; i < lines.size(); i++) {
      out.accept((i > 0 ? ",\n" : "\n") + lines.get(i));
    }
    out.accept("],\n");
  }

  private void tool(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", tool.name());
    json.writeStringField("version", tool.version());
    json.writeEndObject();
  }

  private static void scope(JsonGenerator json, Audit audit) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", audit.head().scope().kind().word());
    json.writeStringField("name", audit.head().scope().name());
    json.writeEndObject();
  }

  private static void counts(JsonGenerator json, Audit audit) throws IOException {
    Inventory inventory = audit.inventory();
    Inventory.Counts counts = inventory.counts();
    json.writeStartObject();
    json.writeNumberField("listed", audit.head().listed());
    json.writeNumberField("repositories", counts.repositories());
    json.writeNumberField("archived", counts.archived());
    json.writeNumberField("unread", counts.unread());
    json.writeNumberField("declaring", counts.declaring());
    json.writeNumberField("declarations", counts.declarations());
    json.writeNumberField("using", counts.using());
    for (Severity severity : Severity.values()) {
      json.writeNumberField(severity.word() + "s", inventory.count(severity));
    }
    json.writeEndObject();
  }

  private static void rules(JsonGenerator json, Inventory inventory) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, Integer> rule : inventory.rules().entrySet()) {
      json.writeNumberField(rule.getKey(), rule.getValue());
    }
    json.writeEndObject();
  }

  private static void source(JsonGenerator json, SourceState source) throws IOException {
    json.writeStartObject();
    json.writeStringField("source", source.source());
    json.writeStringField("state", source.state().word());
    json.writeStringField("detail", source.detail());
    json.writeStringField("opens", source.opens());
    json.writeEndObject();
  }

  private static void token(JsonGenerator json, TokenEntry token) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", token.name());
    names(json, "declaredIn", token.declaredIn());
    names(json, "usedIn", token.usedIn());
    json.writeNumberField("places", token.places());
    names(json, "owners", token.owners());
    names(json, "reasons", token.reasons());
    FactsJson.texts(json, "kinds", token.kinds().examples());
    FactsJson.texts(json, "scopes", token.scopes());
    FactsJson.map(json, "permissions", token.permissions());
    json.writeNumberField("strictestAtMostHours", token.strictestAtMostHours());
    json.writeEndObject();
  }

  private static void names(JsonGenerator json, String field, Names names) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeNumberField("count", names.count());
    FactsJson.texts(json, "examples", names.examples());
    json.writeEndObject();
  }
}
