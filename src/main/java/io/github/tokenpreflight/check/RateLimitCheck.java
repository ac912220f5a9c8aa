package io.github.tokenpreflight.check;

import io.github.tokenpreflight.evidence.Standing;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.github.RateLimits;
import io.github.tokenpreflight.github.ResponseFacts;
import io.github.tokenpreflight.requirements.RateLimitRequirement;
import io.github.tokenpreflight.source.Nearest;
import java.util.List;
import java.util.Optional;

/// Are enough requests left for the job?
final class RateLimitCheck implements Check {
  @Override
  public List<Finding> judge(Case matter) {
    return matter.requirements().rateLimits().stream()
        .map(requirement -> judge(matter, requirement))
        .toList();
  }

  private static Finding judge(Case matter, RateLimitRequirement requirement) {
    String resource = requirement.resource().value();
    String title = "rate-limit." + resource + ": " + requirement.words();
    Finding finding =
        matter.evidence().lead().limitsAnswer().filter(Standing::limitsOff).isPresent()
            ? Finding.of(Rule.LOW_RATE_LIMIT, Verdict.MET, title, "this server sets no rate limits")
                .seen("GitHub answered `Rate limiting is not enabled.`")
            : matter
                .evidence()
                .lead()
                .limits()
                .filter(limits -> !limits.unreadable().contains(resource))
                .map(limits -> judge(matter, requirement, title, limits))
                .orElseGet(() -> unreadable(title));
    return matter
        .evidence()
        .lead()
        .limitsAnswer()
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
        .help(help(matter, needed, budget.get()));
  }

  private static String help(Case matter, long needed, RateLimits.Budget budget) {
    return needed > budget.limit()
        ? "lower the requirement: the limit itself is " + budget.limit()
        : "run the job "
            + full(matter, budget).map(when -> "after " + when).orElse("after the reset")
            + ", set `max-wait` to wait for it, or use a token of another user or app";
  }

  private static String reset(Case matter, RateLimits.Budget budget) {
    return full(matter, budget).map(when -> ", full again at " + when).orElse("");
  }

  /// When it is full again, by GitHub's clock.
  private static Optional<String> full(Case matter, RateLimits.Budget budget) {
    return matter
        .evidence()
        .facts()
        .flatMap(ResponseFacts::serverTime)
        .map(now -> Phrases.moment(budget.reset(), now));
  }

  private static Finding unreadable(String title) {
    return Finding.of(
            Rule.LOW_RATE_LIMIT, Verdict.INCONCLUSIVE, title, "could not check the rate limit")
        .seen("the body of GET /rate_limit could not be read")
        .help("run the job again");
  }
}
