package io.github.tokenpreflight.check;

import io.github.tokenpreflight.catalogue.Scopes;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Seen;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.finding.Statement;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.requirements.Declared;
import io.github.tokenpreflight.requirements.Effect;
import io.github.tokenpreflight.token.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Classic scopes: those that must be there, those that must not, and those nobody asked for.
final class ScopeCheck implements Check {
  @Override
  public List<Finding> judge(Case matter) {
    Optional<List<String>> held = matter.evidence().scopes();
    List<Finding> findings = new ArrayList<>();
    for (Declared<String> scope : matter.requirements().access().scopes()) {
      String requirement = "scopes: " + scope.value();
      findings.add(
          held.map(list -> wanted(matter, requirement, scope.value(), list))
              .orElseGet(() ->
                  withoutList(
                      matter,
                      Rule.MISSING_SCOPE,
                      requirement,
                      !matter.requirements().access().permissions().isEmpty()
                          || !matter.requirements().access().endpoints().isEmpty()))
              .at(matter.at(scope.span())));
    }
    for (Declared<String> scope : matter.requirements().forbidden().scopes()) {
      String requirement = "forbid.scopes: " + scope.value();
      findings.add(
          held.map(list -> forbidden(requirement, scope.value(), list))
              .orElseGet(() ->
                  withoutList(
                      matter,
                      Rule.FORBIDDEN_SCOPE,
                      requirement,
                      !matter.requirements().forbidden().permissions().isEmpty()))
              .at(matter.at(scope.span())));
    }
    matter
        .requirements()
        .effects()
        .excess()
        .filter(effect -> effect.value() != Effect.ALLOW)
        .ifPresent(effect -> findings.add(excess(matter, effect, held)));
    return proven(matter, findings);
  }

  private static List<Finding> proven(Case matter, List<Finding> findings) {
    return matter
        .evidence()
        .lead()
        .answer()
        .map(Proofs::of)
        .map(proof -> findings.stream().map(finding -> finding.proof(proof)).toList())
        .orElse(findings);
  }

  private static Finding wanted(Case matter, String requirement, String scope, List<String> held) {
    if (Scopes.standard().covers(held, scope)) {
      String by = held.contains(scope) ? "" : ", within a wider one";
      return Finding.of(
              Rule.MISSING_SCOPE,
              Verdict.MET,
              requirement,
              "the token has the scope `" + scope + "`" + by)
          .seen(listed(held));
    }
    return Finding.of(
            Rule.MISSING_SCOPE,
            Verdict.UNMET,
            requirement,
            Statement.of("the token lacks the scope", "the token lacks the scopes", scope, ""))
        .seen(listed(held))
        .help(Remedies.addScope(matter, scope));
  }

  private static Finding forbidden(String requirement, String scope, List<String> held) {
    if (!Scopes.standard().covers(held, scope)) {
      return Finding.of(
              Rule.FORBIDDEN_SCOPE,
              Verdict.MET,
              requirement,
              "the token does not have the scope `" + scope + "`")
          .seen(listed(held));
    }
    return Finding.of(
            Rule.FORBIDDEN_SCOPE,
            Verdict.UNMET,
            requirement,
            Statement.of(
                "the token has the forbidden scope",
                "the token has the forbidden scopes",
                scope,
                ""))
        .seen(listed(held))
        .help("take the scope off the token, or make a new one without it");
  }

  private static Finding excess(Case matter, Declared<Effect> effect, Optional<List<String>> held) {
    String requirement = "excess: " + effect.value().word();
    List<String> declared =
        matter.requirements().access().scopes().stream().map(Declared::value).toList();
    return held.map(list -> excess(requirement, effect.value(), list, declared))
        .orElseGet(() -> withoutList(matter, Rule.EXCESS_SCOPE, requirement, true))
        .at(matter.at(effect.span()));
  }

  private static Finding excess(
      String requirement, Effect effect, List<String> held, List<String> declared) {
    List<String> beyond = Scopes.standard().excess(held, declared);
    if (beyond.isEmpty()) {
      return Finding.of(
              Rule.EXCESS_SCOPE,
              Verdict.MET,
              requirement,
              "the token has no scope beyond those declared")
          .seen(listed(held));
    }
    return Finding.of(
            Rule.EXCESS_SCOPE,
            Verdict.UNMET,
            requirement,
            "the token has more scopes than are declared")
        .as(effect == Effect.WARN ? Severity.WARNING : Severity.ERROR)
        .seen(
            new Seen(
                "beyond those declared it has " + Phrases.names(beyond),
                Phrases.count(beyond.size(), "scope") + " beyond those declared (left out here)"))
        .help("take them off the token, or declare those that are needed under `scopes`");
  }

  /// Without the header nothing is proven, unless tokens of this kind never have scopes: then what
  /// the file declares for such tokens counts, and where it declares nothing, nothing is proven.
  private static Finding withoutList(
      Case matter, Rule rule, String requirement, boolean elsewhere) {
    if (matter.evidence().kinds().stream().anyMatch(TokenKind::hasScopes)) {
      return Finding.of(rule, Verdict.INCONCLUSIVE, requirement, "could not check the scopes")
          .seen("GitHub sent no `x-oauth-scopes`, although tokens of this kind have scopes")
          .help("run the job again; a proxy may have taken the header away");
    }
    String words = "a token of this kind has permissions, not scopes";
    return elsewhere
        ? Finding.of(rule, Verdict.NOT_APPLICABLE, requirement, words)
            .seen("GitHub sent no `x-oauth-scopes`")
        : Finding.of(rule, Verdict.UNPROVEN, requirement, words)
            .seen("GitHub sent no `x-oauth-scopes`, and nothing is declared for such tokens")
            .help(
                rule == Rule.FORBIDDEN_SCOPE
                    ? "declare `forbid: { permissions: ... }` too, or limit `kinds`"
                    : "declare `permissions` or `endpoints` too, or limit `kinds`");
  }

  private static Seen listed(List<String> held) {
    return new Seen(
        "GitHub lists " + Phrases.names(held) + " in `x-oauth-scopes`",
        "GitHub lists the scopes in `x-oauth-scopes` (left out here)");
  }
}
