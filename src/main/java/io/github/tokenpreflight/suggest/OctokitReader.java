package io.github.tokenpreflight.suggest;

import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Endpoints;
import io.github.tokenpreflight.suggest.Demand.Certainty;
import io.github.tokenpreflight.tools.Needs;
import io.github.tokenpreflight.workflow.Offsets;
import io.github.tokenpreflight.workflow.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The calls of a script of `actions/github-script`, by the names that Octokit gives them.
final class OctokitReader {
  private static final Pattern METHOD =
      Pattern.compile(
          "(?:\\brest|\\bgithub|\\boctokit)\\.(?!rest\\b)([a-z][A-Za-z]+)\\.([a-z][A-Za-z]+)\\b");
  private static final Pattern REQUEST =
      Pattern.compile("[\"'`](GET|POST|PUT|PATCH|DELETE) (/[^\"'`\\s]+)[\"'`]");
  private static final Pattern LITERAL =
      Pattern.compile("(?s)owner:\\s*[\"']([\\w.-]+)[\"'],\\s*repo:\\s*[\"']([\\w.-]+)[\"']");

  private OctokitReader() {}

  static List<Demand> demands(Text code, List<Credential> given) {
    Offsets offsets = new Offsets(code);
    List<Demand> demands = new ArrayList<>();
    for (MatchResult call : METHOD.matcher(code.text()).results().toList()) {
      String id = kebab(call.group(1)) + "/" + kebab(call.group(2));
      Endpoints.standard()
          .operation(id)
          .ifPresent(endpoint -> demands.addAll(demands(endpoint, code, call, offsets, given)));
    }
    for (MatchResult call : REQUEST.matcher(code.text()).results().toList()) {
      RestCall rest = RestCall.of(call.group(1), call.group(2));
      Endpoints.standard()
          .match(rest.method(), rest.path())
          .ifPresent(endpoint -> demands.addAll(demands(endpoint, code, call, offsets, given)));
    }
    if (code.text().matches("(?s).*\\bgraphql\\s*\\(.*")) {
      demands.addAll(
          StepReader.demands(
              given,
              code.place(),
              "graphql",
              Needs.NONE,
              "",
              Certainty.NONE,
              List.of("what a GraphQL query needs cannot be told from here")));
    }
    return demands;
  }

  private static List<Demand> demands(
      Endpoint endpoint, Text code, MatchResult call, Offsets offsets, List<Credential> given) {
    String repository =
        LITERAL
            .matcher(code.text())
            .results()
            .filter(found -> found.start() > call.start() && found.start() < call.end() + 200)
            .map(found -> found.group(1) + "/" + found.group(2))
            .findFirst()
            .orElse("");
    String path =
        repository.isEmpty()
            ? endpoint.path()
            : endpoint.path().replace("{owner}/{repo}", repository);
    Needs needs = new Needs(Map.of(), Map.of(), List.of(), List.of(endpoint.method() + " " + path));
    String words = call.group().lines().findFirst().orElse("");
    return StepReader.demands(
        given,
        offsets.place(call.start(), words),
        "github-script",
        needs,
        repository,
        repository.isEmpty() ? Certainty.KNOWN : Certainty.GUESS,
        List.of());
  }

  /// `createComment` as `create-comment`.
  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
