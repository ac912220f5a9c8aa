package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.GitHub;
import io.github.tokenpreflight.github.Question;
import io.github.tokenpreflight.token.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// Carries out the plan for one token, each question once. Asks and never judges.
///
/// One lead request goes first: it settles whether the token is alive, so that a dead one is never
/// tried again and again, and opens the connection that the rest share.
public final class Survey {
  private final GitHub github;
  private final Setting setting;
  private final ExecutorService threads;

  /// @param threads runs the independent questions; one virtual thread per question
  public Survey(GitHub github, Setting setting, ExecutorService threads) {
    this.github = github;
    this.setting = setting;
    this.threads = threads;
  }

  /// Asks what settles validity, kind, scopes, expiry and rate limits.
  public Lead lead(Token token) {
    Answer limits = github.ask(token, new Questions(setting.host()).rateLimit());
    Optional<Answer> instead =
        Standing.tellsNothing(limits)
            ? Plan.stead(Set.copyOf(token.form().kinds()), setting)
                .map(question -> github.ask(token, question))
            : Optional.empty();
    return Lead.of(token, Optional.of(limits), instead, setting);
  }

  /// Asks everything else that is planned; nothing of a token that is not alive.
  public Evidence rest(Lead lead, Plan plan) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    Stream.concat(lead.limitsAnswer().stream(), lead.answer().stream())
        .forEach(answer -> answers.put(answer.question().line(), answer));
    if (lead.standing() instanceof Standing.Alive) {
      askTogether(lead.token(), plan.rest(), answers);
      plan.writes().forEach(question -> ask(lead.token(), question, answers));
    }
    return new Evidence(lead, setting, answers);
  }

  private void ask(Token token, Question question, Map<String, Answer> answers) {
    answers.put(question.line(), github.ask(token, question));
  }

  private void askTogether(Token token, List<Question> questions, Map<String, Answer> answers) {
    List<Question> unasked =
        questions.stream().filter(question -> !answers.containsKey(question.line())).toList();
    if (unasked.size() == 1) {
      ask(token, unasked.getFirst(), answers);
      return;
    }
    List<Future<Answer>> pending =
        unasked.stream()
            .map(question -> threads.submit(() -> github.ask(token, question)))
            .toList();
    for (Future<Answer> answer : pending) {
      try {
        Answer given = answer.get();
        answers.put(given.question().line(), given);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (ExecutionException e) {
        throw new IllegalStateException("asking does not fail", e);
      }
    }
  }
}
