package io.github.tokenpreflight.render;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Proof;
import io.github.tokenpreflight.finding.Report;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Seen;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.finding.Statement;
import io.github.tokenpreflight.finding.Subject;
import io.github.tokenpreflight.finding.TokenReport;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.source.Span;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Reports of every shape, for the tests of the voices.
final class TestReports {
  static final Tool TOOL =
      new Tool("token-preflight", "1.2.3", URI.create("https://github.com/acme/token-preflight"));

  static final SourceFile FILE =
      new SourceFile(
          ".github/token-requirements.yml",
          """
          version: 1
          tokens:
            RELEASE_TOKEN:
              scopes:
                - repo
                - read:org
              permissions:
                contents: write
          """);

  private static final Instant AT = Instant.parse("2026-10-01T11:43:41.123Z");

  private TestReports() {}

  static Finding met() {
    return Finding.of(Rule.MISSING_SCOPE, Verdict.MET, "scopes: repo", "the token has `repo`")
        .at(FILE.at(new Span(5, 9, 4)))
        .seen(new Seen("GitHub lists `repo, workflow` in `x-oauth-scopes`", "GitHub lists it"))
        .proof(new Proof("GET https://api.github.com/rate_limit", "200 OK", "1234:ABCD"));
  }

  static Finding unmet() {
    return Finding.of(
            Rule.MISSING_SCOPE,
            Verdict.UNMET,
            "scopes: read:org",
            "the token lacks the scope `read:org`")
        .at(FILE.at(new Span(6, 9, 8)))
        .seen(
            new Seen(
                "GitHub lists `repo, workflow` in `x-oauth-scopes`",
                "GitHub lists other scopes in `x-oauth-scopes`"))
        .proof(new Proof("GET https://api.github.com/rate_limit", "200 OK", "1234:ABCD"))
        .help("add `read:org` at https://github.com/settings/tokens", "or drop the requirement");
  }

  static Finding unproven() {
    return Finding.of(
            Rule.MISSING_PERMISSION,
            Verdict.UNPROVEN,
            "permissions: contents: write on acme/site",
            "no harmless question shows `contents: write`")
        .at(FILE.at(new Span(8, 7, 15)))
        .why("GitHub shows this permission to write requests only")
        .help("set `probes: writes`");
  }

  static Finding inconclusive() {
    return Finding.of(
            Rule.TOKEN_UNCHECKED, Verdict.INCONCLUSIVE, "valid", "the token could not be checked")
        .proof(new Proof("GET https://api.github.com/rate_limit", "503 Service Unavailable", ""));
  }

  static Finding notApplicable() {
    return Finding.of(
        Rule.MISSING_PERMISSION,
        Verdict.NOT_APPLICABLE,
        "permissions: contents: write",
        "a classic token has no permissions");
  }

  static Finding error() {
    return Finding.error(Rule.UNKNOWN_KEY, "the key `scope` has no meaning here")
        .at(FILE.at(new Span(4, 5, 6)))
        .help("did you mean `scopes`?");
  }

  static Subject subject() {
    return new Subject(
        Optional.of("classic"),
        Optional.of("acme-bot"),
        Optional.of(List.of("repo", "workflow")),
        Optional.of(Instant.parse("2026-10-03T12:00:00Z")),
        Optional.of(Instant.parse("2026-10-01T11:43:40Z")),
        OptionalLong.of(4321));
  }

  static TokenReport token(String name, Subject subject, Finding... findings) {
    boolean usable =
        List.of(findings).stream()
            .noneMatch(it -> it.verdict() == Verdict.UNMET || it.verdict() == Verdict.INCONCLUSIVE);
    return new TokenReport(
        name,
        Optional.of("Tags releases"),
        Optional.of("platform-team"),
        subject,
        usable,
        List.of(findings));
  }

  static Report of(Finding... findings) {
    return report(token("RELEASE_TOKEN", subject(), findings));
  }

  static Report report(TokenReport... tokens) {
    return new Report(FILE.path(), AT, List.of(tokens), List.of());
  }

  static Report invalid(Finding... errors) {
    return new Report(FILE.path(), AT, List.of(), List.of(errors));
  }

  /// One of everything.
  static Report mixed() {
    return new Report(
        FILE.path(),
        AT,
        List.of(
            token("RELEASE_TOKEN", subject(), met(), unmet(), unproven(), notApplicable()),
            token("DEPLOY_TOKEN", Subject.unknown(), inconclusive())),
        List.of(error().as(Severity.WARNING)));
  }

  /// One finding, told very often.
  static Report many(Finding finding, int times) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 1; i <= times; i++) {
      findings.add(
          new Finding(
              finding.rule(),
              finding.ruling(),
              finding.requirement() + " " + i,
              Statement.of(finding.message() + " " + i),
              finding.place(),
              finding.grounds(),
              finding.remedies(),
              finding.also()));
    }
    return of(findings.toArray(Finding[]::new));
  }

  /// Every shape that a voice must be able to tell.
  static List<Report> samples() {
    return List.of(
        mixed(),
        of(met()),
        of(met(), unproven()),
        of(unmet()),
        of(unmet().as(Severity.WARNING)),
        of(unproven().as(Severity.ERROR)),
        of(unproven().as(Severity.NOTE)),
        of(inconclusive()),
        of(),
        report(),
        report(token("TOKEN", Subject.unknown())),
        invalid(error()),
        invalid(error(), Finding.error(Rule.WRONG_INPUT, "the input `probes` is `all`")),
        many(unmet(), 30),
        hostile());
  }

  /// Foreign text that tries to be more than text.
  static Report hostile() {
    String evil =
        "x\n::add-mask::e\n##[add-mask]e \u001B[31m \u202E <img src=x> | `a|b` @acme/team #1"
            + " https://evil.example www.evil.example [x](y) **b** ![i](j) &amp; \\";
    return of(
        Finding.of(Rule.POLICY_REFUSAL, Verdict.UNMET, evil, evil)
            .at(new SourceFile("a.yml", "a: ##[add-mask]e \u001B[31m\n").at(new Span(1, 4, 4)))
            .seen(evil)
            .why(evil)
            .help(evil));
  }
}
