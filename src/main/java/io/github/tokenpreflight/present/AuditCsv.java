package io.github.tokenpreflight.present;

import io.github.tokenpreflight.audit.Audit;
import io.github.tokenpreflight.audit.DeclaredToken;
import io.github.tokenpreflight.audit.RepositoryFacts;
import io.github.tokenpreflight.audit.SecretUse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The inventory as a table: a row for every token of every repository, declared or only used.
///
/// The form is RFC 4180. A cell that a spreadsheet would take for a formula starts with an
/// apostrophe, which spreadsheets show as text.
public final class AuditCsv implements Presenter {
  private static final List<String> HEAD =
      List.of(
          "repository",
          "visibility",
          "token",
          "declared",
          "used in workflows",
          "owner",
          "why",
          "kinds",
          "scopes",
          "permissions",
          "longest life in hours",
          "findings");

  @Override
  public void present(Audit audit, Consumer<String> out) {
    out.accept(row(HEAD));
    audit.repositories().each(facts -> repository(facts, out));
  }

  private static void repository(RepositoryFacts facts, Consumer<String> out) {
    Set<String> declared = new TreeSet<>();
    for (DeclaredToken token : facts.tokens()) {
      declared.add(token.name().toUpperCase(Locale.ROOT));
      out.accept(
          row(
              List.of(
                  facts.head().name(),
                  facts.head().visibility(),
                  token.name(),
                  "yes",
                  workflows(facts, token.name()),
                  token.purpose().owner(),
                  token.purpose().why(),
                  String.join(" ", token.power().kinds()),
                  String.join(" ", token.power().scopes()),
                  permissions(token),
                  token.limits().atMostHours() == 0 ? "" : token.limits().atMostHours() + "",
                  rules(facts, token.name()))));
    }
    Set<String> used =
        facts.uses().stream().map(SecretUse::secret).collect(Collectors.toCollection(TreeSet::new));
    for (String secret : used) {
      boolean known =
          facts.uses().stream()
              .filter(use -> use.secret().equals(secret))
              .anyMatch(use ->
                  declared.contains(secret)
                      || declared.contains(use.as().toUpperCase(Locale.ROOT)));
      if (!known) {
        out.accept(
            row(
                List.of(
                    facts.head().name(),
                    facts.head().visibility(),
                    secret,
                    "no",
                    workflows(facts, secret),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    rules(facts, secret))));
      }
    }
  }

  private static String workflows(RepositoryFacts facts, String name) {
    return facts.uses().stream()
        .filter(use -> name.equalsIgnoreCase(use.secret()) || name.equalsIgnoreCase(use.as()))
        .map(use -> use.spot().path())
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static String permissions(DeclaredToken token) {
    return token.power().permissions().entrySet().stream()
        .map(Map.Entry::toString)
        .collect(Collectors.joining(" "));
  }

  private static String rules(RepositoryFacts facts, String token) {
    return facts.findings().stream()
        .filter(finding -> finding.token().equals(token))
        .map(finding -> finding.rule().id())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  static String row(List<String> cells) {
    return cells.stream().map(AuditCsv::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  /// One cell. Source: RFC 4180, and OWASP, "CSV Injection", for the characters that start a
  /// formula.
  static String cell(String text) {
    boolean formula =
        !text.isEmpty()
            && "=+-@\t\r\n"
                    .indexOf(text.strip().isEmpty() ? text.charAt(0) : text.strip().charAt(0))
                >= 0;
    String safe = formula ? "'" + text : text;
    return safe.chars().anyMatch(c -> c == ',' || c == '"' || c < ' ')
        ? "\"" + safe.replace("\"", "\"\"") + "\""
        : safe;
  }
}
