package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.evidence.Inquiries;
import io.github.tokenpreflight.evidence.Plan;
import io.github.tokenpreflight.evidence.ProbeLevel;
import io.github.tokenpreflight.evidence.Setting;
import io.github.tokenpreflight.evidence.Wanted;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Report;
import io.github.tokenpreflight.github.GitHubHost;
import io.github.tokenpreflight.github.Question;
import io.github.tokenpreflight.render.PlanRenderer;
import io.github.tokenpreflight.requirements.Declared;
import io.github.tokenpreflight.requirements.EndpointRequirement;
import io.github.tokenpreflight.requirements.PermissionRequirement;
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
import java.util.function.Function;
import java.util.stream.Stream;

/// `plan`: every request that a check would send, without a token and without a network.
final class PlanCommand {
  private final Io io;
  private final Outgoing outgoing;

  PlanCommand(Io io, Outgoing outgoing) {
    this.io = io;
    this.outgoing = outgoing;
  }

  /// @param given the text of an option by its name
  /// @param kind the word for the kind of token to plan for; absent for each that may be
  ExitCode run(Function<String, Optional<String>> given, Optional<String> kind) {
    Optional<TokenKind> one = kind.flatMap(TokenKind::parse);
    if (kind.isPresent() && one.isEmpty()) {
      outgoing.complain("`--kind` is one of " + Phrases.anyOf(TokenKind.words()));
      return ExitCode.INVALID;
    }
    RequirementsSource.Found found =
        new RequirementsSource(io.directory(), false)
            .read(given.apply("requirements"), Optional.empty());
    outgoing.hide(found.tokens(io));
    CheckOptions.Reading read = CheckOptions.read(given);
    return switch (found.reading()) {
      case Reading.Invalid invalid -> invalid(invalid.errors());
      case Reading.Read good ->
          read.options()
              .map(options -> print(good.requirements(), options, one))
              .orElseGet(() -> invalid(read.errors()));
    };
  }

  private ExitCode invalid(List<Finding> errors) {
    return new Voices(io, outgoing, false, Optional.empty(), Optional.empty())
        .speak(new Report("", io.clock().instant(), List.of(), errors));
  }

  private ExitCode print(
      Requirements requirements, CheckOptions options, Optional<TokenKind> kind) {
    Selection selection = Selection.of(options, requirements);
    Address address = Address.of(io, options);
    if (!selection.errors().isEmpty() || !(address instanceof Address.Usable(GitHubHost host))) {
      return invalid(
          Stream.concat(selection.errors().stream(), address.errors().stream()).toList());
    }
    Setting setting =
        new Setting(
            host, RepositoryName.parse(io.variable("GITHUB_REPOSITORY")), options.probes(), false);
    for (TokenRequirements token : selection.tokens()) {
      outgoing.print(plans(token, kinds(token, kind), setting));
    }
    return ExitCode.DONE;
  }

  /// One plan for each kind, and one for all kinds that have the same.
  private static String plans(
      TokenRequirements requirements, List<TokenKind> kinds, Setting setting) {
    Map<String, List<String>> titles = new LinkedHashMap<>();
    for (TokenKind kind : kinds) {
      Plan plan = Plan.of(requirements, Set.of(kind), setting);
      List<String> notes = new ArrayList<>(doubts(requirements, plan, kind, setting));
      notes.addAll(barred(requirements, kind));
      String text = new PlanRenderer(plan, Plan.stead(Set.of(kind), setting), notes).body();
      titles.computeIfAbsent(text, _ -> new ArrayList<>()).add(kind.title());
    }
    StringBuilder out = new StringBuilder();
    titles.forEach((text, same) ->
        out.append(PlanRenderer.head(requirements.name().value(), same)).append(text));
    return out.toString();
  }

  private static List<String> barred(TokenRequirements requirements, TokenKind kind) {
    List<TokenKind> allowed =
        requirements.identity().kinds().stream().map(Declared::value).toList();
    return allowed.isEmpty() || allowed.contains(kind)
        ? List.of()
        : List.of("note: `kinds` does not allow it, so that a check would refuse such a token");
  }

  private static List<String> doubts(
      TokenRequirements requirements, Plan plan, TokenKind kind, Setting setting) {
    if (!setting.probes().includes(ProbeLevel.READ)) {
      return List.of();
    }
    List<String> notes = new ArrayList<>();
    for (Wanted<PermissionRequirement> wanted : plan.permissions()) {
      wanted
          .inquiry()
          .doubt()
          .ifPresent(why -> notes.add(doubt(words(wanted), why + consent(wanted, kind, setting))));
    }
    nowhere(requirements, plan, kind)
        .forEach(words ->
            notes.add(
                doubt(
                    words,
                    "nothing says where it is wanted (declare `repositories` or `organizations`)")));
    return notes;
  }

  private static String doubt(String words, String why) {
    return "cannot be proven: " + words + ": " + why;
  }

  private static String words(Wanted<PermissionRequirement> wanted) {
    return words(wanted.requirement()) + " on " + wanted.place().words();
  }

  private static String words(PermissionRequirement requirement) {
    return "`"
        + requirement.permission().value().name()
        + ": "
        + requirement.level().value().wireName()
        + "`";
  }

  /// What writes would settle, were they allowed.
  private static String consent(
      Wanted<PermissionRequirement> wanted, TokenKind kind, Setting setting) {
    return new Inquiries(Set.of(kind), setting.withWrites())
            .permission(
                wanted.requirement().permission().value(),
                wanted.requirement().level().value(),
                wanted.place())
            .questions()
            .allMatch(Question::harmless)
        ? ""
        : "; `probes: writes` can prove it";
  }

  /// The requirements that have no place, so that nothing is planned for them.
  private static List<String> nowhere(TokenRequirements requirements, Plan plan, TokenKind kind) {
    List<PermissionRequirement> placed =
        plan.permissions().stream().map(Wanted::requirement).toList();
    List<EndpointRequirement> called =
        plan.calls().stream().map(wanted -> wanted.requirement().requirement()).toList();
    Stream<String> permissions =
        requirements.access().permissions().stream()
            .filter(requirement -> kind.hasPermissions() && !placed.contains(requirement))
            .map(PlanCommand::words);
    Stream<String> calls =
        requirements.access().endpoints().stream()
            .filter(requirement -> !called.contains(requirement))
            .map(requirement -> "`" + requirement.line() + "`");
    return Stream.concat(permissions, calls).toList();
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
