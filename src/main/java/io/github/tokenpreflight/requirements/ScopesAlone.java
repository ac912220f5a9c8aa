package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.token.TokenKind;
import java.util.List;
import java.util.Optional;

/// Scopes that stand alone although tokens are allowed about which scopes say nothing.
///
/// Where `kinds` names such tokens it is a warning of the file. Where there is no `kinds`, any
/// token is allowed; that is worth a warning to the author of the file, but not to every job.
public final class ScopesAlone {
  static final String MESSAGE =
      "`scopes` say nothing about fine-grained tokens, which are allowed here";
  static final String HELP =
      "declare `permissions` or `endpoints`, which are judged for every kind, or write `kinds: [classic, oauth]`";

  private ScopesAlone() {}

  /// The first of the scopes that stand alone; absent when they do not.
  static Optional<Declared<String>> in(TokenRequirements requirements) {
    List<TokenKind> kinds = requirements.identity().kinds().stream().map(Declared::value).toList();
    boolean others =
        kinds.isEmpty()
            || kinds.stream().anyMatch(TokenKind::hasPermissions)
                && kinds.stream().anyMatch(TokenKind::hasScopes);
    boolean alone =
        requirements.access().permissions().isEmpty()
            && requirements.access().endpoints().isEmpty();
    return others && alone ? requirements.access().scopes().stream().findFirst() : Optional.empty();
  }

  /// The warnings of a file about tokens without `kinds`.
  public static List<Finding> warnings(Requirements requirements) {
    return requirements.tokens().stream()
        .filter(token -> token.identity().kinds().isEmpty())
        .flatMap(token -> in(token).stream())
        .map(scope ->
            Finding.error(Rule.CONTRADICTION, MESSAGE)
                .at(requirements.file().at(scope.span()))
                .help(HELP)
                .as(Severity.WARNING))
        .toList();
  }
}
