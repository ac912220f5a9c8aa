package io.github.tokenpreflight.explain;

import io.github.tokenpreflight.catalogue.Catalogue;
import io.github.tokenpreflight.catalogue.ClassicScopes;
import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Endpoints;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.catalogue.PermissionSet;
import io.github.tokenpreflight.catalogue.Permissions;
import io.github.tokenpreflight.catalogue.Scope;
import io.github.tokenpreflight.catalogue.Scopes;
import io.github.tokenpreflight.evidence.Probes;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.token.TokenKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the catalogue knows about scopes, permissions and endpoints, in words and in both
/// directions.
final class CatalogueText {
  private CatalogueText() {}

  /// A scope, and a permission of that name, with or without a level.
  ///
  /// @param most how many calls to list
  static Optional<String> of(String text, int most) {
    List<String> parts = new ArrayList<>();
    Scopes.standard().find(text).map(scope -> scope(scope, most)).ifPresent(parts::add);
    permission(text, most).ifPresentOrElse(parts::add, () -> parts.addAll(labelled(text, most)));
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", parts));
  }

  /// Permissions of repositories, organizations and users may share a label.
  private static List<String> labelled(String label, int most) {
    return Permissions.standard().labelled(label).stream()
        .map(permission -> permission(permission, Optional.empty(), most))
        .toList();
  }

  private static String scope(Scope scope, int most) {
    StringBuilder out = new StringBuilder();
    out.append("scope ").append(scope.name()).append(" (classic tokens and OAuth apps)\n\n");
    out.append(scope.description()).append("\n\n");
    line(out, "within", Scopes.standard().ancestorsOf(scope.name()));
    line(out, "contains", Scopes.standard().descendantsOf(scope.name()));
    out.append("evidence: ").append(scope.evidence()).append('\n');
    List<String> calls =
        Endpoints.standard().all().stream()
            .filter(endpoint -> names(endpoint, scope.name()))
            .map(Endpoint::signature)
            .toList();
    calls(out, "calls whose documentation names it", calls, most);
    if (scope.name().equals("workflow")) {
      out.append("related: the permission `workflows` of fine-grained and app tokens\n");
    }
    return out.append('\n').append(Paste.scope(scope.name())).toString();
  }

  private static boolean names(Endpoint endpoint, String scope) {
    return endpoint
        .classicScopes()
        .filter(scopes ->
            Stream.of(scopes.anywhere(), scopes.onPublic(), scopes.onPrivate())
                .flatMap(List::stream)
                .anyMatch(set -> set.contains(scope)))
        .isPresent();
  }

  /// `contents`, `Contents`, `contents:write` or `contents: write`.
  private static Optional<String> permission(String text, int most) {
    Optional<Permission> whole = Permissions.standard().find(text);
    if (whole.isPresent()) {
      return whole.map(permission -> permission(permission, Optional.empty(), most));
    }
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    Optional<Level> level = Level.parse(text.substring(colon + 1).strip());
    return Permissions.standard()
        .find(text.substring(0, colon).strip())
        .filter(permission -> level.filter(permission.levels()::contains).isPresent())
        .map(permission -> permission(permission, level, most));
  }

  private static String permission(Permission permission, Optional<Level> level, int most) {
    StringBuilder out = new StringBuilder();
    out.append("permission ").append(permission.name()).append(", on the settings page \"");
    out.append(permission.label())
        .append("\" (")
        .append(permission.target().name().toLowerCase(Locale.ROOT))
        .append(")\n\n");
    line(out, "levels", permission.levels().stream().map(Level::wireName).toList());
    out.append("fine-grained tokens: ").append(permission.patHasIt() ? "yes" : "no").append('\n');
    out.append("GitHub Apps: ").append(permission.appHasIt() ? "yes" : "no").append('\n');
    out.append("GITHUB_TOKEN: ")
        .append(
            permission
                .workflowKey()
                .map(key -> "`permissions: { " + key + ": ... }`")
                .orElse("never"))
        .append('\n');
    for (Level shown : level.map(List::of).orElse(permission.levels())) {
      out.append('\n').append(permission.name()).append(": ").append(shown.wireName()).append('\n');
      out.append("  proven by: ").append(probe(permission, shown)).append('\n');
      calls(
          out,
          "  calls that need it",
          Endpoints.standard().needing(permission.name(), shown).stream()
              .map(Endpoint::signature)
              .toList(),
          most);
    }
    if (permission.name().equals("workflows")) {
      out.append("\nrelated: the scope `workflow` of classic tokens\n");
    }
    Level wanted = level.orElse(permission.levels().getLast());
    return out.append('\n').append(Paste.permission(permission, wanted)).toString();
  }

  private static String probe(Permission permission, Level level) {
    if (permission.name().equals("contents") && level == Level.WRITE) {
      return "Git's own answer before a push";
    }
    return Probes.showing(permission, level, List.of(TokenKind.FINE_GRAINED))
        .or(() -> Probes.showing(permission, level, List.of(TokenKind.APP_INSTALLATION)))
        .map(Endpoint::signature)
        .or(() ->
            Probes.rejecting(permission, level, List.of(TokenKind.FINE_GRAINED))
                .or(() -> Probes.rejecting(permission, level, List.of(TokenKind.APP_INSTALLATION)))
                .map(
                    post -> post.signature() + ", which GitHub must reject, with `probes: writes`"))
        .orElse("no question");
  }

