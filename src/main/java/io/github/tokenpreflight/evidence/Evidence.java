package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.Question;
import io.github.tokenpreflight.github.ResponseFacts;
import io.github.tokenpreflight.requirements.RepositoryName;
import io.github.tokenpreflight.token.TokenKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What was asked about one token and what was answered. Nothing here judges.
public final class Evidence {
  private final Lead lead;
  private final Setting setting;
  private final Map<String, Answer> answers;

  /// Each body is read once.
  private final Map<String, Reach> reaches = new ConcurrentHashMap<>();

  /// @param answers by [Question#line()], the lead's among them
  Evidence(Lead lead, Setting setting, Map<String, Answer> answers) {
    this.lead = lead;
    this.setting = setting;
    this.answers = Map.copyOf(answers);
  }

  /// What is known of a token that nobody asked about.
  public static Evidence none(Lead lead, Setting setting) {
    return new Evidence(lead, setting, Map.of());
  }

  public Lead lead() {
    return lead;
  }

  public Setting setting() {
    return setting;
  }

  public Standing standing() {
    return lead.standing();
  }

  /// What the token can be, after its form and what the headers say.
  public Set<TokenKind> kinds() {
    return lead.kinds();
  }

  /// What the headers of the lead answer say; absent when there was none.
  public Optional<ResponseFacts> facts() {
    return lead.facts();
  }

  /// The scopes that GitHub lists; absent for tokens that have none, and where the list was lost.
  public Optional<List<String>> scopes() {
    return facts().flatMap(ResponseFacts::scopes);
  }

  /// The answer to a question; absent when it was not asked.
  public Optional<Answer> to(Question question) {
    return Optional.ofNullable(answers.get(question.line()));
  }

  /// The answer to GET /user; absent when nobody asked whose token it is.
  public Optional<Answer> user() {
    return to(new Questions(setting.host()).user());
  }

  /// All answers, by [Question#line()].
  public Map<String, Answer> answers() {
    return answers;
  }

  /// How far the token gets into a repository.
  public Reach reach(RepositoryName name) {
    Question door = new Questions(setting.host()).repository(name);
    return reaches.computeIfAbsent(
        door.line(),
        _ ->
            to(door)
                .map(answer -> Reach.of(answer, this))
                .orElseGet(() ->
                    new Reach.Closed(
                        new Grant.Unanswered("the check ended before it was asked", List.of()))));
  }

  /// The lead answer, as what a grant rests on.
  List<Answer> leads() {
    return lead.answer().stream().toList();
  }
}
