package io.github.tokenpreflight.github;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the header `x-github-sso` says about single sign-on.
///
/// Source: GitHub docs, "Authenticating to the REST API", read 2026-08-22 (documented).
public sealed interface Sso {
  /// The token must first be authorized, at an address that works for an hour.
  record Required(Optional<String> url) implements Sso {}

  /// The list leaves out what belongs to these organizations, named by number.
  record Partial(List<String> organizationIds) implements Sso {
    public Partial {
      organizationIds = List.copyOf(organizationIds);
    }
  }

  /// Reads `required; url=...` or `partial-results; organizations=1,2`; anything else is absent.
  static Optional<Sso> parse(String header) {
    String[] parts = header.split(";", 2);
    String rest = parts.length > 1 ? parts[1].strip() : "";
    return switch (parts[0].strip()) {
      case "required" -> Optional.of(new Required(after("url=", rest)));
      case "partial-results" ->
          Optional.of(new Partial(ids(after("organizations=", rest).orElse(""))));
      default -> Optional.empty();
    };
  }

  private static Optional<String> after(String prefix, String text) {
    return text.startsWith(prefix)
        ? Optional.of(text.substring(prefix.length()).strip())
        : Optional.empty();
  }

  private static List<String> ids(String commaList) {
    return Arrays.stream(commaList.split(",", -1))
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .toList();
  }
}
