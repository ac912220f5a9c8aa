package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.GitHub;
import io.github.tokenpreflight.github.Question;
import io.github.tokenpreflight.requirements.TokenRequirements;
import io.github.tokenpreflight.token.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/// Carries out the plan for one token, each question once. Asks and never judges.
///
/// One lead request goes first: it settles whether the token is alive, so that a dead one is never
/// tried again and again, and opens the connection that the rest share.
public final class Survey {
  private final GitHub github;
  private final Setting setting;
  private final ExecutorService threads;

  /// @param threads runs the independent questions; a virtual thread each is meant
  public Survey(GitHub github, Setting setting, ExecutorService threads) {
    this.github = github;
    this.setting = setting;
    this.threads = threads;
  }

  /// Asks what settles validity, kind, scopes, expiry and budgets.
  public Evidence lead(Token token) {
    Questions questions = new Questions(setting.host());
    Map<String, Answer> answers = new LinkedHashMap<>();
    Answer lead = ask(token, questions.rateLimit(), answers);
    if (Standing.tellsNothing(lead)) {
      Plan.stead(Set.copyOf(token.form().kinds()), setting)
          .ifPresent(question -> ask(token, question, answers));
    }
    return new Evidence(token, setting, answers);
  }

  /// Asks everything else that the requirements need; nothing of a token that is not alive.
  public Evidence rest(Evidence lead, TokenRequirements requirements) {
    if (!(Standing.of(lead) instanceof Standing.Alive)) {
      return lead;
    }
    Token token = lead.token();
    Plan plan = Plan.of(requirements, Kinds.possible(lead), setting);
    Map<String, Answer> answers = new LinkedHashMap<>(lead.answers());
    askTogether(token, plan.rest(), answers);
    plan.writes().forEach(question -> ask(token, question, answers));
    return new Evidence(token, setting, answers);
  }

  private Answer ask(Token token, Question question, Map<String, Answer> answers) {
    Answer answer = github.ask(token, question);
    answers.put(question.line(), answer);
    return answer;
  }

  private void askTogether(Token token, List<Question> questions, Map<String, Answer> answers) {
    List<Question> open =
        questions.stream().filter(question -> !answers.containsKey(question.line())).toList();
    if (open.size() == 1) {
      ask(token, open.getFirst(), answers);
      return;
    }
    List<Future<Answer>> pending =
        open.stream().map(question -> threads.submit(() -> github.ask(token, question))).toList();
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
