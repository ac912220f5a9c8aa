package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.check.Absence;
import io.github.tokenpreflight.check.Case;
import io.github.tokenpreflight.check.Checks;
import io.github.tokenpreflight.evidence.Evidence;
import io.github.tokenpreflight.evidence.Setting;
import io.github.tokenpreflight.evidence.Survey;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.TokenReport;
import io.github.tokenpreflight.github.GitHub;
import io.github.tokenpreflight.requirements.TokenRequirements;
import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.token.Token;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Asks about all tokens at once and judges them in the order of the file.
final class Preflight {
  private final Io io;
  private final Console console;
  private final CheckOptions options;
  private final Setting setting;
  private final Surroundings surroundings;

  Preflight(
      Io io, Console console, CheckOptions options, Setting setting, Surroundings surroundings) {
    this.io = io;
    this.console = console;
    this.options = options;
    this.setting = setting;
    this.surroundings = surroundings;
  }

  /// One report for each of the chosen tokens.
  List<TokenReport> reports(
      GitHub github, SourceFile file, List<TokenRequirements> chosen, GivenTokens tokens) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Survey survey = new Survey(github, setting, threads);
      List<Future<TokenReport>> pending = new ArrayList<>();
      for (TokenRequirements requirements : chosen) {
        pending.add(threads.submit(() -> report(survey, file, requirements, tokens)));
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
      Survey survey, SourceFile file, TokenRequirements requirements, GivenTokens tokens) {
    String name = requirements.name().value();
    Optional<Token> token = tokens.named(name);
    if (token.isEmpty()) {
      Absence absence =
          tokens.isDirect(name) ? Absence.ofGiven(io.inJob()) : surroundings.absence(name);
      return Checks.absent(requirements, absence.finding(file, requirements, options.skipAbsent()));
    }
    if (!Checks.askable(token.get())) {
      Evidence nothing = new Evidence(token.get(), setting, Map.of());
      return Checks.report(new Case(file, requirements, nothing), options.strictness());
    }
    Case matter = survey(survey, file, requirements, token.get());
    return Checks.report(matter, options.strictness());
  }

  /// Asks; and when a budget is too low but will be full again in time, waits before it asks on.
  private Case survey(Survey survey, SourceFile file, TokenRequirements requirements, Token token) {
    Evidence lead = survey.lead(token);
    Optional<Duration> wait = Checks.refilledIn(new Case(file, requirements, lead));
    if (options.maxWait().isPositive()
        && wait.filter(time -> time.compareTo(options.maxWait()) > 0).isPresent()) {
      console.print(
          "not waiting for a rate limit of "
              + requirements.name().value()
              + ": it takes "
              + Phrases.roughly(wait.get())
              + ", longer than `max-wait`\n");
    }
    if (options.maxWait().isPositive()
        && wait.filter(time -> time.compareTo(options.maxWait()) <= 0).isPresent()) {
      String name = requirements.name().value();
      console.print(
          "waiting " + Phrases.roughly(wait.get()) + " for a rate limit of " + name + "\n");
      console.flush();
      try {
        io.sleep().sleep(wait.get());
        lead = survey.lead(token);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return new Case(file, requirements, survey.rest(lead, requirements));
  }
}
