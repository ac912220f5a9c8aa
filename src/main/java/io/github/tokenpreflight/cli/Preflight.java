package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.check.Absence;
import io.github.tokenpreflight.check.Case;
import io.github.tokenpreflight.check.Checks;
import io.github.tokenpreflight.evidence.Evidence;
import io.github.tokenpreflight.evidence.Lead;
import io.github.tokenpreflight.evidence.Plan;
import io.github.tokenpreflight.evidence.Refill;
import io.github.tokenpreflight.evidence.Setting;
import io.github.tokenpreflight.evidence.Survey;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.TokenReport;
import io.github.tokenpreflight.github.GitHub;
import io.github.tokenpreflight.requirements.Requirements;
import io.github.tokenpreflight.requirements.TokenRequirements;
import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.token.Token;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Asks about all tokens at once and judges them in the order of the file.
final class Preflight {
  private final Io io;
  private final Outgoing outgoing;
  private final CheckOptions options;
  private final Setting setting;
  private final Surroundings surroundings;

  Preflight(
      Io io, Outgoing outgoing, CheckOptions options, Setting setting, Surroundings surroundings) {
    this.io = io;
    this.outgoing = outgoing;
    this.options = options;
    this.setting = setting;
    this.surroundings = surroundings;
  }

  /// One report for each of the chosen tokens.
  List<TokenReport> reports(
      GitHub github, Requirements declared, List<TokenRequirements> chosen, GivenTokens tokens) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Survey survey = new Survey(github, setting, threads);
      List<Future<TokenReport>> pending = new ArrayList<>();
      for (TokenRequirements requirements : chosen) {
        pending.add(threads.submit(() -> report(survey, declared, requirements, tokens)));
      }
      List<TokenReport> reports = new ArrayList<>();
      for (Future<TokenReport> report : pending) {
        reports.add(report.get());
      }
      return reports;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("judging does not fail", e.getCause());
    }
  }

  private TokenReport report(
      Survey survey, Requirements declared, TokenRequirements requirements, GivenTokens tokens) {
    SourceFile file = declared.file();
    String name = requirements.name().value();
    Optional<Token> token = tokens.named(name);
    if (token.isEmpty()) {
      Absence absence =
          tokens.isDirect(name)
              ? Absence.ofGiven(io.inJob())
              : surroundings.absence(name, names(declared));
      return Checks.absent(requirements, absence.finding(file, requirements, options.skipAbsent()));
    }
    if (!Checks.askable(token.get())) {
      Lead nothing = Lead.unasked(token.get(), setting);
      Plan plan = Plan.of(requirements, nothing.kinds(), setting);
      return Checks.report(
          new Case(file, requirements, plan, Evidence.none(nothing, setting)),
          options.strictness());
    }
    Lead lead = patient(survey, requirements, survey.lead(token.get()));
    Plan plan = Plan.of(requirements, lead.kinds(), setting);
    return Checks.report(
        new Case(file, requirements, plan, survey.rest(lead, plan)), options.strictness());
  }

  private static List<String> names(Requirements declared) {
    return declared.tokens().stream().map(token -> token.name().value()).toList();
  }

  /// The lead; when a rate limit is too low but will be full again in time, asked again then.
  private Lead patient(Survey survey, TokenRequirements requirements, Lead lead) {
    Optional<Duration> wait = Refill.of(requirements.rateLimits(), lead);
    if (wait.isEmpty() || !options.maxWait().isPositive()) {
      return lead;
    }
    String name = requirements.name().value();
    if (wait.get().compareTo(options.maxWait()) > 0) {
      outgoing.print(
          "not waiting for a rate limit of "
              + name
              + ": it takes "
              + Phrases.roughly(wait.get())
              + ", longer than `max-wait`\n");
      return lead;
    }
    outgoing.print(
        "waiting " + Phrases.roughly(wait.get()) + " for a rate limit of " + name + "\n");
    outgoing.flush();
    try {
      io.sleep().sleep(wait.get());
      return survey.lead(lead.token());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return lead;
    }
  }
}
