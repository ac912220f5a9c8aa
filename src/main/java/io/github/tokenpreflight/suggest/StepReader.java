package io.github.tokenpreflight.suggest;

import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.source.Place;
import io.github.tokenpreflight.suggest.Demand.Certainty;
import io.github.tokenpreflight.tools.KnownTools;
import io.github.tokenpreflight.tools.Needs;
import io.github.tokenpreflight.tools.Tool;
import io.github.tokenpreflight.workflow.Pair;
import io.github.tokenpreflight.workflow.Step;
import io.github.tokenpreflight.workflow.Text;
import io.github.tokenpreflight.workflow.Uses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What one step demands.
final class StepReader {
  private static final Set<String> APP_TOKENS =
      Set.of("actions/create-github-app-token", "octo-sts/action", "tibdex/github-app-token");
  private static final List<String> REPOSITORY_INPUTS =
      List.of("repository", "repo", "external_repository", "repository-name", "repo-name");

  private final Step step;
  private final Scope scope;
  private final JobState state;

  private StepReader(Step step, Scope scope, JobState state) {
    this.step = step;
    this.scope = scope;
    this.state = state;
  }

  static boolean makesAppToken(Step step) {
    return remote(step).filter(uses -> APP_TOKENS.contains(uses.repository())).isPresent();
  }

  static List<Demand> demands(Step step, Scope scope, JobState state) {
    if (step.run().isPresent()) {
      return script(step, scope, new ScriptReader(scope, state).demands(step.run().get()));
    }
    if (makesAppToken(step)) {
      return List.of();
    }
    StepReader reader = new StepReader(step, scope, state);
    return remote(step).map(reader::uses).orElseGet(reader::strange);
  }

  /// With the tokens that a script is given for a purpose that cannot be seen.
  private static List<Demand> script(Step step, Scope scope, List<Demand> seen) {
    List<Demand> all = new ArrayList<>(seen);
    List<Credential> used = seen.stream().map(Demand::credential).toList();
    for (Pair pair : step.env()) {
      if (Strangers.isTokenOfGitHub(pair.name().text())) {
        List<Credential> unseen =
            scope.of(pair.value()).stream()
                .filter(one -> one instanceof Credential.Secret && !used.contains(one))
                .toList();
        all.addAll(
            demands(
                unseen,
                pair.value().place(),
                "a script",
                Needs.NONE,
                "",
                Certainty.NONE,
                List.of()));
      }
    }
    return all;
  }

  private static Optional<Uses.Remote> remote(Step step) {
    return step.uses().filter(Uses.Remote.class::isInstance).map(Uses.Remote.class::cast);
  }

  private List<Demand> uses(Uses.Remote uses) {
    if (uses.repository().equals("actions/setup-node")) {
      state.registry(step.input("registry-url").map(Text::text).orElse(""));
    }
    Optional<Tool> tool = KnownTools.standard().used(uses.name());
    if (tool.isEmpty()) {
      return strange();
    }
    return switch (tool.get().name()) {
      case "checkout" -> checkout();
      case "docker-login" -> registry(tool.get());
      case "github-script" -> script();
      default -> tool(tool.get());
    };
  }

  private List<Demand> strange() {
    return Strangers.action(step, scope);
  }

  private List<Demand> checkout() {
    List<Credential> given = given(step.input("token"), List.of(new Credential.JobToken()));
    if (step.input("ssh-key").isPresent()) {
      return List.of();
    }
    String repository = repository(List.of("repository"));
    if (!step.input("persist-credentials").map(Text::text).orElse("").equals("false")) {
      state.origin(given, repository);
    }
    Place place = step.input("token").map(Text::place).orElse(step.head().place());
    Needs read = contents(Level.READ);
    List<Demand> demands =
        new ArrayList<>(
            demands(given, place, "checkout", read, repository, Certainty.KNOWN, List.of()));
    if (step.input("submodules").filter(one -> !one.text().equals("false")).isPresent()) {
      List<Credential> secrets =
          given.stream().filter(Credential.Secret.class::isInstance).toList();
      demands.addAll(
          demands(
              secrets,
              place,
              "checkout of submodules",
              read,
              Demand.UNKNOWN,
              Certainty.KNOWN,
              List.of()));
    }
    return demands;
  }

