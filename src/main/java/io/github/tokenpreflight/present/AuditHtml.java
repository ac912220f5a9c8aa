package io.github.tokenpreflight.present;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.tokenpreflight.audit.Audit;
import io.github.tokenpreflight.audit.AuditFinding;
import io.github.tokenpreflight.audit.DeclaredToken;
import io.github.tokenpreflight.audit.FactsJson;
import io.github.tokenpreflight.audit.Inventory;
import io.github.tokenpreflight.audit.RepositoryFacts;
import io.github.tokenpreflight.audit.SecretUse;
import io.github.tokenpreflight.audit.SourceState;
import io.github.tokenpreflight.finding.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// One page that holds all it needs: `audit.html` with the facts in it as JSON. It asks no network.
///
/// Facts become text of the page by its script alone, never markup; in the JSON no `<` is left that
/// could end the element it stands in.
public final class AuditHtml implements Presenter {
  private static final String MARK = "@DATA@";

  @Override
  public void present(Audit audit, Consumer<String> out) {
    String page = template();
    int mark = page.indexOf(MARK);
    out.accept(page.substring(0, mark));
    out.accept("{\n\"about\":" + safe(FactsJson.line(json -> json.writeString(about(audit)))));
    out.accept(",\n\"cards\":" + safe(FactsJson.line(json -> cards(json, audit.inventory()))));
    out.accept(",\n\"rules\":" + safe(FactsJson.line(json -> rules(json, audit.inventory()))));
    out.accept(",\n\"sources\":" + safe(FactsJson.line(json -> sources(json, audit.sources()))));
    Rows findings = new Rows(out, "findings");
    audit.across().forEach(finding -> findings.add(row(finding)));
    audit.repositories().each(facts -> facts.findings().forEach(it -> findings.add(row(it))));
    findings.end();
    Rows tokens = new Rows(out, "tokens");
    audit.repositories().each(facts -> rows(facts).forEach(tokens::add));
    tokens.end();
    out.accept("}");
    out.accept(page.substring(mark + MARK.length()));
  }

  /// A list of rows that is written as it comes.
  private static final class Rows {
    private final Consumer<String> out;
    private boolean any;

    Rows(Consumer<String> out, String name) {
      this.out = out;
      out.accept(",\n\"" + name + "\":[");
    }

    void add(List<String> cells) {
      out.accept((any ? ",\n" : "\n") + safe(FactsJson.line(json -> texts(json, cells))));
      any = true;
    }

    void end() {
      out.accept("]");
    }
  }

  private static String about(Audit audit) {
    return audit.head().scope().kind().word()
        + " "
        + audit.head().scope().name()
        + ", "
        + audit.head().at().truncatedTo(ChronoUnit.SECONDS)
        + ", "
        + AuditConsole.verdict(audit);
  }

  private static void cards(JsonGenerator json, Inventory inventory) throws IOException {
    Inventory.Counts counts = inventory.counts();
    json.writeStartArray();
    texts(json, List.of("repositories", counts.repositories() + ""));
    texts(json, List.of("declare tokens", counts.declaring() + ""));
    texts(json, List.of("pass secrets as tokens", counts.using() + ""));
    texts(json, List.of("not read as a whole", counts.unread() + ""));
    for (Severity severity : Severity.values()) {
      texts(json, List.of(severity.word() + "s", inventory.count(severity) + ""));
    }
    json.writeEndArray();
  }

  private static void rules(JsonGenerator json, Inventory inventory) throws IOException {
    List<Map.Entry<String, Integer>> rules = new ArrayList<>(inventory.rules().entrySet());
    rules.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
    json.writeStartArray();
    for (Map.Entry<String, Integer> rule : rules) {
      json.writeStartArray();
      json.writeString(rule.getKey());
      json.writeNumber(rule.getValue());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static void sources(JsonGenerator json, List<SourceState> sources) throws IOException {
    json.writeStartArray();
    for (SourceState source : sources) {
      String opens = source.opens().isEmpty() ? "" : "; opened by " + source.opens();
      texts(json, List.of(source.state().word(), source.source() + ": " + source.detail() + opens));
    }
    json.writeEndArray();
  }

  private static List<String> row(AuditFinding finding) {
    return List.of(
        finding.severity().word(),
        finding.rule().id(),
        finding.spot().repository(),
        finding.spot().line() == 0
            ? finding.spot().path()
            : finding.spot().path() + ":" + finding.spot().line(),
        finding.token(),
        finding.message(),
        String.join("; ", finding.help()));
  }

  private static List<List<String>> rows(RepositoryFacts facts) {
    List<List<String>> rows = new ArrayList<>();
    for (DeclaredToken token : facts.tokens()) {
      rows.add(
          List.of(
              "declared",
              facts.head().name(),
              facts.head().visibility(),
              token.name(),
              token.purpose().owner(),
              token.purpose().why(),
              String.join(" ", token.power().kinds()),
              String.join(" ", token.power().scopes()),
              token.power().permissions().entrySet().stream()
                  .map(Map.Entry::toString)
                  .collect(Collectors.joining(" ")),
              String.join(" ", token.purpose().usedBy())));
    }
    for (SecretUse use : facts.uses()) {
      rows.add(
          List.of(
              "used",
              facts.head().name(),
              facts.head().visibility(),
              use.secret(),
              "",
              use.as().isEmpty() ? "" : "given to " + use.as(),
              "",
              "",
              "",
              use.spot().path() + ":" + use.spot().line()));
    }
    return rows;
  }

  private static void texts(JsonGenerator json, List<String> texts) throws IOException {
    json.writeStartArray();
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private static String safe(String json) {
    return json.replace("<", "\\u003c");
  }

  private static String template() {
    try (InputStream in = AuditHtml.class.getResourceAsStream("audit.html")) {
      if (in == null) {
        throw new IllegalStateException("the page `audit.html` is not in this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException("the page `audit.html` cannot be read", failure);
    }
  }
}
