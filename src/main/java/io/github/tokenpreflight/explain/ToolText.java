package io.github.tokenpreflight.explain;

import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Endpoints;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.PermissionSet;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.tools.KnownTools;
import io.github.tokenpreflight.tools.Needs;
import io.github.tokenpreflight.tools.Tool;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a tool needs: what its documentation says beside what its calls need, and how old that is.
final class ToolText {
  private ToolText() {}

  static String of(Tool tool, LocalDate today) {
    StringBuilder out = new StringBuilder();
    out.append("tool ").append(tool.name()).append(" (").append(tool.uses()).append(")\n\n");
    out.append(tool.intake().want().meaning()).append('\n');
    names(out, "token by input", tool.intake().inputs());
    names(out, "token by variable", tool.intake().env());
    needs(out, "", tool.needs());
    calls(out, tool.needs());
    for (Tool.Case one : tool.cases()) {
      out.append("\nif ").append(one.when()).append(" (`").append(one.id()).append("`):\n");
      out.append(
          one.instead() && !one.needs().equals(Needs.NONE) ? "  in place of the above\n" : "");
      needs(out, "  ", one.needs());
      list(out, "  note", one.note());
      out.append("  ").append(one.certainty().meaning()).append('\n');
    }
    out.append('\n');
    list(out, "note", tool.source().note());
    list(out, "setting that must be on", tool.source().setting());
    age(out, tool.source(), today);
    out.append("paste: `tools: [").append(tool.name()).append("]`\n");
    return out.append(Paste.link(tool.needs().permissions())).toString();
  }

  /// An old entry is a guess, whatever it was when it was read.
  private static void age(StringBuilder out, Tool.Source source, LocalDate today) {
    boolean old =
        LocalDate.parse(source.date()).plusMonths(KnownTools.FRESH_MONTHS).isBefore(today);
    out.append("certainty: ")
        .append(old ? "a guess by now: it was read long ago; then " : "")
        .append(source.certainty().meaning())
        .append(", read ")
        .append(source.date())
        .append("\nsource: ")
        .append(source.where())
        .append('\n');
  }

  private static void needs(StringBuilder out, String indent, Needs needs) {
    list(out, indent + "GITHUB_TOKEN", levels(needs.job()));
    list(out, indent + "fine-grained and app tokens", levels(needs.permissions()));
    String scopes =
        needs.scopes().stream()
            .map(set -> String.join(" with ", set))
            .collect(Collectors.joining(" or "));
    list(out, indent + "classic tokens", scopes);
  }

  private static void calls(StringBuilder out, Needs needs) {
    Map<String, Level> worked = new TreeMap<>();
    for (String call : needs.calls()) {
      int blank = call.indexOf(' ');
      Optional<Endpoint> endpoint =
          Endpoints.standard().find(call.substring(0, blank), call.substring(blank + 1));
      endpoint
          .flatMap(found -> found.grants().sets().stream().findFirst())
          .map(PermissionSet::levels)
          .ifPresent(levels ->
              levels.forEach(
                  (name, level) -> worked.merge(name, level, (a, b) -> a.includes(b) ? a : b)));
    }
    list(out, "its known calls need, by GitHub's tables", levels(worked));
  }

  private static String levels(Map<String, Level> levels) {
    return levels.entrySet().stream()
        .map(one -> one.getKey() + ": " + one.getValue().wireName())
        .collect(Collectors.joining(", "));
  }

  private static void names(StringBuilder out, String title, List<String> names) {
    list(out, title, names.isEmpty() ? "" : Phrases.names(names));
  }

  private static void list(StringBuilder out, String title, String text) {
    if (!text.isEmpty()) {
      out.append(title).append(": ").append(text).append('\n');
    }
  }
}
