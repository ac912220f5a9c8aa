package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.source.Nearest;
import io.github.tokenpreflight.tree.Node.Scalar;
import io.github.tokenpreflight.tree.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Requests that must be left, by resource.
final class RateLimitsReader {
  static final String RESOURCE = "[a-z][a-z0-9_-]{0,49}";
  static final String PERCENT = "([1-9][0-9]?|100)%";
  static final int MOST = 1_000_000;

  /// Source: GitHub docs, "REST API endpoints for rate limits", read 2026-08-22 (documented), and
  /// recorded answers. More may come, so that others are taken as they are.
  private static final Set<String> KNOWN =
      Set.of(
          "actions_runner_registration",
          "audit_log",
          "audit_log_streaming",
          "code_scanning_autofix",
          "code_scanning_upload",
          "code_search",
          "core",
          "dependency_sbom",
          "dependency_snapshots",
          "graphql",
          "integration_manifest",
          "scim",
          "search",
          "source_import");

  private static final Pattern NAME = Pattern.compile(RESOURCE);
  private static final Pattern SHARE = Pattern.compile(PERCENT);

  private RateLimitsReader() {}

  static List<RateLimitRequirement> read(Field field) {
    List<RateLimitRequirement> requirements = new ArrayList<>();
    for (Field entry : field.fields("core: 500").map(Fields::all).orElse(List.of())) {
      if (!NAME.matcher(entry.name()).matches()) {
        entry.wrong(
            entry.at(),
            Quote.of(entry.name()) + " is not the name of a rate limit",
            "use a name that GET /rate_limit lists, such as `core`, `graphql` or `search`");
      } else if (!KNOWN.contains(entry.name())) {
        unknown(entry);
      }
      entry
          .scalar("500")
          .flatMap(scalar -> requirement(entry, scalar))
          .ifPresent(requirements::add);
    }
    return requirements;
  }

  /// GitHub may have it by now; only what looks misspelt is worth a word.
  private static void unknown(Field entry) {
    List<String> near = entry.errors().near(() -> Nearest.to(entry.name(), KNOWN));
    if (!near.isEmpty()) {
      entry
          .errors()
          .warn(
              Rule.WRONG_VALUE,
              entry.at(),
              Quote.of(entry.name()) + " is no rate limit that is known here",
              "did you mean " + Phrases.anyOf(near) + "? If GitHub has it by now, leave it");
    }
  }

  private static Optional<RateLimitRequirement> requirement(Field entry, Scalar scalar) {
    boolean percent = SHARE.matcher(scalar.text()).matches();
    if (!percent && !isAmount(scalar)) {
      entry.wrong(
          scalar.span(),
          Quote.of(scalar.text()) + " is neither a number of requests nor a percentage",
          "write a number from 0 to " + MOST + " without quotes, or `1%` to `100%`");
      return Optional.empty();
    }
    String digits = scalar.text().replace("%", "");
    return Optional.of(
        new RateLimitRequirement(
            new Declared<>(entry.name(), entry.at()),
            new Declared<>(Integer.parseInt(digits), scalar.span()),
            percent));
  }

  private static boolean isAmount(Scalar scalar) {
    return scalar.isCount()
        && scalar.text().length() <= 7
        && Integer.parseInt(scalar.text()) <= MOST;
  }
}
