package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.catalogue.Scopes;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.GitHubHost;
import io.github.tokenpreflight.github.Question;
import io.github.tokenpreflight.github.Refusal;
import io.github.tokenpreflight.github.Refusal.Meaning;
import io.github.tokenpreflight.github.Response;
import io.github.tokenpreflight.github.ResponseFacts;
import io.github.tokenpreflight.requirements.RepositoryName;
import io.github.tokenpreflight.token.TestTokens;
import io.github.tokenpreflight.token.TokenKind;
import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Answers of GitHub, and evidence made of them, without anything being asked.
public final class TestAnswers {
  public static final RepositoryName SITE = new RepositoryName("acme", "site");

  /// All that there are, so that no answer is in vain because a scope is missing.
  private static final String SCOPES = String.join(", ", Scopes.standard().names());

  private TestAnswers() {}

  /// A success.
  ///
  /// @param headers pairs of name and value
  public static Answer.Given given(Question question, String body, String... headers) {
    return new Answer.Given(question, response(question, 200, body, Optional.empty(), headers));
  }

  /// A refusal with a meaning, whatever its message says.
  public static Answer.Refused refused(Question question, Meaning meaning, String... headers) {
    return refused(question, meaning, "refused: " + meaning, headers);
  }

  static Answer.Refused refused(
      Question question, Meaning meaning, String message, String[] headers) {
    return new Answer.Refused(
        question,
        response(question, 403, "", Optional.of(message), headers),
        new Refusal(meaning, Optional.of("acme"), Optional.empty(), message));
  }

  /// No answer at all.
  public static Answer.Unanswered unanswered(Question question) {
    return new Answer.Unanswered(question, "it timed out", 3, Optional.empty(), Optional.empty());
  }

  /// The body of a repository.
  ///
  /// @param visibility such as `private`
  /// @param role the strongest role of the user, such as `push`; empty for no roles at all
  static String repository(String visibility, boolean archived, String role) {
    List<String> words = List.of("pull", "triage", "push", "maintain", "admin");
    StringBuilder roles = new StringBuilder();
    for (String word : role.isEmpty() ? List.<String>of() : words) {
      roles.append(roles.isEmpty() ? "" : ",").append('"').append(word).append("\":");
      roles.append(words.indexOf(word) <= words.indexOf(role));
    }
    return """
    {"full_name":"acme/site","default_branch":"main","visibility":"%s","archived":%s,
     "fork":false,"size":1,"permissions":{%s}}
    """
        .formatted(visibility, archived, roles);
  }

  static Setting setting(ProbeLevel probes) {
    return new Setting(GitHubHost.GITHUB_COM, Optional.empty(), probes, false);
  }

  /// What is known when these questions were asked, and answered so.
  static Evidence evidence(
      Set<TokenKind> kinds,
      Setting setting,
      Iterable<Question> asked,
      Function<Question, Answer> github) {
    Question first = new Questions(setting.host()).rateLimit();
    boolean scoped = kinds.stream().anyMatch(TokenKind::hasScopes);
    Answer lead = scoped ? given(first, "{}", "x-oauth-scopes", SCOPES) : given(first, "{}");
    Map<String, Answer> answers = new HashMap<>();
    answers.put(first.line(), lead);
    asked.forEach(
        question -> answers.computeIfAbsent(question.line(), _ -> github.apply(question)));
    return new Evidence(
        new Lead(
            TestTokens.boxed(TestTokens.classic()),
            Optional.of(lead),
            Optional.of(lead),
            Optional.empty(),
            new Standing.Alive(lead),
            kinds),
        setting,
        answers);
  }

  private static Response response(
      Question question, int status, String body, Optional<String> message, String... headers) {
    Map<String, List<String>> lines = new HashMap<>();
    for (int at = 0; at < headers.length; at += 2) {
      lines.put(headers[at], List.of(headers[at + 1]));
    }
    return new Response(
        question, status, new ResponseFacts(HttpHeaders.of(lines, (_, _) -> true)), body, message);
  }
}
