package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.evidence.Doubts;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// `plan`: every request that a check would send, without a token and without a network.
final class PlanCommand {
  private final Io io;
  private final Console console;

  PlanCommand(Io io, Console console) {
    this.io = io;
    this.console = console;
  }

  /// What may be said about a plan, all of it optional.
  ///
  /// @param only names of tokens, divided by commas
  record Words(
      Optional<String> requirements,
      Optional<String> only,
      Optional<String> kind,
      Optional<String> probes,
      Optional<String> apiUrl) {}

  ExitCode run(Words words) {
    Optional<TokenKind> one = words.kind().flatMap(TokenKind::parse);
    if (words.kind().isPresent() && one.isEmpty()) {
      console.complain("`--kind` is one of " + Phrases.anyOf(TokenKind.words()));
      return ExitCode.INVALID;
    }
    Optional<ProbeLevel> level = ProbeLevel.parse(words.probes().orElse("read"));
    if (level.isEmpty()) {
      console.complain("`--probes` is one of " + Phrases.anyOf(ProbeLevel.words()));
      return ExitCode.INVALID;
    }
    String web = words.apiUrl().isPresent() ? "" : io.variable("GITHUB_SERVER_URL");
    String api = words.apiUrl().orElse(io.variable("GITHUB_API_URL"));
    if (!(GitHubHost.read(api, web) instanceof GitHubHost.Reading.Read(var host))) {
      console.complain(
          (words.apiUrl().isPresent() ? "`--api-url`" : "`GITHUB_API_URL`") + " cannot be used");
      return ExitCode.INVALID;
    }
    Setting setting =
        new Setting(
            host, RepositoryName.parse(io.variable("GITHUB_REPOSITORY")), level.get(), false);
    return switch (new RequirementsSource(io.directory(), false)
        .read(words.requirements(), Optional.empty())) {
      case Reading.Invalid invalid ->
          new Voices(io, console, false, Optional.empty(), Optional.empty())
              .speak(new Report("", io.clock().instant(), List.of(), invalid.errors()));
      case Reading.Read good -> print(good.requirements(), words.only(), one, setting);
    };
  }

  private ExitCode print(
      Requirements requirements, Optional<String> only, Optional<TokenKind> kind, Setting setting) {
    List<String> declared =
        requirements.tokens().stream().map(token -> token.name().value()).toList();
    List<String> wanted =
        only.map(names -> List.of(names.strip().split("\\s*,\\s*", -1))).orElse(declared);
    if (!declared.containsAll(wanted)) {
      console.complain("`--only` takes names that the file declares: " + Phrases.names(declared));
      return ExitCode.INVALID;
    }
    for (TokenRequirements token : requirements.tokens()) {
      if (wanted.contains(token.name().value())) {
        console.print(plans(token, kinds(token, kind), setting));
      }
    }
    return ExitCode.DONE;
  }

  /// One plan for each kind, and one for all kinds that have the same.
  private static String plans(
      TokenRequirements requirements, List<TokenKind> kinds, Setting setting) {
    Map<String, List<String>> titles = new LinkedHashMap<>();
    for (TokenKind kind : kinds) {
      Plan plan = Plan.of(requirements, Set.of(kind), setting);
      String text =
          PlanText.requests(plan, Plan.stead(Set.of(kind), setting))
              + doubts(requirements, kind, setting)
              + barred(requirements, kind);
      titles.computeIfAbsent(text, _ -> new ArrayList<>()).add(kind.title());
    }
    StringBuilder out = new StringBuilder();
    titles.forEach(
        (text, same) -> out.append(PlanText.head(requirements.name().value(), same)).append(text));
    return out.toString();
  }

  private static String barred(TokenRequirements requirements, TokenKind kind) {
    List<TokenKind> allowed =
        requirements.identity().kinds().stream().map(Declared::value).toList();
    return allowed.isEmpty() || allowed.contains(kind)
        ? ""
        : "  note: `kinds` does not allow it, so that a check would refuse such a token\n";
  }

  private static String doubts(TokenRequirements requirements, TokenKind kind, Setting setting) {
    if (!setting.probes().includes(ProbeLevel.READ)) {
      return "";
    }
    return Doubts.of(requirements, Set.of(kind), setting).stream()
        .map(doubt -> "  cannot be proven: " + doubt + "\n")
        .collect(Collectors.joining());
  }

  private static List<TokenKind> kinds(TokenRequirements requirements, Optional<TokenKind> kind) {
    if (kind.isPresent()) {
      return List.of(kind.get());
    }
    List<TokenKind> allowed =
        requirements.identity().kinds().stream().map(Declared::value).toList();
    return allowed.isEmpty() ? Arrays.asList(TokenKind.values()) : allowed;
  }
}
