package io.github.tokenpreflight.world;

import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.GitHub;
import io.github.tokenpreflight.github.Question;
import io.github.tokenpreflight.github.Refusal;
import io.github.tokenpreflight.github.RefusalDecoder;
import io.github.tokenpreflight.github.Response;
import io.github.tokenpreflight.github.ResponseFacts;
import io.github.tokenpreflight.token.Token;
import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The stand-in without a wire, for many worlds in little time. What [Answer] a reply comes to is
/// decided as on the wire, retries apart.
final class WorldGitHub implements GitHub {
  private final WorldServer server;

  WorldGitHub(World world) {
    this.server = new WorldServer(world);
  }

  @Override
  public Answer ask(Token token, Question question) {
    Reply reply =
        server.answer(
            question.method(),
            question.uri().getPath(),
            Optional.ofNullable(question.uri().getQuery()).orElse(""));
    Map<String, List<String>> headers = new LinkedHashMap<>();
    reply.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    Response response =
        new Response(
            question,
            reply.status(),
            new ResponseFacts(HttpHeaders.of(headers, (_, _) -> true)),
            reply.body(),
            Optional.of(reply.message()).filter(text -> !text.isEmpty()));
    if (reply.status() < 300) {
      return new Answer.Given(question, response);
    }
    if (reply.status() < 400 || reply.status() >= 500) {
      return new Answer.Unanswered(
          question, "it leads nowhere", 1, Optional.empty(), Optional.of(response));
    }
    Refusal refusal = RefusalDecoder.decode(response);
    return refusal.meaning() == Refusal.Meaning.SECONDARY_LIMIT
        ? new Answer.Unanswered(
            question, "GitHub slows down", 1, Optional.empty(), Optional.of(response))
        : new Answer.Refused(question, response, refusal);
  }

  @Override
  public void close() {}
}
