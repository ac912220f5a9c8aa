package io.github.tokenpreflight.audit;

import java.util.ArrayList;
import java.util.List;

/// Lays the facts of all repositories together.
public final class Assembly {
  /// So many findings are kept to be told at length; files hold all of them.
  public static final int MOST_TOLD = 200;

  private final Inventory inventory = new Inventory();
  private final List<AuditFinding> worst = new ArrayList<>();

  private Assembly() {}

  /// Goes through all repositories once.
  ///
  /// @param elsewhere findings that the sources beside the repositories gave
  public static Audit of(
      Audit.Head head,
      List<SourceState> sources,
      List<AuditFinding> elsewhere,
      Audit.Repositories repositories) {
    Assembly assembly = new Assembly();
    repositories.each(assembly::add);
    List<AuditFinding> across = new ArrayList<>(elsewhere);
    across.addAll(assembly.inventory.acrossRepositories());
    across.sort(AuditFinding.WORST_FIRST);
    across.forEach(assembly.inventory::count);
    across.forEach(assembly::keep);
    assembly.shorten();
    return new Audit(head, sources, assembly.inventory, across, assembly.worst, repositories);
  }

  private void add(RepositoryFacts facts) {
    inventory.add(facts);
    facts.findings().forEach(this::keep);
    for (String why : facts.unread()) {
      AuditFinding finding = Unread.finding(facts.head(), why);
      inventory.count(finding);
      keep(finding);
    }
  }

  private void keep(AuditFinding finding) {
    worst.add(finding);
    if (worst.size() > 4 * MOST_TOLD) {
      shorten();
    }
  }

  private void shorten() {
    worst.sort(AuditFinding.WORST_FIRST);
    if (worst.size() > MOST_TOLD) {
      worst.subList(MOST_TOLD, worst.size()).clear();
    }
  }
}
