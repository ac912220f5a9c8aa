package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.catalogue.Catalogue;
import io.github.tokenpreflight.check.Checks;
import io.github.tokenpreflight.evidence.Plan;
import io.github.tokenpreflight.evidence.Setting;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Report;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.finding.TokenReport;
import io.github.tokenpreflight.github.GitHub;
import io.github.tokenpreflight.github.GitHubHost;
import io.github.tokenpreflight.requirements.Reading;
import io.github.tokenpreflight.requirements.RepositoryName;
import io.github.tokenpreflight.requirements.Requirements;
import io.github.tokenpreflight.requirements.TokenRequirements;
import io.github.tokenpreflight.runner.ActionInputs;
import io.github.tokenpreflight.runner.Input;
import io.github.tokenpreflight.runner.WorkflowCommand;
import io.github.tokenpreflight.source.Nearest;
import io.github.tokenpreflight.token.Token;
import io.github.tokenpreflight.token.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// `check`, and the action itself: gather, judge, render, write.
final class CheckCommand {
  private final Io io;
  private final Outgoing outgoing;

  CheckCommand(Io io, Outgoing outgoing) {
    this.io = io;
    this.outgoing = outgoing;
  }

  /// As a step of a job, told by inputs.
  ExitCode runAsAction() {
    ActionInputs inputs = ActionInputs.of(io.environment());
    return run(name -> inputs.given(Input.named(name)), unknown(inputs));
  }

  /// @param given the text of an option by its name
  ExitCode run(Function<String, Optional<String>> given, List<Finding> warnings) {
    Surroundings surroundings = Surroundings.of(io);
    List<Token> inSight = new ArrayList<>(surroundings.tokensInSight());
    given.apply("token").flatMap(Token::of).ifPresent(inSight::add);
    outgoing.hide(inSight);
    RequirementsSource.Found found =
        new RequirementsSource(io.workspace(), io.inJob())
            .read(given.apply("requirements"), given.apply("inline-requirements"));
    outgoing.hide(found.tokens(io));
    CheckOptions.Reading read = CheckOptions.read(given);
    if (read.options().isEmpty()) {
      List<Finding> errors = new ArrayList<>(warnings);
      errors.addAll(read.errors());
      return new Voices(io, outgoing, false, Optional.empty(), Optional.empty())
          .speak(report("", List.of(), errors));
    }
    return run(read.options().get(), surroundings, found.reading(), warnings);
  }

  private ExitCode run(
      CheckOptions options, Surroundings surroundings, Reading reading, List<Finding> warnings) {
    List<Finding> errors = new ArrayList<>(warnings);
    List<TokenReport> tokens = List.of();
    errors.addAll(reading.findings());
    if (reading instanceof Reading.Read(Requirements requirements, _)) {
      tokens = check(options, surroundings, requirements, errors);
    }
    boolean discreet =
        switch (options.details()) {
          case AUTO -> surroundings.readByAnyone();
          case FULL -> false;
          case MINIMAL -> true;
        };
    return new Voices(io, outgoing, discreet, options.report(), options.sarif())
        .speak(report(reading.file().path(), tokens, errors));
  }

  private List<TokenReport> check(
      CheckOptions options,
      Surroundings surroundings,
      Requirements requirements,
      List<Finding> errors) {
    List<TokenRequirements> chosen = chosen(options, requirements, errors);
    if (Catalogue.staleAt(io.clock().instant())
        && chosen.stream().anyMatch(CheckCommand::looksUp)) {
      errors.add(stale());
    }
    GivenTokens tokens = GivenTokens.gather(io, options, chosen, errors);
    GitHubHost host = host(options, errors);
    if (errors.stream().anyMatch(error -> error.severity() == Severity.ERROR)) {
      return List.of();
    }
    Setting setting =
        new Setting(
            host,
            surroundings.job().repository().flatMap(RepositoryName::parse),
            options.probes(),
            options.details() == CheckOptions.Details.FULL);
    if (io.inJob()) {
      outgoing.print(announced(chosen, tokens, setting));
    }
    Connection connection = Connection.open(io, outgoing, options, host);
    if (connection instanceof Connection.Refused(Finding error)) {
      errors.add(error);
      return List.of();
    }
    try (GitHub github = ((Connection.Opened) connection).github()) {
      return new Preflight(io, outgoing, options, setting, surroundings)
          .reports(github, requirements, chosen, tokens);
    }
  }

