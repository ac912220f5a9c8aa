package io.github.tokenpreflight.cli;

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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the catalogue knows about scopes, permissions and endpoints, in words and in both
/// directions.
final class Explanations {
  private static final int MOST_CALLS = 12;

  private Explanations() {}

  /// The explanation of a scope, a permission with or without a level, or an endpoint.
  static Optional<String> of(String word) {
    String text = word.strip();
    int blank = text.indexOf(' ');
    if (blank > 0 && text.startsWith("/", blank + 1)) {
      return Endpoints.standard()
          .match(text.substring(0, blank).toUpperCase(Locale.ROOT), text.substring(blank + 1))
          .map(Explanations::endpoint);
    }
    List<String> parts = new ArrayList<>();
    Scopes.standard().find(text).map(Explanations::scope).ifPresent(parts::add);
    permission(text).ifPresentOrElse(parts::add, () -> parts.addAll(labelled(text)));
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", parts));
  }

  /// Permissions of repositories, organizations and users may share a label.
  private static List<String> labelled(String label) {
    return Permissions.standard().labelled(label).stream()
        .map(permission -> permission(permission, Optional.empty()))
        .toList();
  }

  /// All scopes and permissions, for near misses.
  static List<String> words() {
    return Stream.of(Scopes.standard().names(), Permissions.standard().names())
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  /// Endpoints close to something that looks like one.
  static List<String> nearEndpoints(String word) {
    String[] parts = word.strip().split("\\s+", 2);
    return parts.length == 2
        ? Endpoints.standard().nearest(parts[0].toUpperCase(Locale.ROOT), parts[1]).stream()
            .map(Endpoint::signature)
            .toList()
        : List.of();
  }

  private static String scope(Scope scope) {
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
    calls(out, "calls whose documentation names it", calls);
    return out.toString();
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
  private static Optional<String> permission(String text) {
    Optional<Permission> whole = Permissions.standard().find(text);
    if (whole.isPresent()) {
      return whole.map(permission -> permission(permission, Optional.empty()));
    }
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    Optional<Level> level = Level.parse(text.substring(colon + 1).strip());
    return Permissions.standard()
        .find(text.substring(0, colon).strip())
        .filter(permission -> level.filter(permission.levels()::contains).isPresent())
        .map(permission -> permission(permission, level));
  }

  /// The levels of a permission that was asked for with one that it has not.
  static List<String> levels(String text) {
    int colon = text.lastIndexOf(':');
    return colon < 0
        ? List.of()
        : Permissions.standard()
            .find(text.substring(0, colon).strip())
            .map(permission ->
                permission.levels().stream()
                    .map(level -> permission.name() + ": " + level.wireName())
                    .toList())
            .orElse(List.of());
  }

  private static String permission(Permission permission, Optional<Level> level) {
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
              .toList());
    }
    return out.toString();
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

  private static String endpoint(Endpoint endpoint) {
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
        .append('\n');
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
              : sets.stream().map(Explanations::words).collect(Collectors.joining(" or "));
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

  private static void calls(StringBuilder out, String title, List<String> calls) {
    if (calls.isEmpty()) {
      return;
    }
    out.append(title).append(":\n");
    calls.stream().limit(MOST_CALLS).forEach(call -> out.append("    ").append(call).append('\n'));
    if (calls.size() > MOST_CALLS) {
      out.append("    and ").append(calls.size() - MOST_CALLS).append(" more\n");
    }
  }
}
