package io.github.tokenpreflight.audit;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// A whole audit, ready to be told. The repositories stay where they are kept, and are handed out
/// one by one.
///
/// @param sources what was seen and what was not, in the order in which it was asked
/// @param across findings that belong to no repository alone, worst first
/// @param worst the worst findings of all, worst first; the inventory counts all of them
public record Audit(
    Head head,
    List<SourceState> sources,
    Inventory inventory,
    List<AuditFinding> across,
    List<AuditFinding> worst,
    Repositories repositories) {
  public Audit {
    sources = List.copyOf(sources);
    across = List.copyOf(across);
    worst = List.copyOf(worst);
  }

  /// What and when.
  ///
  /// @param part which part of it, such as `1/1` for all
  /// @param listed how many repositories there are to choose from
  public record Head(Scope scope, Instant at, String part, long listed) {}

  /// Hands out the facts of every repository, in the order of their names.
  @FunctionalInterface
  public interface Repositories {
    void each(Consumer<RepositoryFacts> visitor);
  }

  /// Whether every repository and every source that was to be asked was seen as a whole.
  public boolean complete() {
    return inventory.counts().unread() == 0 && sources.stream().noneMatch(SourceState::failed);
  }
}
