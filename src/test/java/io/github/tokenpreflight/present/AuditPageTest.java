package io.github.tokenpreflight.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.tokenpreflight.audit.Assembly;
import io.github.tokenpreflight.audit.Audit;
import io.github.tokenpreflight.audit.AuditFinding;
import io.github.tokenpreflight.audit.RepositoryFacts;
import io.github.tokenpreflight.audit.RepositoryHead;
import io.github.tokenpreflight.audit.Scope;
import io.github.tokenpreflight.audit.Spot;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page in a real browser: Debian's chromium, where there is one.
final class AuditPageTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final int ROWS = 10_000;

  /// Does what a person does, and writes down what they would see.
  private static final String HAND =
      """
      <script>
      const errors = [];
      addEventListener('error', it => errors.push(it.message));
      const cells = k => [...at('body').children].map(row => row.children[k].textContent);
      const timed = act => { const from = performance.now(); act(); return performance.now() - from; };
      const seen = { first: cells(0)[0], rows: at('body').children.length };
      seen.sort = timed(() => at('head').children[2].firstChild.click());
      seen.sorted = cells(2).slice(0, 3);
      at('head').children[2].firstChild.click();
      seen.reversed = cells(2).slice(0, 3);
      at('filter').value = 'R00042 unused';
      seen.filter = timed(() => at('filter').dispatchEvent(new Event('input')));
      seen.filtered = cells(2);
      at('filter').value = '';
      at('filter').dispatchEvent(new Event('input'));
      at('on').click();
      seen.second = at('count').textContent;
      seen.print = timed(() => dispatchEvent(new Event('beforeprint')));
      seen.printed = at('body').children.length;
      seen.errors = errors;
      document.title = JSON.stringify(seen);
      </script>
      """;

  @TempDir Path folder;

  @Test
  void thePageSortsFiltersTurnsAndPrintsTenThousandRowsQuickly() throws Exception {
    assumeTrue(Files.exists(CHROMIUM), "no chromium: `apt-get install chromium` brings it");
    Path page = folder.resolve("audit.html");
    Files.writeString(page, page().replace("</body>", HAND + "</body>"));

    JsonNode seen = new JsonMapper().readTree(title(page));

    assertEquals("[]", seen.path("errors").toString());
    assertEquals("error", seen.path("first").asText(), "the worst stand first");
    assertEquals(200, seen.path("rows").asInt());
    assertEquals(
        "[\"acme/r00000\",\"acme/r00001\",\"acme/r00002\"]", seen.path("sorted").toString());
    assertEquals("acme/r09999", seen.path("reversed").path(0).asText());
    assertEquals("[\"acme/r00042\"]", seen.path("filtered").toString());
    assertEquals("201 to 400 of 10000 rows", seen.path("second").asText());
    assertEquals(ROWS, seen.path("printed").asInt());
    // Generous, for the machine may be busy: by itself it is some thirty milliseconds.
    assertTrue(seen.path("sort").asDouble() < 3_000, seen.toString());
    assertTrue(seen.path("filter").asDouble() < 3_000, seen.toString());
  }

  private String title(Path page) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Process chromium =
        new ProcessBuilder(
                CHROMIUM.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + folder.resolve("profile"),
                "--dump-dom",
                page.toUri().toString())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!chromium.waitFor(2, TimeUnit.MINUTES)) {
      chromium.destroyForcibly();
    }
    String dom = Files.readString(out);
    int from = dom.indexOf("<title>") + "<title>".length();
    return dom.substring(from, dom.indexOf("</title>", from)).replace("&amp;", "&");
  }

  private static String page() {
    List<RepositoryFacts> facts = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      String name = "acme/r" + "0".repeat(5 - Integer.toString(i).length()) + i;
      facts.add(
          new RepositoryFacts(
              new RepositoryHead(name, "private", false, "main"),
              List.of(),
              List.of(),
              List.of(
                  AuditFinding.of(
                      Rule.UNUSED_TOKEN,
                      i % 100 == 7 ? Severity.ERROR : Severity.WARNING,
                      Spot.of(name),
                      "T" + i,
                      "no workflow uses it")),
              List.of()));
    }
    Audit.Head head =
        new Audit.Head(new Scope(Scope.Kind.ORGANIZATION, "acme"), Instant.EPOCH, "1/1", ROWS);
    StringBuilder page = new StringBuilder();
    new AuditHtml().present(Assembly.of(head, List.of(), List.of(), facts::forEach), page::append);
    return page.toString();
  }
}
