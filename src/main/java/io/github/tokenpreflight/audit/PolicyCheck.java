package io.github.tokenpreflight.audit;

import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.requirements.PermissionRequirement;
import io.github.tokenpreflight.requirements.Policy;
import io.github.tokenpreflight.source.SourceFile;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Holds declarations against the policy of the organization.
///
/// @param file where the policy stands, for what it says about itself
/// @param today by the UTC calendar, for exceptions that end
public record PolicyCheck(Policy policy, SourceFile file, LocalDate today) {
  private static final Duration HOUR = Duration.ofHours(1);

  /// The same facts with the breaches of the policy among the findings.
  public RepositoryFacts judged(RepositoryFacts facts) {
    List<AuditFinding> findings = new ArrayList<>(facts.findings());
    for (Policy.Clause clause : policy.clauses()) {
      if (Patterns.match(clause.repositories(), facts.head().name())) {
        for (DeclaredToken token : facts.tokens()) {
          if (!isExcepted(clause, facts.head().name(), token)) {
            breaches(clause, token)
                .forEach(message -> findings.add(breach(facts.head(), token, message)));
          }
        }
      }
    }
    findings.sort(AuditFinding.WORST_FIRST);
    return new RepositoryFacts(
        facts.head(), facts.tokens(), facts.uses(), findings, facts.unread());
  }

  /// Exceptions whose time is over.
  public List<AuditFinding> expiredExceptions() {
    List<AuditFinding> findings = new ArrayList<>();
    for (Policy.Clause clause : policy.clauses()) {
      for (Policy.Waiver waiver : clause.exceptions()) {
        if (waiver.until().isBefore(today)) {
          findings.add(
              AuditFinding.of(
                      Rule.EXPIRED_EXCEPTION,
                      Severity.WARNING,
                      Spot.of("", file.at(waiver.token().span())),
                      waiver.token().value(),
                      "the exception for " + Phrases.name(waiver.token().value()) + " is over")
                  .seen("it held until " + waiver.until() + ": " + waiver.why())
                  .help("mend the token and remove the exception, or give it a new end"));
        }
      }
    }
    return findings;
  }

  private boolean isExcepted(Policy.Clause clause, String repository, DeclaredToken token) {
    return clause.exceptions().stream()
        .anyMatch(waiver ->
            waiver.token().value().equalsIgnoreCase(token.name())
                && !waiver.until().isBefore(today)
                && Patterns.match(waiver.repositories(), repository));
  }

  private static AuditFinding breach(RepositoryHead head, DeclaredToken token, String message) {
    return AuditFinding.of(
            Rule.POLICY_BREACH,
            Severity.ERROR,
            new Spot(head.name(), token.file(), token.line(), 1, 0),
            token.name(),
            Phrases.name(token.name()) + " " + message)
        .seen("the policy of the organization says so")
        .help("change the declaration and the token, or add an exception with a reason and an end");
  }

  private static List<String> breaches(Policy.Clause clause, DeclaredToken token) {
    List<String> breaches = new ArrayList<>();
    kinds(clause, token, breaches::add);
    powers(clause, token, breaches::add);
    purpose(clause, token, breaches::add);
    lifetime(clause, token, breaches::add);
    return breaches;
  }

  private static void kinds(Policy.Clause clause, DeclaredToken token, Consumer<String> say) {
    List<String> allowed = clause.kinds().stream().map(kind -> kind.word()).toList();
    boolean limited =
        !token.power().kinds().isEmpty() && allowed.containsAll(token.power().kinds());
    if (!allowed.isEmpty() && !limited) {
      say.accept("must be limited to the kinds " + Phrases.names(allowed));
    }
  }

  private static void powers(Policy.Clause clause, DeclaredToken token, Consumer<String> say) {
    for (var scope : clause.forbidden().scopes()) {
      if (token.power().scopes().contains(scope.value())) {
        say.accept("declares the forbidden scope " + Phrases.name(scope.value()));
      }
    }
    Needs needs = Needs.of(token.power());
    for (PermissionRequirement forbidden : clause.forbidden().permissions()) {
      String name = forbidden.permission().value().name();
      if (needs.levels().containsKey(name)
          && needs.levels().get(name).includes(forbidden.level().value())) {
        say.accept(
            "needs the forbidden permission "
                + Phrases.name(name + ":" + forbidden.level().value().wireName()));
      }
    }
  }

  private static void purpose(Policy.Clause clause, DeclaredToken token, Consumer<String> say) {
    for (String key : clause.needed()) {
      boolean missing =
          switch (key) {
            case "owner" -> token.purpose().owner().isEmpty();
            case "why" -> token.purpose().why().isEmpty();
            case "used-by" -> token.purpose().usedBy().isEmpty();
            default -> token.limits().atMostHours() == 0;
          };
      if (missing) {
        say.accept("must declare " + Phrases.name(key));
      }
    }
  }

  private static void lifetime(Policy.Clause clause, DeclaredToken token, Consumer<String> say) {
    clause.lifetimes().atMost().ifPresent(most -> longer(token, most, "", say));
    for (Policy.OwnerLimit limit : clause.lifetimes().owners()) {
      if (reaches(token, limit.owner())) {
        longer(token, limit.atMost(), ", because it reaches " + Phrases.name(limit.owner()), say);
      }
    }
  }

  private static void longer(DeclaredToken token, Duration most, String why, Consumer<String> say) {
    long hours = token.limits().atMostHours();
    if (hours == 0 || hours > most.dividedBy(HOUR)) {
      say.accept("may live no longer than " + Phrases.roughly(most) + why);
    }
  }

  private static boolean reaches(DeclaredToken token, String owner) {
    String start = owner.toLowerCase(Locale.ROOT) + "/";
    return token.power().organizations().stream().anyMatch(owner::equalsIgnoreCase)
        || token.power().repositories().stream()
            .anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith(start));
  }
}
