package io.github.tokenpreflight.github;

import java.util.List;
import java.util.Optional;

/// What one try came to, before anyone decides whether to try again.
sealed interface Exchange {
  /// The response, if there was one, whatever it came to.
  Optional<Response> last();

  /// What it comes to when no other try follows.
  ///
  /// @param tries how often it was asked
  Answer answer(Question question, int tries);

  /// 2xx from GitHub.
  record Granted(Response response) implements Exchange {
    @Override
    public Answer answer(Question question, int tries) {
      return new Answer.Given(question, response);
    }

    @Override
    public Optional<Response> last() {
      return Optional.of(response);
    }
  }

  /// GitHub said no, or said no to a part of a GraphQL query because of a limit.
  record Declined(Response response, Refusal refusal) implements Exchange {
    @Override
    public Answer answer(Question question, int tries) {
      return new Answer.Refused(question, response, refusal);
    }

    @Override
    public Optional<Response> last() {
      return Optional.of(response);
    }
  }

  /// No answer that says anything about the token.
  ///
  /// @param words the cause, as the end of the sentence "could not check because ..."
  /// @param passing whether another try may go better
  record Lost(String words, boolean passing, Optional<Response> response) implements Exchange {
    /// The words for a request that never left, because the server takes no more of them at once.
    static final Lost CROWDED =
        new Lost("the server takes no more at once", true, Optional.empty());

    boolean crowded() {
      return equals(CROWDED);
    }

    @Override
    public Answer answer(Question question, int tries) {
      return new Answer.Unanswered(question, words, tries, Optional.empty(), response);
    }

    @Override
    public Optional<Response> last() {
      return response;
    }
  }

  /// Sorts an answer that is no redirect.
  static Exchange of(Response response) {
    String host = response.question().uri().getHost();
    if (response.status() >= 500) {
      return new Lost(host + " answered " + response.line(), true, Optional.of(response));
    }
    if (response.status() == 407) {
      return lost("the proxy asks for credentials (HTTP 407)", response);
    }
    boolean git = response.question().door() == Question.Door.GIT;
    if (git && response.status() < 300) {
      return git(response);
    }
    if (!response.facts().fromGitHub()) {
      return lost(
          "something other than GitHub answered for " + host + ": " + foreign(response), response);
    }
    return response.status() < 300 ? granted(response) : declined(response);
  }

  private static Exchange git(Response response) {
    GitAdvertisement advertisement = GitAdvertisement.read(response);
    return advertisement instanceof GitAdvertisement.NotGit(String words)
        ? lost(words, response)
        : new Granted(response);
  }

  private static Exchange granted(Response response) {
    if (response.question().graphQl()) {
      List<RefusalDecoder.GraphQlRefusal> refusals = RefusalDecoder.graphQl(response);
      for (RefusalDecoder.GraphQlRefusal part : refusals) {
        if (part.refusal().meaning().passing()) {
          return new Declined(response, part.refusal());
        }
      }
    }
    return response.question().harmless() && !speaks(response)
        ? lost(
            response.question().uri().getHost()
                + " answered "
                + foreign(response)
                + ", which is no answer of the API",
            response)
        : new Granted(response);
  }

  /// Whether a success is one that the API gives to a question: JSON, or nothing at all. A login
  /// page says 200 as well.
  private static boolean speaks(Response response) {
    return switch (response.status()) {
      case 200, 203 -> isJson(response);
      case 202 -> response.body().isBlank() || isJson(response);
      case 204 -> true;
      default -> false;
    };
  }

  private static boolean isJson(Response response) {
    return response.facts().contentType().contains("json")
        && (response.truncated() || Json.tree(response).isPresent());
  }

  private static Exchange declined(Response response) {
    return response.status() < 400
        ? lost("GitHub answered " + response.line() + ", which leads nowhere", response)
        : new Declined(response, RefusalDecoder.decode(response));
  }

  private static Exchange lost(String words, Response response) {
    return new Lost(words, false, Optional.of(response));
  }

  private static String foreign(Response response) {
    String type = response.facts().contentType();
    return "HTTP " + response.status() + (type.isEmpty() ? "" : ", " + type);
  }
}
