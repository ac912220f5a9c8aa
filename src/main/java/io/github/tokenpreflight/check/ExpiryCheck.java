package io.github.tokenpreflight.check;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Proof;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Seen;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.requirements.Declared;
import io.github.tokenpreflight.requirements.Effect;
import io.github.tokenpreflight.requirements.ExpiryRequirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Does the token live long enough, and not too long?
///
/// Measured against the server's clock, so that a runner whose clock is wrong changes nothing.
final class ExpiryCheck implements Check {
  private static final String HEADER = "`github-authentication-token-expiration`";

  @Override
  public List<Finding> judge(Case matter) {
    ExpiryRequirement requirements = matter.requirements().expires();
    List<Finding> findings = new ArrayList<>();
    Lifetime life = Lifetime.of(matter);
    if (life instanceof Lifetime.Unreadable unreadable) {
      findings.add(unreadable(matter, unreadable));
    }
    requirements
        .failWithin()
        .ifPresent(requirement ->
            findings.add(atLeast(matter, life, requirement, "fail-within", Severity.ERROR)));
    requirements
        .warnWithin()
        .ifPresent(requirement ->
            findings.add(atLeast(matter, life, requirement, "warn-within", Severity.WARNING)));
    requirements.atMost().ifPresent(requirement -> findings.add(atMost(matter, life, requirement)));
    requirements.never().ifPresent(requirement -> findings.add(never(matter, life, requirement)));
    return collapsed(findings);
  }

  /// One cause, one finding: what already fails need not be warned of as well.
  private static List<Finding> collapsed(List<Finding> findings) {
    boolean fails =
        findings.stream()
            .anyMatch(f -> f.rule() == Rule.TOKEN_EXPIRES_SOON && f.severity() == Severity.ERROR);
    return findings.stream()
        .filter(f ->
            !(fails
                && f.rule() == Rule.TOKEN_EXPIRES_SOON
                && f.severity() == Severity.WARNING
                && f.verdict() == Verdict.UNMET))
        .toList();
  }

  private static Finding unreadable(Case matter, Lifetime.Unreadable life) {
    return Finding.of(
            Rule.UNREADABLE_EXPIRY,
            Verdict.INCONCLUSIVE,
            "expires",
            "the expiry that GitHub sent cannot be read")
        .as(Severity.WARNING)
        .at(matter.atToken())
        .seen(
            new Seen(
                HEADER + " says " + Phrases.name(life.text()), HEADER + " holds no date we know"))
        .help("report the form of the header to the maintainers of this action");
  }

  private static Finding atLeast(
      Case matter, Lifetime life, Declared<Duration> requirement, String key, Severity severity) {
    String written = matter.written(requirement.span());
    String title = "expires." + key + ": " + written;
    Finding finding =
        switch (life) {
          case Lifetime.Until until when until.left().compareTo(requirement.value()) > 0 ->
              met(Rule.TOKEN_EXPIRES_SOON, title, "the token lives longer than " + written)
                  .seen(seen(until));
          case Lifetime.Until until ->
              expiresSoon(title, written, key).seen(seen(until)).as(severity).help(renewal(matter));
          case Lifetime.Endless() ->
              met(Rule.TOKEN_EXPIRES_SOON, title, "the token does not expire").seen(notSent());
          case Lifetime.Within(var longest) when longest.compareTo(requirement.value()) <= 0 ->
              expiresSoon(title, written, key)
                  .as(severity)
                  .seen(
                      "GitHub documents that such tokens live "
                          + Phrases.roughly(longest)
                          + " at most")
                  .help("leave `" + key + "` out for tokens that every job gets anew");
          default -> unknown(Rule.TOKEN_EXPIRES_SOON, title, life);
        };
    return finished(matter, finding, requirement);
  }

  private static Finding expiresSoon(String title, String written, String key) {
    return Finding.of(
        Rule.TOKEN_EXPIRES_SOON,
        Verdict.UNMET,
        title,
        "the token expires within the " + written + " that `" + key + "` asks for");
  }

  private static String renewal(Case matter) {
    String owner =
        matter
            .requirements()
            .purpose()
            .owner()
            .map(name -> " (renewed by " + name + ")")
            .orElse("");
    return "renew the token"
        + owner
        + " and save it: `gh secret set "
        + matter.requirements().name().value()
        + "`";
  }

