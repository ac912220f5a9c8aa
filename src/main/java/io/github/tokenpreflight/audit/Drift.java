package io.github.tokenpreflight.audit;

import io.github.tokenpreflight.audit.SecretUse.Certainty;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where a requirements file and the workflows beside it have come apart.
///
/// @param uses every place where a workflow of the repository reads a secret
record Drift(RepositorySource source, List<DeclaredToken> tokens, List<SecretUse> uses) {
  private static final String WORKFLOWS = ".github/workflows/";

  /// Whether a place reads the secret that a token is kept in: by the name of the secret, or by
  /// that of the variable that is given it.
  static boolean concerns(DeclaredToken token, SecretUse use) {
    return token.name().equalsIgnoreCase(use.secret()) || token.name().equalsIgnoreCase(use.as());
  }

  /// Secrets that workflows pass as tokens and the file does not declare.
  ///
  /// @param file the requirements file, absent where there is none
  /// @param readable whether its content is known; of a broken file nobody can say what it declares
  List<AuditFinding> undeclared(Optional<String> file, boolean readable) {
    if (!readable) {
      return List.of();
    }
    Map<String, List<SecretUse>> bySecret = new LinkedHashMap<>();
    for (SecretUse use : uses) {
      bySecret.computeIfAbsent(use.secret(), _ -> new ArrayList<>()).add(use);
    }
    List<AuditFinding> findings = new ArrayList<>();
    bySecret.forEach((secret, places) -> {
      Optional<SecretUse> sign = strongest(places);
      boolean declared =
          places.stream().anyMatch(use -> tokens.stream().anyMatch(it -> concerns(it, use)));
      if (!declared && sign.isPresent()) {
        findings.add(undeclared(secret, sign.get(), places.size(), file));
      }
    });
    return findings;
  }

  private static Optional<SecretUse> strongest(List<SecretUse> places) {
    return places.stream()
        .filter(use -> use.certainty() == Certainty.CERTAIN)
        .findFirst()
        .or(() -> places.stream().filter(use -> use.certainty() == Certainty.BY_NAME).findFirst());
  }

  private AuditFinding undeclared(
      String secret, SecretUse sign, int places, Optional<String> file) {
    boolean certain = sign.certainty() == Certainty.CERTAIN;
    String given =
        sign.as().isEmpty() ? "a workflow reads it" : "it is given to `" + sign.as() + "`";
    return AuditFinding.of(
            Rule.UNDECLARED_SECRET,
            certain ? Severity.WARNING : Severity.NOTE,
            sign.spot(),
            secret,
            "no requirements file declares the token in the secret " + Phrases.name(secret))
        .seen(
            given
                + ", in "
                + Phrases.count(places, "place")
                + (certain ? "" : "; that it is a token of GitHub is told by its name alone"))
        .help(
            file.map(path -> "declare " + Phrases.name(secret) + " in `" + path + "`")
                .orElse("write a requirements file, `.github/token-requirements.yml`"));
  }

  /// Declared tokens that no workflow reads.
  ///
  /// @param allSeen whether every place that reads a secret is known
  List<AuditFinding> unused(String file, boolean allSeen) {
    if (!allSeen || source.workflows().isEmpty()) {
      return List.of();
    }
    return tokens.stream()
        .filter(token -> !token.name().toUpperCase(Locale.ROOT).equals("GITHUB_TOKEN"))
        .filter(token -> uses.stream().noneMatch(use -> concerns(token, use)))
        .map(token ->
            AuditFinding.of(
                    Rule.UNUSED_TOKEN,
                    Severity.WARNING,
                    spot(file, token),
                    token.name(),
                    "no workflow uses the declared token " + Phrases.name(token.name()))
                .seen(
                    Phrases.count(source.workflows().size(), "workflow")
                        + " read, none with that secret or variable")
                .help("remove the entry, and revoke the token if nothing else needs it"))
        .toList();
  }

  /// Workflows that `used-by` names and that are not there.
  List<AuditFinding> absentWorkflows(String file) {
    boolean allThere = source.unread().isEmpty();
    List<AuditFinding> findings = new ArrayList<>();
    for (DeclaredToken token : tokens) {
      for (String path : token.purpose().usedBy()) {
        boolean there =
            source.workflows().stream().anyMatch(workflow -> workflow.path().equals(path));
        if (allThere && path.startsWith(WORKFLOWS) && !there) {
          findings.add(
              AuditFinding.of(
                      Rule.ABSENT_WORKFLOW,
                      Severity.WARNING,
                      spot(file, token),
                      token.name(),
                      "`used-by` names a workflow that is not there: " + Phrases.name(path))
                  .help("name the workflow that uses the token now, or remove it from `used-by`"));
        }
      }
    }
    return findings;
  }

  private Spot spot(String file, DeclaredToken token) {
    return new Spot(source.head().name(), file, token.line(), 1, 0);
  }
}
