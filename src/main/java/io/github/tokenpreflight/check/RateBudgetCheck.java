package io.github.tokenpreflight.check;

import io.github.tokenpreflight.evidence.Standing;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.RateLimits;
import io.github.tokenpreflight.github.Response;
import io.github.tokenpreflight.github.ResponseFacts;
import io.github.tokenpreflight.requirements.RateLimitRequirement;
import io.github.tokenpreflight.source.Nearest;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Are enough requests left for the job?
final class RateBudgetCheck implements Check {
  @Override
  public List<Finding> judge(Case matter) {
    return matter.requirements().rateLimits().stream()
        .map(requirement -> judge(matter, requirement))
        .toList();
  }

  /// How long until the last of the budgets that are too low is full again, by GitHub's clock.
  ///
  /// Absent when none is too low, when one stays too low even when full, and when GitHub told no
  /// time.
  static Optional<Duration> refilledIn(Case matter) {
    List<Low> low =
        limits(matter)
            .map(limits -> low(matter.requirements().rateLimits(), limits))
            .orElse(List.of());
    Optional<Instant> now = matter.evidence().facts().flatMap(ResponseFacts::serverTime);
    if (now.isEmpty() || low.stream().anyMatch(one -> one.budget().limit() < one.needed())) {
      return Optional.empty();
    }
    // One second more, because both times are told in whole seconds.
    return low.stream()
        .map(one -> Duration.between(now.get(), one.budget().reset()).plusSeconds(1))
        .max(Comparator.naturalOrder())
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
  }

  private record Low(RateLimits.Budget budget, long needed) {}

  private static List<Low> low(List<RateLimitRequirement> requirements, RateLimits limits) {
    return requirements.stream()
        .flatMap(requirement ->
            limits.budget(requirement.resource().value()).stream()
                .map(budget -> new Low(budget, requirement.needed(budget.limit()))))
        .filter(one -> one.budget().remaining() < one.needed())
        .toList();
  }

  private static Finding judge(Case matter, RateLimitRequirement requirement) {
    String resource = requirement.resource().value();
    String title = "rate-limit." + resource + ": " + requirement.words();
    Finding finding =
        matter.evidence().rateLimit().filter(Standing::limitsOff).isPresent()
            ? Finding.of(Rule.LOW_RATE_LIMIT, Verdict.MET, title, "this server sets no rate limits")
                .seen("GitHub answered `Rate limiting is not enabled.`")
            : limits(matter)
                .filter(limits -> !limits.unreadable().contains(resource))
                .map(limits -> judge(matter, requirement, title, limits))
                .orElseGet(() -> unreadable(title));
    return matter
        .evidence()
        .rateLimit()
        .map(Proofs::of)
        .map(proof -> finding.proof(proof))
        .orElse(finding)
        .at(matter.at(requirement.resource().span()));
  }

  private static Finding judge(
      Case matter, RateLimitRequirement requirement, String title, RateLimits limits) {
    String resource = requirement.resource().value();
    Optional<RateLimits.Budget> budget = limits.budget(resource);
    if (budget.isEmpty()) {
      List<String> near = Nearest.to(resource, limits.budgets().keySet());
      Finding unknown =
          Finding.of(
                  Rule.LOW_RATE_LIMIT,
                  Verdict.UNPROVEN,
                  title,
                  "GitHub lists no budget named `" + resource + "`")
              .seen("GET /rate_limit lists " + Phrases.names(limits.budgets().keySet()));
      return near.isEmpty() ? unknown : unknown.help("did you mean " + Phrases.anyOf(near) + "?");
    }
    long needed = requirement.needed(budget.get().limit());
    String seen =
        Phrases.count(budget.get().remaining(), "request")
            + " left of "
            + budget.get().limit()
            + reset(matter, budget.get());
    if (budget.get().remaining() >= needed) {
      return Finding.of(
              Rule.LOW_RATE_LIMIT,
              Verdict.MET,
              title,
              "enough requests of `" + resource + "` are left")
          .seen(seen);
    }
    return Finding.of(
            Rule.LOW_RATE_LIMIT,
            Verdict.UNMET,
            title,
            "too few requests of `"
                + resource
                + "` are left: "
                + budget.get().remaining()
                + " of the "
                + needed
                + " needed")
        .seen(seen)
        .help(help(needed, budget.get()));
  }

  private static String help(long needed, RateLimits.Budget budget) {
    return needed > budget.limit()
        ? "lower the requirement: the limit itself is " + budget.limit()
        : "run the job after the reset, set `max-wait` to wait for it, or use a token of another user or app";
  }

  private static String reset(Case matter, RateLimits.Budget budget) {
    return matter
        .evidence()
        .facts()
        .flatMap(ResponseFacts::serverTime)
        .map(now -> ", full again at " + Phrases.moment(budget.reset(), now))
        .orElse("");
  }

  private static Finding unreadable(String title) {
    return Finding.of(
            Rule.LOW_RATE_LIMIT, Verdict.INCONCLUSIVE, title, "could not check the rate limit")
        .seen("the body of GET /rate_limit could not be read")
        .help("run the job again");
  }

  private static Optional<RateLimits> limits(Case matter) {
    return matter
        .evidence()
        .rateLimit()
        .flatMap(RateBudgetCheck::response)
        .flatMap(RateLimits::read);
  }

  private static Optional<Response> response(Answer answer) {
    return answer instanceof Answer.Given given ? Optional.of(given.response()) : Optional.empty();
  }
}