  private static Finding atMost(Case matter, Lifetime life, Declared<Duration> requirement) {
    String written = matter.written(requirement.span());
    String title = "expires.at-most: " + written;
    Finding finding =
        switch (life) {
          case Lifetime.Until until when until.left().compareTo(requirement.value()) <= 0 ->
              met(Rule.TOKEN_LIVES_TOO_LONG, title, "the token lives at most " + written)
                  .seen(seen(until));
          case Lifetime.Until until -> tooLong(title, written).seen(seen(until));
          case Lifetime.Endless() -> tooLong(title, written).seen(notSent());
          case Lifetime.Within(var longest) when longest.compareTo(requirement.value()) <= 0 ->
              met(Rule.TOKEN_LIVES_TOO_LONG, title, "such tokens live shorter by themselves");
          default -> unknown(Rule.TOKEN_LIVES_TOO_LONG, title, life);
        };
    return finished(matter, finding, requirement);
  }

  private static Finding tooLong(String title, String written) {
    return Finding.of(
            Rule.TOKEN_LIVES_TOO_LONG,
            Verdict.UNMET,
            title,
            "the token lives longer than the " + written + " that `at-most` allows")
        .help("make a new token that expires within " + written);
  }

  private static Finding never(Case matter, Lifetime life, Declared<Effect> requirement) {
    String title = "expires.never: " + requirement.value().word();
    Finding finding =
        switch (life) {
          case Lifetime.Endless() ->
              requirement.value() == Effect.ALLOW
                  ? met(Rule.TOKEN_NEVER_EXPIRES, title, "no expiry, which `never` allows")
                      .seen(notSent())
                  : Finding.of(
                          Rule.TOKEN_NEVER_EXPIRES, Verdict.UNMET, title, "the token has no expiry")
                      .as(requirement.value() == Effect.WARN ? Severity.WARNING : Severity.ERROR)
                      .seen(notSent())
                      .help("make a new token with an expiry");
          case Lifetime.Until until ->
              met(Rule.TOKEN_NEVER_EXPIRES, title, "the token expires").seen(seen(until));
          case Lifetime.Within _ ->
              met(Rule.TOKEN_NEVER_EXPIRES, title, "tokens of this kind always expire");
          default ->
              requirement.value() == Effect.ALLOW
                  ? met(Rule.TOKEN_NEVER_EXPIRES, title, "any expiry will do")
                  : unknown(Rule.TOKEN_NEVER_EXPIRES, title, life);
        };
    return finished(matter, finding, requirement);
  }

  private static Finding finished(Case matter, Finding finding, Declared<?> requirement) {
    Finding placed = finding.at(matter.at(requirement.span()));
    return matter
        .evidence()
        .lead()
        .answer()
        .map(Proofs::of)
        .map(proof -> placed.proof(new Proof[] {proof}))
        .orElse(placed);
  }

  private static Finding met(Rule rule, String title, String message) {
    return Finding.of(rule, Verdict.MET, title, message);
  }

  private static Finding unknown(Rule rule, String title, Lifetime life) {
    String why =
        switch (life) {
          case Lifetime.Unknown(var words) -> words;
          case Lifetime.Lost(var words) -> words;
          case Lifetime.Unreadable _ -> "the expiry that GitHub sent cannot be read";
          case Lifetime.Within(var longest) ->
              "such tokens live "
                  + Phrases.roughly(longest)
                  + " at most; when this one was made is not told";
          case Lifetime.Until _, Lifetime.Endless _ ->
              throw new IllegalStateException("an end is known");
        };
    return life instanceof Lifetime.Lost
        ? Finding.of(rule, Verdict.INCONCLUSIVE, title, "could not check when the token expires")
            .seen(why)
            .help("run the job again; a proxy may have taken the header away")
        : Finding.of(rule, Verdict.UNPROVEN, title, "when the token expires is not known")
            .seen(why);
  }

  private static Seen seen(Lifetime.Until life) {
    return new Seen(
        HEADER + " says " + Phrases.moment(life.end(), life.now()),
        HEADER + " was compared with the server's `date` (left out here)");
  }

  private static Seen notSent() {
    return Seen.of("GitHub sent no " + HEADER + ", as for tokens without expiry");
  }
}
