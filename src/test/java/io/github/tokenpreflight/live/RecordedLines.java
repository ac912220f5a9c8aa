package io.github.tokenpreflight.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tokenpreflight.github.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/// Answers in the form of `src/test/resources/fixtures/recorded-answers.jsonl`: status, the headers
/// that say something about a token, and the sentence. No body, no name of an owner, a repository
/// or a user.
final class RecordedLines {
  private RecordedLines() {}

  static String of(List<Seen> seen) {
    StringBuilder out = new StringBuilder();
    int number = 1;
    for (Seen answer : seen) {
      if (answer.answer().last().isPresent()) {
        out.append(line("live-" + number++, answer, answer.answer().last().get())).append('\n');
      }
    }
    return out.toString();
  }

  private static String line(String id, Seen seen, Response response) {
    ObjectNode line = new ObjectMapper().createObjectNode();
    line.put("id", id).put("source", "live").put("date", LocalDate.now(ZoneOffset.UTC).toString());
    line.put("certainty", "recorded");
    line.put(
        "request",
        general(seen, seen.question().method() + " " + seen.question().uri().getRawPath()));
    line.put("status", response.status());
    ObjectNode headers = line.putObject("headers");
    response
        .facts()
        .scopes()
        .ifPresent(held -> headers.put("x-oauth-scopes", String.join(", ", held)));
    response
        .facts()
        .acceptedPermissions()
        .ifPresent(sets -> headers.put("x-accepted-github-permissions", sets(sets)));
    line.put("message", general(seen, response.message().orElse("")));
    line.put("token_kind", seen.kind().title()).put("reading", "");
    return line.put("means", seen.meaning().map(Enum::name).orElse("-")).toString();
  }

  private static String sets(List<Map<String, String>> sets) {
    return String.join(
        "; ",
        sets.stream()
            .map(set ->
                String.join(
                    ",",
                    set.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList()))
            .toList());
  }

  /// With names in braces in the place of what the file declares, and of the user.
  private static String general(Seen seen, String text) {
    String general = text.replaceFirst(" denied to [^.\\s]+", " denied to {user}");
    for (var place : seen.token().access().repositories()) {
      String owner = place.repository().value().owner();
      general = general.replace(owner + "/" + place.repository().value().name(), "{owner}/{repo}");
      general = general.replace(owner, "{owner}");
    }
    for (var place : seen.token().access().organizations()) {
      general = general.replace(place.organization().value(), "{org}");
    }
    return general;
  }
}
