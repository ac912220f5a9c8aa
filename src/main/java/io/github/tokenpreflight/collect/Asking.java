package io.github.tokenpreflight.collect;

import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.Question;

/// Asks GitHub with the token of the audit.
@FunctionalInterface
public interface Asking {
  Answer ask(Question question);
}
