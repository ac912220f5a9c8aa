package io.github.tokenpreflight.runner;

/// How an attempt ended to add something to one of the runner's files.
public sealed interface Appended {
  /// What became of it, as the end of a sentence; empty when all is well.
  String complaint();

  /// Why, in words; empty when all is well.
  String cause();

  /// All of it is there.
  record Whole() implements Appended {
    @Override
    public String complaint() {
      return "";
    }

    @Override
    public String cause() {
      return "";
    }
  }

  /// Only the start is there.
  record Cut(String cause) implements Appended {
    @Override
    public String complaint() {
      return "could not be written whole";
    }
  }

  /// Nothing is there.
  record Lost(String cause) implements Appended {
    @Override
    public String complaint() {
      return "could not be written";
    }
  }
}
