package io.github.tokenpreflight.runner;

/// How an attempt ended to add something to one of the runner's files.
public sealed interface Appended {
  /// All of it is there.
  record Whole() implements Appended {}

  /// Only the start is there.
  ///
  /// @param cause why, in words
  record Cut(String cause) implements Appended {}

  /// Nothing is there.
  ///
  /// @param cause why, in words
  record Lost(String cause) implements Appended {}
}
