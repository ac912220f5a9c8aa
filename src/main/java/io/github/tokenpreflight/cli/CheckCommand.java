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
import io.github.tokenpreflight.render.PlanRenderer;
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
import java.util.stream.Stream;

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

  /// What a check came to.
  private record Outcome(List<TokenReport> tokens, List<Finding> errors) {}

  private ExitCode run(
      CheckOptions options, Surroundings surroundings, Reading reading, List<Finding> warnings) {
    Outcome outcome =
        reading instanceof Reading.Read(Requirements requirements, _)
            ? check(options, surroundings, requirements)
            : new Outcome(List.of(), List.of());
    boolean discreet =
        switch (options.details()) {
          case AUTO -> surroundings.readByAnyone();
          case FULL -> false;
          case MINIMAL -> true;
        };
    return new Voices(io, outgoing, discreet, options.report(), options.sarif())
        .speak(
            report(
                reading.file().path(),
                outcome.tokens,
                joined(Stream.of(warnings, reading.findings(), outcome.errors))));
  }

  private Outcome check(
      CheckOptions options, Surroundings surroundings, Requirements requirements) {
    Selection selection = Selection.of(options, requirements);
    List<TokenRequirements> chosen = selection.tokens();
    GivenTokens tokens = GivenTokens.gather(io, options, chosen);
    Address address = Address.of(io, options);
    List<Finding> errors =
        joined(Stream.of(selection.errors(), stale(chosen), tokens.errors(), address.errors()));
    boolean unusable = errors.stream().anyMatch(error -> error.severity() == Severity.ERROR);
    if (unusable || !(address instanceof Address.Usable(GitHubHost host))) {
      return new Outcome(List.of(), errors);
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
    return switch (Connection.open(io, outgoing, options, host)) {
      case Connection.Refused(Finding error) ->
          new Outcome(List.of(), joined(Stream.of(errors, List.of(error))));
      case Connection.Opened(GitHub github) -> {
        try (github) {
          yield new Outcome(
              new Preflight(io, outgoing, options, setting, surroundings)
                  .reports(github, requirements, chosen, tokens),
              errors);
        }
      }
    };
  }

  private static List<Finding> joined(Stream<List<Finding>> parts) {
    return parts.flatMap(List::stream).toList();
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
        out.append(PlanRenderer.head(name, List.of(title)));
        Plan plan = Plan.of(requirements, kinds, setting);
        out.append(new PlanRenderer(plan, Plan.stead(kinds, setting), List.of()).body());
        out.append(WorkflowCommand.endGroup().line()).append('\n');
      }
    }
    return out.toString();
  }

  /// Whether a requirement is judged by the catalogue of permissions and endpoints.
  private static boolean looksUp(TokenRequirements requirements) {
    return !requirements.access().permissions().isEmpty()
        || !requirements.access().endpoints().isEmpty()
        || !requirements.forbidden().permissions().isEmpty();
  }

  private List<Finding> stale(List<TokenRequirements> chosen) {
    return Catalogue.staleAt(io.clock().instant())
            && chosen.stream().anyMatch(CheckCommand::looksUp)
        ? List.of(
            Finding.error(
                    Rule.STALE_CATALOGUE, "the catalogue of permissions is older than six months")
                .as(Severity.NOTE)
                .seen("it was read from GitHub's documentation on " + Catalogue.captured())
                .help("use a newer release of this action"))
        : List.of();
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
