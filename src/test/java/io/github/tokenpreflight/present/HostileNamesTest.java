package io.github.tokenpreflight.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.tokenpreflight.audit.Assembly;
import io.github.tokenpreflight.audit.Audit;
import io.github.tokenpreflight.audit.AuditFinding;
import io.github.tokenpreflight.audit.DeclaredToken;
import io.github.tokenpreflight.audit.RepositoryFacts;
import io.github.tokenpreflight.audit.RepositoryHead;
import io.github.tokenpreflight.audit.Scope;
import io.github.tokenpreflight.audit.SourceState;
import io.github.tokenpreflight.audit.Spot;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.render.Tool;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names come from strangers. In no form of an audit do they become anything but text.
final class HostileNamesTest {
  private static final String HOSTILE =
      "=cmd|' /C calc'!A0\"\n::error::x ##[error]y <script>alert(1)</script></script> @all `x` | ![i](u)";

  private static final Tool TOOL = new Tool("test", "0", URI.create("https://example.com"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "=1+1 ~ '=1+1",
        "+1 ~ '+1",
        "-1 ~ '-1",
        "@SUM(A1) ~ '@SUM(A1)",
        "a=b ~ a=b",
        "a,b ~ \"a,b\"",
        "say \"hi\" ~ \"say \"\"hi\"\"\"",
        "acme/site ~ acme/site"
      })
  void aCellIsTextAndNeverAFormula(String text, String cell) {
    assertEquals(cell, AuditCsv.cell(text));
  }

  @Test
  void whiteSpaceBeforeAFormulaDoesNotHideIt() {
    assertEquals("'  =1+1", AuditCsv.cell("  =1+1"));
    assertEquals("\"'\t=1+1\"", AuditCsv.cell("\t=1+1"));
    assertEquals("\"'\n\"", AuditCsv.cell("\n"));
  }

  @Test
  void everyRowOfTheTableHasAllCells() {
    String csv = told(new AuditCsv());

    List<List<String>> rows = parsed(csv);
    assertEquals(2, rows.size());
    assertEquals(rows.get(0).size(), rows.get(1).size());
    assertTrue(rows.get(1).get(6).startsWith("'="), rows.get(1).get(6));
  }

  @Test
  void theSummaryHoldsNoMarkupOfTheirs() {
    String summary = told(new AuditSummary(false));

    assertFalse(summary.contains("<script"), summary);
    assertFalse(summary.contains("@all"), summary);
    assertFalse(summary.contains("![i]"), summary);
    String chart = summary.substring(summary.indexOf("```mermaid"), summary.lastIndexOf("```"));
    assertFalse(chart.contains("cmd"), chart);
  }

  @Test
  void theLogHoldsNoCommandOfTheirs() {
    String log = told(new AuditConsole(new AuditConsole.Style(false, false, true)));

    assertTrue(log.lines().noneMatch(line -> line.strip().startsWith("::")), log);
    assertFalse(log.contains("##[error]"), log);
  }

  @Test
  void inALogThatAnyoneMayReadNoNameIsTold() {
    String log = told(new AuditConsole(new AuditConsole.Style(false, true, true)));
    String summary = told(new AuditSummary(true));

    assertFalse((log + summary).contains("cmd"), log + summary);
    assertTrue(log.contains("names are left out"), log);
  }

  @Test
  void thePageHoldsOneScriptOfDataThatIsJson() throws Exception {
    String page = told(new AuditHtml());

    int from = page.indexOf("id=\"data\">") + "id=\"data\">".length();
    String data = page.substring(from, page.indexOf("</script>", from));
    JsonNode json = new JsonMapper().readTree(data);
    assertEquals(HOSTILE, json.path("findings").path(0).path(4).asText());
    assertEquals(2, page.split("<script", -1).length - 1);
  }

  @Test
  void thePageAsksNoNetwork() {
    String page = told(new AuditHtml());

    assertTrue(page.contains("default-src 'none'"));
    assertFalse(page.matches("(?s).*(?:src=|href=|@import|url\\(|fetch\\(|XMLHttp).*"));
  }

  @Test
  void sarifIsJsonWithAPlaceForEachResult() throws Exception {
    JsonNode sarif = new JsonMapper().readTree(told(new AuditSarif(TOOL)));

    JsonNode result = sarif.path("runs").path(0).path("results").path(0);
    assertEquals("unused-token", result.path("ruleId").asText());
    assertEquals(
        "acme/site/.github/x.yml",
        result
            .path("locations")
            .path(0)
            .path("physicalLocation")
            .path("artifactLocation")
            .path("uri")
            .asText());
  }

  @Test
  void theSummaryOfALargeAuditStaysBelowWhatTheRunnerTakes() {
    List<RepositoryFacts> facts = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      facts.add(facts("acme/r" + i, ("T" + i + " ").repeat(300)));
    }
    StringBuilder summary = new StringBuilder();
    new AuditSummary(false).present(audit(facts), summary::append);

    assertTrue(summary.toString().getBytes(StandardCharsets.UTF_8).length < 1 << 20);
    assertTrue(summary.toString().contains(" more; the report has all of them"));
  }

  private static String told(Presenter presenter) {
    StringBuilder out = new StringBuilder();
    presenter.present(audit(List.of(facts("acme/site", HOSTILE))), out::append);
    return out.toString();
  }

  private static Audit audit(List<RepositoryFacts> facts) {
    Audit.Head head =
        new Audit.Head(new Scope(Scope.Kind.ORGANIZATION, "acme"), Instant.EPOCH, "1/1", 1);
    return Assembly.of(head, List.of(SourceState.seen("files", "")), List.of(), facts::forEach);
  }

  private static RepositoryFacts facts(String repository, String hostile) {
    DeclaredToken token =
        new DeclaredToken(
            "T",
            new DeclaredToken.Purpose(hostile, hostile, List.of()),
            new DeclaredToken.Power(
                List.of(), List.of(), Map.of(), List.of(), List.of(), List.of()),
            new DeclaredToken.Limits(0, 0, 0, "", List.of()),
            ".github/token-requirements.yml",
            1);
    AuditFinding finding =
        AuditFinding.of(
                Rule.UNUSED_TOKEN,
                Severity.WARNING,
                new Spot(repository, ".github/x.yml", 1, 1, 0),
                hostile,
                hostile)
            .seen(hostile)
            .help(hostile);
    return new RepositoryFacts(
        new RepositoryHead(repository, "private", false, "main"),
        List.of(token),
        List.of(),
        List.of(finding),
        List.of());
  }

  /// A reader of RFC 4180 of its own.
  private static List<List<String>> parsed(String csv) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted) {
        if (c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
          cell.append(csv.charAt(++i));
        } else if (c == '"') {
          quoted = false;
        } else {
          cell.append(c);
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',' || c == '\r') {
        row.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\n') {
        rows.add(row);
        row = new ArrayList<>();
      } else {
        cell.append(c);
      }
    }
    return rows;
  }
}
