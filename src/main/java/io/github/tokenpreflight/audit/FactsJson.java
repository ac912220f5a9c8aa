package io.github.tokenpreflight.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/// Facts as JSON on one line: an element of `repositories` in the report and a line of the state
/// file. `docs/schema/audit.schema.json` describes it; [FactsReader] reads it again.
public final class FactsJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private FactsJson() {}

  /// Writes one value.
  public interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  /// One value as text without a line end.
  public static String line(Body body) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      body.write(json);
    } catch (IOException failure) {
      throw new UncheckedIOException("a text in memory cannot fail", failure);
    }
    return text.toString();
  }

  public static String of(RepositoryFacts facts) {
    return line(json -> {
      json.writeStartObject();
      json.writeStringField("name", facts.head().name());
      json.writeStringField("visibility", facts.head().visibility());
      json.writeBooleanField("archived", facts.head().archived());
      json.writeStringField("branch", facts.head().branch());
      texts(json, "unread", facts.unread());
      json.writeArrayFieldStart("tokens");
      for (DeclaredToken token : facts.tokens()) {
        token(json, token);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("uses");
      for (SecretUse use : facts.uses()) {
        use(json, use);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("findings");
      for (AuditFinding finding : facts.findings()) {
        finding(json, finding);
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  public static void finding(JsonGenerator json, AuditFinding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("rule", finding.rule().id());
    json.writeStringField("severity", finding.severity().word());
    json.writeStringField("token", finding.token());
    json.writeStringField("message", finding.message());
    spot(json, finding.spot());
    texts(json, "seen", finding.seen());
    texts(json, "help", finding.help());
    json.writeEndObject();
  }

  private static void token(JsonGenerator json, DeclaredToken token) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", token.name());
    json.writeStringField("why", token.purpose().why());
    json.writeStringField("owner", token.purpose().owner());
    texts(json, "usedBy", token.purpose().usedBy());
    texts(json, "kinds", token.power().kinds());
    texts(json, "scopes", token.power().scopes());
    map(json, "permissions", token.power().permissions());
    texts(json, "endpoints", token.power().endpoints());
    texts(json, "repositories", token.power().repositories());
    texts(json, "organizations", token.power().organizations());
    json.writeNumberField("failWithinHours", token.limits().failWithinHours());
    json.writeNumberField("warnWithinHours", token.limits().warnWithinHours());
    json.writeNumberField("atMostHours", token.limits().atMostHours());
    json.writeStringField("never", token.limits().never());
    texts(json, "rateLimits", token.limits().rateLimits());
    json.writeStringField("file", token.file());
    json.writeNumberField("line", token.line());
    json.writeEndObject();
  }

  private static void use(JsonGenerator json, SecretUse use) throws IOException {
    json.writeStartObject();
    json.writeStringField("secret", use.secret());
    json.writeStringField("as", use.as());
    json.writeStringField("job", use.job());
    json.writeStringField("certainty", word(use.certainty()));
    json.writeBooleanField("dependabot", use.dependabot());
    spot(json, use.spot());
    json.writeEndObject();
  }

  static String word(SecretUse.Certainty certainty) {
    return switch (certainty) {
      case CERTAIN -> "certain";
      case BY_NAME -> "by-name";
      case UNKNOWN -> "unknown";
    };
  }

  private static void spot(JsonGenerator json, Spot spot) throws IOException {
    json.writeObjectFieldStart("place");
    json.writeStringField("repository", spot.repository());
    json.writeStringField("path", spot.path());
    json.writeNumberField("line", spot.line());
    json.writeNumberField("column", spot.column());
    json.writeNumberField("length", spot.length());
    json.writeEndObject();
  }

  public static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  public static void map(JsonGenerator json, String name, Map<String, String> map)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> entry : map.entrySet()) {
      json.writeStringField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }
}
