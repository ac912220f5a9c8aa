package io.github.tokenpreflight.suggest;

import io.github.tokenpreflight.suggest.Demand.Certainty;
import io.github.tokenpreflight.tools.Needs;
import io.github.tokenpreflight.workflow.Job;
import io.github.tokenpreflight.workflow.Pair;
import io.github.tokenpreflight.workflow.Step;
import io.github.tokenpreflight.workflow.Uses;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Actions and workflows that nothing is known of: whether they are given a token of GitHub is told
/// by names.
final class Strangers {
  private static final Set<String> HOSTS = Set.of("GH", "GITHUB");
  private static final Set<String> PURPOSES =
      Set.of("GH", "GITHUB", "PAT", "GIT", "REPO", "BOT", "RELEASE", "DISPATCH");
  private static final Set<String> BETWEEN = Set.of("API", "ENTERPRISE", "OAUTH");

  private Strangers() {}

  static List<Demand> action(Step step, Scope scope) {
    String what =
        step.uses()
            .map(uses -> uses instanceof Uses.Remote remote ? remote.name() : uses.written().text())
            .orElse("a step");
    List<Demand> demands = new ArrayList<>();
    step.with().forEach(pair -> demands.addAll(given(pair, what, scope)));
    step.env().forEach(pair -> demands.addAll(given(pair, what, scope)));
    return demands;
  }

  static List<Demand> workflow(Job.Call call, Scope scope) {
    String what = call.uses().written().text().replaceFirst("@.*", "");
    List<Demand> demands = new ArrayList<>();
    call.with().forEach(pair -> demands.addAll(given(pair, what, scope)));
    call.secrets().forEach(pair -> demands.addAll(given(pair, what, scope)));
    return demands;
  }

  /// Whether a variable is called as tools call the one with a token of GitHub.
  static boolean isTokenOfGitHub(String variable) {
    List<String> parts = List.of(variable.split("_", -1));
    int last = parts.size() - 1;
    int host = last > 1 && BETWEEN.contains(parts.get(last - 1)) ? last - 2 : last - 1;
    return host >= 0
        && (parts.get(last).equals("TOKEN") || parts.get(last).equals("PAT"))
        && HOSTS.contains(parts.get(host));
  }

  /// Whether an input is called as actions call the one with a token of GitHub.
  private static boolean isInput(String name) {
    boolean token = name.contains("token");
    return name.equals("pat")
        || name.equals("gh_pat")
        || name.contains("personal_access")
        || (token && (name.contains("github") || name.startsWith("gh") || name.startsWith("repo")));
  }

  private static List<Demand> given(Pair pair, String what, Scope scope) {
    String name = pair.name().text();
    boolean certain =
        isTokenOfGitHub(name) || isInput(name.toLowerCase(Locale.ROOT).replace('-', '_'));
    List<Credential> given =
        scope.of(pair.value()).stream().filter(one -> certain || isOfGitHub(one)).toList();
    return StepReader.demands(
        given, pair.value().place(), what, Needs.NONE, "", Certainty.NONE, List.of());
  }

  /// Whether the name of a secret says that it is a token of GitHub.
  private static boolean isOfGitHub(Credential credential) {
    return switch (credential) {
      case Credential.Secret secret ->
          List.of(secret.name().split("_", -1)).stream().anyMatch(PURPOSES::contains)
              && (secret.name().contains("TOKEN") || secret.name().contains("PAT"));
      case Credential.JobToken _, Credential.AppToken _ -> true;
    };
  }
}
