package io.github.tokenpreflight.world;

import io.github.tokenpreflight.check.Case;
import io.github.tokenpreflight.check.Checks;
import io.github.tokenpreflight.check.Strictness;
import io.github.tokenpreflight.evidence.Evidence;
import io.github.tokenpreflight.evidence.Lead;
import io.github.tokenpreflight.evidence.Plan;
import io.github.tokenpreflight.evidence.ProbeLevel;
import io.github.tokenpreflight.evidence.Setting;
import io.github.tokenpreflight.evidence.Survey;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.github.GitHub;
import io.github.tokenpreflight.github.GitHubHost;
import io.github.tokenpreflight.requirements.Reading;
import io.github.tokenpreflight.requirements.Requirements;
import io.github.tokenpreflight.requirements.RequirementsReader;
import io.github.tokenpreflight.requirements.TokenRequirements;
import io.github.tokenpreflight.token.Token;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/// Runs the real survey and the real checks on requirements in YAML.
final class Judged {
  private Judged() {}

  static Setting setting(World world, ProbeLevel probes, String server) {
    boolean enterprise = world.has(World.Habit.LIMITS_OFF);
    GitHubHost host =
        new GitHubHost(URI.create(server), URI.create(server + (enterprise ? "/api/v3" : "")));
    return new Setting(host, Optional.empty(), probes, false);
  }

  /// @param text what stands below the name of the token, without the outer braces
  static Requirements read(String text) {
    String yaml = "{ version: 1, tokens: { T: { " + text + " } } }";
    Reading reading = RequirementsReader.readInline("story", yaml);
    if (reading instanceof Reading.Read(Requirements requirements, _)) {
      return requirements;
    }
    throw new IllegalArgumentException(yaml + "\n" + reading);
  }

  /// Asks one question after the other, so that their order can be told.
  static Evidence asked(
      GitHub github, Setting setting, Token token, TokenRequirements requirements) {
    try (ExecutorService here = new Here()) {
      Survey survey = new Survey(github, setting, here);
      Lead lead = survey.lead(token);
      return survey.rest(lead, Plan.of(requirements, lead.kinds(), setting));
    }
  }

  static List<Finding> findings(Requirements requirements, Evidence evidence) {
    TokenRequirements declared = requirements.tokens().getFirst();
    Plan plan = Plan.of(declared, evidence.kinds(), evidence.setting());
    Case matter = new Case(requirements.file(), declared, plan, evidence);
    return Checks.report(matter, Strictness.USUAL).findings();
  }

  /// All that several files require of their tokens, as one.
  static TokenRequirements together(List<TokenRequirements> requirements) {
    TokenRequirements first = requirements.getFirst();
    return new TokenRequirements(
        first.name(),
        first.purpose(),
        first.identity(),
        first.expires(),
        new TokenRequirements.Access(
            requirements.stream().flatMap(one -> one.access().repositories().stream()).toList(),
            requirements.stream().flatMap(one -> one.access().permissions().stream()).toList(),
            List.of(),
            requirements.stream().flatMap(one -> one.access().endpoints().stream()).toList(),
            requirements.stream().flatMap(one -> one.access().organizations().stream()).toList()),
        new TokenRequirements.Forbidden(
            List.of(),
            requirements.stream().flatMap(one -> one.forbidden().permissions().stream()).toList()),
        List.of(),
        first.effects());
  }

  /// Runs everything at once, in the caller's thread.
  private static final class Here extends AbstractExecutorService {
    private boolean over;

    @Override
    public void execute(Runnable command) {
      command.run();
    }

    @Override
    public void shutdown() {
      over = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
      over = true;
      return new ArrayList<>();
    }

    @Override
    public boolean isShutdown() {
      return over;
    }

    @Override
    public boolean isTerminated() {
      return over;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return over;
    }
  }
}