  /// Every request, said before any is sent, in a fold of the log.
  private static String announced(
      List<TokenRequirements> chosen, GivenTokens tokens, Setting setting) {
    StringBuilder out = new StringBuilder();
    for (TokenRequirements requirements : chosen) {
      String name = requirements.name().value();
      Optional<Token> token = tokens.named(name).filter(Checks::askable);
      if (token.isPresent()) {
        List<TokenKind> possible = token.get().form().kinds();
        Set<TokenKind> kinds = Set.copyOf(possible);
        String title = kinds.size() == 1 ? possible.getFirst().title() : "token";
        out.append(WorkflowCommand.group("What is asked about " + name).line()).append('\n');
        out.append(PlanText.head(name, List.of(title)));
        out.append(
            PlanText.requests(Plan.of(requirements, kinds, setting), Plan.stead(kinds, setting)));
        out.append(WorkflowCommand.endGroup().line()).append('\n');
      }
    }
    return out.toString();
  }

  /// Those that `only` names, in the order of the file; without it all of them.
  private static List<TokenRequirements> chosen(
      CheckOptions options, Requirements requirements, List<Finding> errors) {
    List<String> declared =
        requirements.tokens().stream().map(token -> token.name().value()).toList();
    List<String> wanted = new ArrayList<>(options.only());
    options.name().ifPresent(wanted::add);
    for (String name : wanted) {
      if (!declared.contains(name)) {
        errors.add(undeclared(name, declared));
      }
    }
    if (!options.only().isEmpty()
        && options.name().filter(name -> !options.only().contains(name)).isPresent()) {
      errors.add(
          Finding.error(
                  Rule.WRONG_INPUT,
                  "`only` leaves out `" + options.name().get() + "`, which `name` names")
              .help("name it in `only` too, or leave `only` out"));
    }
    List<String> only =
        options.only().isEmpty() && options.token().isPresent() && options.name().isPresent()
            ? List.of(options.name().get())
            : options.only();
    return requirements.tokens().stream()
        .filter(token -> only.isEmpty() || only.contains(token.name().value()))
        .toList();
  }

  /// Whether a requirement is judged by the catalogue of permissions and endpoints.
  private static boolean looksUp(TokenRequirements requirements) {
    return !requirements.access().permissions().isEmpty()
        || !requirements.access().endpoints().isEmpty()
        || !requirements.forbidden().permissions().isEmpty();
  }

  private static Finding stale() {
    return Finding.error(
            Rule.STALE_CATALOGUE, "the catalogue of permissions is older than six months")
        .as(Severity.NOTE)
        .seen("it was read from GitHub's documentation on " + Catalogue.captured())
        .help("use a newer release of this action");
  }

  private static Finding undeclared(String name, List<String> declared) {
    List<String> near = Nearest.to(name, declared);
    return Finding.error(
            Rule.WRONG_INPUT, "the requirements file declares no token named `" + name + "`")
        .seen("it declares " + Phrases.names(declared))
        .help(
            near.isEmpty()
                ? "name one of them, or declare it"
                : "did you mean " + Phrases.anyOf(near) + "?");
  }

  private GitHubHost host(CheckOptions options, List<Finding> errors) {
    String api = options.apiUrl().orElse(io.variable("GITHUB_API_URL"));
    String web = options.apiUrl().isPresent() ? "" : io.variable("GITHUB_SERVER_URL");
    GitHubHost.HostReading reading = GitHubHost.read(api, web);
    if (reading instanceof GitHubHost.HostReading.Failed(String words)) {
      errors.add(
          Finding.error(Rule.WRONG_INPUT, "the address of GitHub cannot be used")
              .seen(
                  options.apiUrl().isPresent() ? words.replace("GITHUB_API_URL", "api-url") : words)
              .help("set `api-url`, for instance `https://github.example.com/api/v3`"));
      return GitHubHost.GITHUB_COM;
    }
    return ((GitHubHost.HostReading.Read) reading).host();
  }

  private static List<Finding> unknown(ActionInputs inputs) {
    return inputs.unknown().stream()
        .map(name -> {
          List<String> near =
              Nearest.to(name, Input.words()).stream()
                  .filter(word -> inputs.given(Input.named(word)).isEmpty())
                  .toList();
          Finding unknown =
              Finding.error(Rule.WRONG_INPUT, "there is no input named `" + name + "`");
          // What is misspelt was meant to change the check. The rest may belong to another release.
          return near.isEmpty()
              ? unknown.as(Severity.WARNING).help("the inputs are " + Phrases.names(Input.words()))
              : unknown.help("did you mean " + Phrases.anyOf(near) + "?");
        })
        .toList();
  }

  private Report report(String path, List<TokenReport> tokens, List<Finding> errors) {
    return new Report(path, io.clock().instant(), tokens, errors);
  }
}
