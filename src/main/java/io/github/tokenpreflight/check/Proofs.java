package io.github.tokenpreflight.check;

import io.github.tokenpreflight.finding.Proof;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Answers in the form that a report names.
final class Proofs {
  private Proofs() {}

  static Proof of(Answer answer) {
    String request = answer.question().line();
    return answer
        .last()
        .map(response -> of(request, response))
        .orElseGet(() -> new Proof(request, "no answer: " + words(answer), ""));
  }

  private static String words(Answer answer) {
    return answer instanceof Answer.Unanswered unanswered ? unanswered.words() : "";
  }

  /// Each answer once, told apart by its question: comparing records is slow at start-up.
  static Proof[] of(List<Answer> answers) {
    Map<String, Proof> proofs = new LinkedHashMap<>();
    answers.forEach(answer -> proofs.putIfAbsent(answer.question().line(), of(answer)));
    return proofs.values().toArray(Proof[]::new);
  }

  private static Proof of(String request, Response response) {
    return new Proof(request, response.line(), response.facts().requestId().orElse(""));
  }
}
