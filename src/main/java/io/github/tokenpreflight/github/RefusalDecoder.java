package io.github.tokenpreflight.github;

import static io.github.tokenpreflight.github.Refusal.Meaning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns an answer that says no into what the no means. The one owner of that decision, for REST,
/// Git and GraphQL.
///
/// Strict: what is neither documented nor recorded is [Refusal.Meaning#UNKNOWN]. The caller has
/// made sure that GitHub itself answered.
public final class RefusalDecoder {
  private static final Pattern SSO_ADDRESS =
      Pattern.compile("https://[^/]+/(?:orgs|enterprises)/([^/?#]+)/sso.*");
  private static final int FORBIDDEN = 403;

  private RefusalDecoder() {}

  /// Decodes an answer with a status from 400 to 499.
  public static Refusal decode(Response response) {
    String message = response.message().orElse("");
    Optional<Sso.Required> sso = signOn(response);
    if (sso.isPresent()) {
      return signOn(response, sso.get(), message);
    }
    if (response.status() == 401 && response.facts().asksOneTimePassword()) {
      return plain(Meaning.ONE_TIME_PASSWORD, message);
    }
    Optional<Wording.Recognized> known = Wording.recognize(response.status(), message);
    if (known.isEmpty()) {
      return plain(byStatus(response), message);
    }
    Meaning meaning = known.get().meaning();
    boolean scope = meaning == Meaning.MISSING_ROLE && response.facts().lacksEveryAcceptedScope();
    return new Refusal(
        scope ? Meaning.MISSING_SCOPE : meaning,
        known.get().organization(),
        known.get().url().flatMap(url -> Named.link(response.question().uri(), url)),
        message);
  }

  /// A part of a GraphQL answer that was refused.
  ///
  /// @param path names and positions from the root of the data, empty for the whole query
  public record GraphQlRefusal(List<String> path, Refusal refusal) {
    public GraphQlRefusal {
      path = List.copyOf(path);
    }
  }

  /// Decodes the `errors` of a GraphQL answer, which come with status 200 and perhaps beside data.
  ///
  /// Source: answers published from 2022 to 2026. Empty if there are none, or the body is no JSON.
  public static List<GraphQlRefusal> graphQl(Response response) {
    List<GraphQlRefusal> refusals = new ArrayList<>();
    Json.tree(response)
        .ifPresent(tree -> {
          for (JsonNode error : tree.path("errors")) {
            refusals.add(graphQl(response, error));
          }
        });
    return List.copyOf(refusals);
  }

  private static GraphQlRefusal graphQl(Response response, JsonNode error) {
    List<String> path = new ArrayList<>();
    for (JsonNode step : error.path("path")) {
      path.add(step.asText());
    }
    String message = OneLine.of(Json.text(error, "message").orElse(""));
    Optional<Wording.Recognized> known = Wording.recognize(FORBIDDEN, message);
    boolean saml = Json.flag(error.path("extensions"), "saml_failure").orElse(false);
    Meaning meaning =
        saml
            ? Meaning.SSO_REQUIRED
            : known
                .map(Wording.Recognized::meaning)
                .orElseGet(() -> byType(Json.text(error, "type").orElse("")));
    Refusal refusal =
        new Refusal(
            meaning,
            known.flatMap(Wording.Recognized::organization),
            known
                .flatMap(Wording.Recognized::url)
                .flatMap(url -> Named.link(response.question().uri(), url)),
            message);
    return new GraphQlRefusal(path, refusal);
  }

  private static Meaning byType(String type) {
    return switch (type) {
      case "INSUFFICIENT_SCOPES" -> Meaning.MISSING_SCOPE;
      case "NOT_FOUND" -> Meaning.NOT_FOUND;
      case "RATE_LIMITED", "RATE_LIMIT" -> Meaning.PRIMARY_LIMIT;
      default -> Meaning.UNKNOWN;
    };
  }

  /// What the status says alone, where the sentence says nothing we know.
  private static Meaning byStatus(Response response) {
    return switch (response.status()) {
      case 401 -> Meaning.UNEXPLAINED_401;
      case FORBIDDEN -> limit(response);
      case 404 -> Meaning.NOT_FOUND;
      case 409, 410 -> Meaning.RESOURCE_STATE;
      case 422 -> namesErrors(response) ? Meaning.VALIDATION : Meaning.UNKNOWN;
      case 429 ->
          response.facts().rateLimitUsedUp() ? Meaning.PRIMARY_LIMIT : Meaning.SECONDARY_LIMIT;
      case 451 -> Meaning.TRADE_CONTROLS;
      default -> Meaning.UNKNOWN;
    };
  }

  /// GitHub's limits speak through headers, whatever the sentence (documented).
  private static Meaning limit(Response response) {
    if (response.facts().rateLimitUsedUp()) {
      return Meaning.PRIMARY_LIMIT;
    }
    return response.facts().asksToWait() ? Meaning.SECONDARY_LIMIT : Meaning.UNKNOWN;
  }

  private static boolean namesErrors(Response response) {
    JsonNode errors = Json.tree(response).map(tree -> tree.path("errors")).orElse(null);
    return errors != null && errors.isArray() && !errors.isEmpty();
  }

  /// Single sign-on speaks through its header, whatever the sentence, even where a 404 hides the
  /// resource.
  private static Optional<Sso.Required> signOn(Response response) {
    boolean refused = response.status() == FORBIDDEN || response.status() == 404;
    Optional<Sso> sso = refused ? response.facts().sso() : Optional.empty();
    return sso.filter(Sso.Required.class::isInstance).map(Sso.Required.class::cast);
  }

  private static Refusal signOn(Response response, Sso.Required sso, String message) {
    Optional<String> url = sso.url().flatMap(link -> Named.link(response.question().uri(), link));
    Matcher address = SSO_ADDRESS.matcher(url.orElse(""));
    Optional<String> organization =
        address.matches() ? Optional.of(address.group(1)) : Optional.empty();
    return new Refusal(Meaning.SSO_REQUIRED, organization.filter(Named::isLogin), url, message);
  }

  private static Refusal plain(Meaning meaning, String message) {
    return new Refusal(meaning, Optional.empty(), Optional.empty(), message);
  }
}
