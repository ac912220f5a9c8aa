package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.evidence.Plan;
import io.github.tokenpreflight.evidence.ProbeLevel;
import io.github.tokenpreflight.evidence.Setting;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Report;
import io.github.tokenpreflight.github.GitHubHost;
import io.github.tokenpreflight.requirements.Declared;
import io.github.tokenpreflight.requirements.Reading;
import io.github.tokenpreflight.requirements.RepositoryName;
import io.github.tokenpreflight.requirements.Requirements;
import io.github.tokenpreflight.requirements.TokenRequirements;
import io.github.tokenpreflight.token.TokenKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `plan`: every request that a check would send, without a token and without a network.
final class PlanCommand {
  private final Io io;
  private final Console console;

  PlanCommand(Io io, Console console) {
    this.io = io;
    this.console = console;
  }

  ExitCode run(Optional<String> requirements, Optional<String> kind, Optional<String> probes) {
    Optional<TokenKind> one = kind.flatMap(TokenKind::parse);
    if (kind.isPresent() && one.isEmpty()) {
      console.complain("`--kind` is one of " + Phrases.anyOf(TokenKind.words()));
      return ExitCode.FAULTY;
    }
    Optional<ProbeLevel> level = ProbeLevel.parse(probes.orElse("read"));
    if (level.isEmpty()) {
      console.complain("`--probes` is one of " + Phrases.anyOf(ProbeLevel.words()));
      return ExitCode.FAULTY;
    }
    return switch (new RequirementsSource(io.directory(), false)
        .read(requirements, Optional.empty())) {
      case Reading.Faulty faulty ->
          new Voices(io, console, false, Optional.empty(), Optional.empty())
              .speak(new Report("", io.clock().instant(), List.of(), faulty.faults()));
      case Reading.Read good -> print(good.requirements(), one, level.get());
    };
  }

  private ExitCode print(Requirements requirements, Optional<TokenKind> kind, ProbeLevel level) {
    if (!(GitHubHost.read(io.variable("GITHUB_API_URL"), io.variable("GITHUB_SERVER_URL"))
        instanceof GitHubHost.Reading.Read(var host))) {
      console.complain("`GITHUB_API_URL` cannot be used");
      return ExitCode.FAULTY;
    }
    Setting setting =
        new Setting(host, RepositoryName.parse(io.variable("GITHUB_REPOSITORY")), level, false);
    for (TokenRequirements wishes : requirements.tokens()) {
      for (TokenKind planned : kinds(wishes, kind)) {
        console.print(
            PlanText.of(
                wishes.name().value(), planned.title(), Plan.of(wishes, Set.of(planned), setting)));
      }
    }
    return ExitCode.DONE;
  }

  private static List<TokenKind> kinds(TokenRequirements wishes, Optional<TokenKind> kind) {
    if (kind.isPresent()) {
      return List.of(kind.get());
    }
    List<TokenKind> allowed = wishes.identity().kinds().stream().map(Declared::value).toList();
    return allowed.isEmpty() ? Arrays.asList(TokenKind.values()) : allowed;
  }
}