  /// What one endpoint takes, for every kind of token.
  static String endpoint(Endpoint endpoint) {
    StringBuilder out = new StringBuilder();
    out.append("endpoint ").append(endpoint.signature()).append("\n\n");
    out.append("fine-grained tokens: ")
        .append(needs(endpoint.grants().fineGrained(), endpoint.grants().sets()))
        .append('\n');
    out.append("installation tokens and GITHUB_TOKEN: ")
        .append(needs(endpoint.grants().installation(), endpoint.grants().appSets()))
        .append('\n');
    out.append("GitHub App user tokens: ")
        .append(needs(endpoint.grants().appUser(), endpoint.grants().appSets()))
        .append('\n');
    out.append("classic tokens: ")
        .append(
            endpoint
                .classicScopes()
                .map(scopes -> scopes(endpoint, scopes))
                .orElseGet(() -> unnamed(endpoint)))
        .append('\n');
    out.append("certainty: ")
        .append(words(endpoint.grants().basis().certainty()))
        .append(", read ")
        .append(Catalogue.captured())
        .append("\n\n")
        .append(Paste.endpoint(endpoint));
    return out.toString();
  }

  private static String words(Endpoint.Certainty certainty) {
    return certainty == Endpoint.Certainty.LISTED
        ? "documented in GitHub's tables"
        : certainty.name().toLowerCase(Locale.ROOT);
  }

  private static String needs(Endpoint.Support support, List<PermissionSet> sets) {
    return switch (support) {
      case NO -> "cannot use it";
      case UNKNOWN -> "not documented";
      case YES ->
          sets.isEmpty()
              ? "yes, the permission is not documented"
              : sets.stream().map(CatalogueText::words).collect(Collectors.joining(" or "));
    };
  }

  private static String words(PermissionSet set) {
    return set.isEmpty()
        ? "no permission"
        : set.levels().entrySet().stream()
            .map(need -> need.getKey() + ": " + need.getValue().wireName())
            .collect(Collectors.joining(" with "));
  }

  private static String scopes(Endpoint endpoint, ClassicScopes scopes) {
    if (scopes.tokens() == ClassicScopes.Tokens.NEITHER) {
      return "cannot use it";
    }
    StringBuilder out = new StringBuilder();
    if (scopes.sufficientOnPublic().isEmpty() && scopes.sufficientOnPrivate().isEmpty()) {
      out.append(unnamed(endpoint));
    } else {
      out.append("on public repositories ").append(sets(scopes.sufficientOnPublic()));
      out.append(", on private ones ").append(sets(scopes.sufficientOnPrivate()));
    }
    for (ClassicScopes.Extra extra : scopes.also()) {
      out.append("; also ").append(String.join(" with ", extra.scopes()));
      out.append(" when ").append(extra.when());
    }
    return out.toString();
  }

  /// The rule that a check goes by where GitHub's text names no scope.
  private static String unnamed(Endpoint endpoint) {
    List<String> recorded = endpoint.recorded().scopes().orElse(List.of());
    if (!recorded.isEmpty() && !endpoint.path().startsWith("/repos/{owner}/{repo}")) {
      return "one of " + String.join(", ", recorded) + " (recorded; GitHub's text names none)";
    }
    return endpoint.path().startsWith("/repos/{owner}/{repo}")
        ? "on public repositories public_repo, on private ones repo (the rule for repositories, "
            + "GitHub's text names none)"
        : "GitHub's text is silent";
  }

  private static String sets(List<List<String>> sets) {
    return sets.isEmpty()
        ? "not documented"
        : sets.stream().map(set -> String.join(" with ", set)).collect(Collectors.joining(" or "));
  }

  private static void line(StringBuilder out, String title, List<String> names) {
    if (!names.isEmpty()) {
      out.append(title).append(": ").append(Phrases.names(names)).append('\n');
    }
  }

  /// Writes that people make first, then the rest; those that read come last.
  private static void calls(StringBuilder out, String title, List<String> calls, int most) {
    if (calls.isEmpty()) {
      return;
    }
    out.append(title).append(":\n");
    calls.stream()
        .sorted(
            Comparator.comparingInt(CatalogueText::rank)
                .thenComparingInt(call -> call.split("/", -1).length)
                .thenComparing(Comparator.naturalOrder()))
        .limit(most)
        .forEach(call -> out.append("    ").append(call).append('\n'));
    if (calls.size() > most) {
      out.append("    and ").append(calls.size() - most).append(" more: --all lists them\n");
    }
  }

  private static int rank(String call) {
    return List.of("POST", "PUT", "PATCH", "DELETE", "GET")
        .indexOf(call.substring(0, call.indexOf(' ')));
  }
}
