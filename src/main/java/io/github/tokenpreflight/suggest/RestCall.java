package io.github.tokenpreflight.suggest;

import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Endpoints;
import io.github.tokenpreflight.source.Place;
import io.github.tokenpreflight.suggest.Demand.Certainty;
import io.github.tokenpreflight.tools.Needs;
import io.github.tokenpreflight.tree.Quote;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A call of the REST API in a script.
///
/// @param path as GitHub documents it, with `{...}` for what is known at run time only
record RestCall(String method, String path) {
  private static final Pattern URL =
      Pattern.compile(
          "(?:https://(?:api|uploads)\\.github\\.com|\\$\\{?GITHUB_API_URL}?"
              + "|\\$\\{\\{\\s*github\\.api_url\\s*}})(/.*)");
  private static final Set<String> WITH_VALUE =
      Set.of(
          "-X",
          "--method",
          "-f",
          "-F",
          "--field",
          "--raw-field",
          "-H",
          "--header",
          "-q",
          "--jq",
          "-t",
          "--template",
          "--input",
          "--cache",
          "-p",
          "--preview",
          "--hostname");
  private static final Set<String> BODY = Set.of("-f", "-F", "--field", "--raw-field", "--input");
  private static final Pattern DATA = Pattern.compile("-d|--data.*|--json|-F|--form|-T");

  /// The call of `gh api`, from the word `api` on.
  static RestCall ofGh(List<String> words) {
    String method = "";
    String path = "";
    boolean body = false;
    for (int at = 1; at < words.size(); at++) {
      String word = words.get(at);
      if (word.startsWith("--method=")) {
        method = word.substring("--method=".length());
      } else if (WITH_VALUE.contains(word) && at + 1 < words.size()) {
        method = word.equals("-X") || word.equals("--method") ? words.get(at + 1) : method;
        body = body || BODY.contains(word);
        at++;
      } else if (!word.startsWith("-") && path.isEmpty()) {
        path = word;
      }
    }
    return of(method.isEmpty() ? body ? "POST" : "GET" : method, path);
  }

  /// The call of `curl`, if it goes to the API of GitHub.
  static Optional<RestCall> ofCurl(List<String> words) {
    String method = "";
    boolean body = false;
    Optional<String> path = Optional.empty();
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at);
      boolean more = at + 1 < words.size();
      if ((word.equals("-X") || word.equals("--request")) && more) {
        method = words.get(at + 1);
      } else if (word.matches("-X[A-Z]+")) {
        method = word.substring(2);
      }
      body = body || DATA.matcher(word).matches();
      Matcher url = URL.matcher(word);
      path = url.find() ? Optional.of(url.group(1)) : path;
    }
    String verb = method.isEmpty() ? body ? "POST" : "GET" : method;
    return path.map(found -> of(verb, found));
  }

  static RestCall of(String method, String written) {
    String path = written.replaceFirst("^https://[^/]+", "").replaceFirst("[?#].*", "");
    path = path.replaceAll("\\$\\{\\{\\s*github\\.repository\\s*}}", "{owner}/{repo}");
    path = path.replaceAll("\\$\\{?GITHUB_REPOSITORY}?(?!_)", "{owner}/{repo}");
    path = path.replace(":owner", "{owner}").replace(":repo", "{repo}");
    path = path.replaceAll("\\$\\{\\{\\s*github\\.repository_owner\\s*}}", "{owner}");
    path = path.replaceAll("\\$\\{?GITHUB_REPOSITORY_OWNER}?", "{owner}");
    path = path.replaceAll("\\$\\{\\{.*?}}", "{x}").replaceAll("\\$\\{[^}]*}", "{x}");
    path = path.replaceAll("\\$\\w+", "{x}").replaceAll("[^/{]+\\{x}|\\{x}[^/]+", "{x}");
    path = (path.startsWith("/") ? path : "/" + path).replaceFirst("(?<=.)/+$", "");
    return new RestCall(method.toUpperCase(Locale.ROOT), path);
  }

  boolean isGraphql() {
    return path.equals("/graphql");
  }

  List<Demand> demands(String what, List<Credential> given, Place place, Checkout checkout) {
    if (isGraphql()) {
      return StepReader.demands(
          given,
          place,
          what + " graphql",
          Needs.NONE,
          "",
          Certainty.NONE,
          List.of("what a GraphQL query needs cannot be told from here"));
    }
    Optional<Endpoint> endpoint = Endpoints.standard().match(method, path);
    if (endpoint.isEmpty()) {
      return StepReader.demands(
          given,
          place,
          what,
          Needs.NONE,
          "",
          Certainty.NONE,
          List.of("a call that GitHub does not document: " + Quote.of(method + " " + path)));
    }
    String repository = repository(endpoint.get(), checkout);
    String call = method + " " + declared(endpoint.get(), repository);
    Needs needs = new Needs(Map.of(), Map.of(), List.of(), List.of(call));
    return StepReader.demands(given, place, what, needs, repository, Certainty.KNOWN, List.of());
  }

  private String repository(Endpoint endpoint, Checkout checkout) {
    Optional<String> owner = endpoint.value(path, "{owner}");
    Optional<String> repo = endpoint.value(path, "{repo}");
    if (owner.isEmpty() || repo.isEmpty()) {
      return "";
    }
    String name = owner.get() + "/" + repo.get();
    if (name.equals("{owner}/{repo}") || checkout.isCurrent(name)) {
      return "";
    }
    return name.matches("[\\w.-]+/[\\w.-]+") ? name : Demand.UNKNOWN;
  }

  /// The template, with the place in it where that is written out.
  private String declared(Endpoint endpoint, String repository) {
    String declared = endpoint.path();
    if (!repository.isEmpty() && !repository.equals(Demand.UNKNOWN)) {
      declared = declared.replace("{owner}/{repo}", repository);
    }
    String org = endpoint.value(path, "{org}").orElse("{");
    return !org.matches("[\\w-]+") ? declared : declared.replace("{org}", org);
  }
}
