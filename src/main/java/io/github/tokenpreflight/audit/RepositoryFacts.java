package io.github.tokenpreflight.audit;

import java.util.List;

/// What remains of one repository once it is judged: the unit of the state file and of the report.
///
/// @param tokens what its requirements file declares
/// @param uses where its workflows pass secrets as tokens, and where they read declared ones
/// @param findings about this repository alone
/// @param unread why a part of it could not be read
public record RepositoryFacts(
    RepositoryHead head,
    List<DeclaredToken> tokens,
    List<SecretUse> uses,
    List<AuditFinding> findings,
    List<String> unread) {
  public RepositoryFacts {
    tokens = List.copyOf(tokens);
    uses = List.copyOf(uses);
    findings = List.copyOf(findings);
    unread = List.copyOf(unread);
  }
}
