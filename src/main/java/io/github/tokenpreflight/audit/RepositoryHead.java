package io.github.tokenpreflight.audit;

/// What is known of a repository before any of its files is read.
///
/// @param name `owner/name` as GitHub spells it, or the path of a checkout
/// @param visibility `public`, `private`, `internal`, or `unknown` for a checkout
/// @param branch the default branch, empty for an empty repository or a checkout
public record RepositoryHead(String name, String visibility, boolean archived, String branch) {
  /// A checkout, of which GitHub was not asked.
  public static RepositoryHead checkout(String name) {
    return new RepositoryHead(name, "unknown", false, "");
  }
}
