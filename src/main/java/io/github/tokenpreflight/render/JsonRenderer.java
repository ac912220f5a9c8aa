package io.github.tokenpreflight.render;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.tokenpreflight.finding.Report;
import io.github.tokenpreflight.finding.Result;
import io.github.tokenpreflight.finding.Subject;
import io.github.tokenpreflight.finding.TokenReport;
import io.github.tokenpreflight.finding.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// All facts as JSON: a contract, described by `docs/schema/report.schema.json`.
///
/// Within one schema version a key never changes its meaning or goes away; new ones may come. Every
/// key is always there, `null` where nothing is known.
public final class JsonRenderer implements Renderer {
  /// The version of the contract.
  static final int SCHEMA_VERSION = 1;

  private final Tool tool;
  private final boolean pretty;
  private final Omission omission;

  private JsonRenderer(Tool tool, boolean pretty, Omission omission) {
    this.tool = tool;
    this.pretty = pretty;
    this.omission = omission;
  }

  /// Indented, for a file.
  public static JsonRenderer pretty(Tool tool) {
    return new JsonRenderer(tool, true, Omission.NOTHING);
  }

  /// On one line, without a line end.
  public static JsonRenderer compact(Tool tool) {
    return new JsonRenderer(tool, false, Omission.NOTHING);
  }

  /// On one line, with less in it.
  static JsonRenderer compact(Tool tool, Omission omission) {
    return new JsonRenderer(tool, false, omission);
  }

  /// What a report without room for everything goes without, the dearest last.
  enum Omission {
    NOTHING,
    PROOFS_AND_MET,
    FINDINGS;

    private List<String> words() {
      return switch (this) {
        case NOTHING -> List.of();
        case PROOFS_AND_MET -> List.of("proofs", "met-findings");
        case FINDINGS -> List.of("findings");
      };
    }
  }

  @Override
  public String rendered(Report report) {
    JsonText.Body body = json -> write(json, report);
    return pretty ? JsonText.pretty(body) : JsonText.compact(body);
  }

  private void write(JsonGenerator json, Report report) throws IOException {
    json.writeStartObject();
    json.writeNumberField("schemaVersion", SCHEMA_VERSION);
    json.writeObjectFieldStart("tool");
    json.writeStringField("name", tool.name());
    json.writeStringField("version", tool.version());
    json.writeEndObject();
    json.writeStringField("at", JsonText.instant(report.at()));
    json.writeStringField("requirements", report.requirements());
    json.writeStringField("result", report.result().word());
    json.writeStringField("meaning", meaning(report.result()));
    json.writeStringField("verdict", Tally.of(report).verdict());
    json.writeBooleanField("usable", report.usable());
    JsonText.texts(json, "omitted", omission.words());
    json.writeArrayFieldStart("tokens");
    for (TokenReport token : report.tokens()) {
      write(json, token);
    }
    json.writeEndArray();
    writeFindings(json, report);
    json.writeEndObject();
  }

  private static String meaning(Result result) {
    return switch (result) {
      case PASSED -> "every requirement that counts is met";
      case WARNED -> "nothing fails the job, but there are warnings";
      case FAILED -> "a requirement is not met";
      case INCONCLUSIVE -> "nothing is refuted, but something could not be checked";
      case INVALID -> "the requirements or an input cannot be used; no token was judged";
    };
  }

  private void writeFindings(JsonGenerator json, Report report) throws IOException {
    FindingJson findings = new FindingJson(json, tool, omission == Omission.NOTHING);
    json.writeArrayFieldStart("findings");
    if (omission != Omission.FINDINGS) {
      findings.write(Optional.empty(), report.errors());
      for (TokenReport token : report.tokens()) {
        findings.write(Optional.of(token.name()), token.findings());
      }
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, TokenReport token) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", token.name());
    JsonText.text(json, "purpose", token.purpose());
    JsonText.text(json, "owner", token.owner());
    json.writeBooleanField("usable", token.usable());
    json.writeFieldName("subject");
    write(json, token.subject());
    json.writeObjectFieldStart("counts");
    json.writeNumberField("met", token.count(Verdict.MET));
    json.writeNumberField("unmet", token.count(Verdict.UNMET));
    json.writeNumberField("unproven", token.count(Verdict.UNPROVEN));
    json.writeNumberField("inconclusive", token.count(Verdict.INCONCLUSIVE));
    json.writeNumberField("notApplicable", token.count(Verdict.NOT_APPLICABLE));
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Subject subject) throws IOException {
    json.writeStartObject();
    JsonText.text(json, "kind", subject.kind());
    JsonText.text(json, "login", subject.login());
    if (subject.scopes().isPresent()) {
      JsonText.texts(json, "scopes", subject.scopes().get());
    } else {
      json.writeNullField("scopes");
    }
    JsonText.text(json, "expiresAt", subject.expiresAt().map(JsonText::instant));
    JsonText.text(json, "checkedAt", subject.checkedAt().map(JsonText::instant));
    if (subject.remaining().isPresent()) {
      json.writeNumberField("rateLimitRemaining", subject.remaining().getAsLong());
    } else {
      json.writeNullField("rateLimitRemaining");
    }
    json.writeEndObject();
  }
}
