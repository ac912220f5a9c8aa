package io.github.tokenpreflight.audit;

import io.github.tokenpreflight.finding.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What all repositories come to together: counts, one entry for each token name, and what only
/// shows across repositories.
///
/// It grows with the different names of tokens, not with the repositories. Whatever the order in
/// which repositories are added, it comes to the same.
public final class Inventory {
  private final Counts counts = new Counts();
  private final Map<String, TokenEntry> tokens = new TreeMap<>();
  private final Map<String, Integer> rules = new TreeMap<>();
  private final Map<Severity, Integer> severities = new EnumMap<>(Severity.class);

  /// Sums over all repositories.
  public static final class Counts {
    private int repositories;
    private int archived;
    private int unread;
    private int declaring;
    private int declarations;
    private int using;

    public int repositories() {
      return repositories;
    }

    public int archived() {
      return archived;
    }

    /// Repositories of which a part could not be read.
    public int unread() {
      return unread;
    }

    /// Repositories whose file declares at least one token.
    public int declaring() {
      return declaring;
    }

    /// Entries of all requirements files.
    public int declarations() {
      return declarations;
    }

    /// Repositories whose workflows pass a secret as a token.
    public int using() {
      return using;
    }
  }

  public void add(RepositoryFacts facts) {
    counts.repositories++;
    counts.archived += facts.head().archived() ? 1 : 0;
    counts.unread += facts.unread().isEmpty() ? 0 : 1;
    counts.declaring += facts.tokens().isEmpty() ? 0 : 1;
    counts.declarations += facts.tokens().size();
    boolean uses =
        facts.uses().stream().anyMatch(use -> use.certainty() == SecretUse.Certainty.CERTAIN);
    counts.using += uses ? 1 : 0;
    for (DeclaredToken token : facts.tokens()) {
      entry(token.name()).declare(facts.head().name(), token);
    }
    for (SecretUse use : facts.uses()) {
      if (use.certainty() == SecretUse.Certainty.CERTAIN || declares(facts, use)) {
        entry(use.secret()).use(facts.head().name(), use);
      }
    }
    facts.findings().forEach(this::count);
  }

  /// By the file beside the workflow alone: what others declare must not make a difference, or the
  /// order would.
  private static boolean declares(RepositoryFacts facts, SecretUse use) {
    return facts.tokens().stream().anyMatch(token -> Drift.concerns(token, use));
  }

  /// Counts a finding that belongs to no repository alone.
  public void count(AuditFinding finding) {
    rules.merge(finding.rule().id(), 1, Integer::sum);
    severities.merge(finding.severity(), 1, Integer::sum);
  }

  public Counts counts() {
    return counts;
  }

  /// How many findings of each rule there are, by the id of the rule.
  public Map<String, Integer> rules() {
    return rules;
  }

  public int count(Severity severity) {
    return severities.getOrDefault(severity, 0);
  }

  /// All findings.
  public int total() {
    return severities.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// One entry for each name, in the order of the alphabet.
  public List<TokenEntry> tokens() {
    return List.copyOf(tokens.values());
  }

  /// What only shows when several repositories are laid side by side.
  public List<AuditFinding> acrossRepositories() {
    List<AuditFinding> findings = new ArrayList<>();
    tokens.values().forEach(entry -> entry.divergence().ifPresent(findings::add));
    return findings;
  }

  private TokenEntry entry(String name) {
    return tokens.computeIfAbsent(name, TokenEntry::new);
  }
}