  static Needs contents(Level level) {
    Map<String, Level> contents = Map.of("contents", level);
    return new Needs(contents, contents, List.of(), List.of());
  }

  private List<Demand> registry(Tool tool) {
    boolean here = step.input("registry").filter(one -> one.text().contains("ghcr.io")).isPresent();
    Optional<Text> password = step.input("password");
    return here && password.isPresent()
        ? demands(
            scope.of(password.get()),
            password.get().place(),
            "login to ghcr.io",
            tool.needs(),
            "",
            Certainty.KNOWN,
            List.of("`read:packages`, or `packages: read`, is enough where nothing is pushed"))
        : List.of();
  }

  private List<Demand> script() {
    List<Credential> given = given(step.input("github-token"), List.of(new Credential.JobToken()));
    return step.input("script").map(code -> OctokitReader.demands(code, given)).orElse(List.of());
  }

  private List<Demand> tool(Tool tool) {
    List<Text> named =
        Stream.concat(
                tool.intake().inputs().stream().map(step::input),
                tool.intake().env().stream().map(scope::variable))
            .flatMap(Optional::stream)
            .toList();
    String repository = repository(REPOSITORY_INPUTS);
    List<Demand> demands = new ArrayList<>();
    named.forEach(text -> demands.addAll(of(tool, scope.of(text), text.place(), repository)));
    if (named.isEmpty()) {
      List<Credential> usual =
          tool.intake().checkout()
              ? state.push()
              : tool.intake().jobToken() ? List.of(new Credential.JobToken()) : List.of();
      demands.addAll(of(tool, usual, step.head().place(), repository));
    }
    demands.addAll(further(tool));
    return demands;
  }

  /// Tokens in further variables, as for a tap in another repository.
  private List<Demand> further(Tool tool) {
    List<Demand> demands = new ArrayList<>();
    Optional<Tool.Case> tap = tool.find("tap");
    for (Pair pair : step.env()) {
      if (!tool.intake().env().contains(pair.name().text())
          && Strangers.isTokenOfGitHub(pair.name().text())) {
        demands.addAll(
            demands(
                scope.of(pair.value()),
                pair.value().place(),
                tool.name() + " by `" + pair.name().text() + "`",
                tap.map(Tool.Case::needs).orElse(Needs.NONE),
                Demand.UNKNOWN,
                tap.isPresent() ? Certainty.GUESS : Certainty.NONE,
                List.of()));
      }
    }
    return demands;
  }

  /// The demands of a tool that is given these.
  static List<Demand> of(Tool tool, List<Credential> given, Place place, String repository) {
    Needs needs = tool.needs();
    Needs plain = new Needs(needs.job(), needs.permissions(), needs.scopes(), List.of());
    boolean guess = tool.source().certainty().isGuess();
    Certainty certainty =
        tool.intake().want() == Tool.Want.REQUIRED
            ? guess ? Certainty.GUESS_BEYOND_JOB : Certainty.BEYOND_JOB
            : guess ? Certainty.GUESS : Certainty.KNOWN;
    List<String> hints = new ArrayList<>();
    for (Tool.Case one : tool.cases()) {
      if (!one.id().equals("other-repository")) {
        hints.add("if " + one.when() + ": " + Telling.of(one));
      }
    }
    if (!tool.source().setting().isEmpty()) {
      hints.add("setting to be on: " + tool.source().setting());
    }
    String where = repository.isEmpty() && tool.intake().elsewhere() ? Demand.UNKNOWN : repository;
    return demands(given, place, tool.name(), plain, where, certainty, hints);
  }

  private List<Credential> given(Optional<Text> text, List<Credential> usual) {
    return text.map(scope::of).orElse(usual);
  }

  private String repository(List<String> inputs) {
    for (String input : inputs) {
      Optional<Text> name = step.input(input);
      if (name.isPresent() && !state.checkout().isCurrent(name.get().text())) {
        return name.get().text().matches("[\\w.-]+/[\\w.-]+") ? name.get().text() : Demand.UNKNOWN;
      }
    }
    return "";
  }

  static List<Demand> demands(
      List<Credential> given,
      Place place,
      String what,
      Needs needs,
      String repository,
      Certainty certainty,
      List<String> hints) {
    return given.stream()
        .map(one -> new Demand(one, place, what, needs, repository, certainty, hints))
        .toList();
  }
}
