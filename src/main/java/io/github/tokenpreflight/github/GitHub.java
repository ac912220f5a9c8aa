package io.github.tokenpreflight.github;

import io.github.tokenpreflight.token.Token;

/// Asks GitHub, patiently: one question, all retries, one answer.
public interface GitHub extends AutoCloseable {
  /// Blocks until there is an answer or the time is up. Safe to call from many threads, but for
  /// those of the common pool: Java's client completes answers there.
  Answer ask(Token token, Question question);

  @Override
  void close();
}
