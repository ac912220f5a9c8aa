package io.github.tokenpreflight.check;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.requirements.TokenRequirements;
import io.github.tokenpreflight.source.Nearest;
import io.github.tokenpreflight.source.SourceFile;
import java.util.List;

/// Why a token is not there, as far as the surroundings tell.
///
/// @param cause what the event of the job says
/// @param set whether the variable exists, though empty
/// @param names the names of the variables of the environment that the file does not declare, to
///   find a misspelt one
/// @param inJob whether this is a GitHub Actions job
public record Absence(Cause cause, boolean set, List<String> names, boolean inJob) {
  /// Why a job may run without secrets.
  ///
  /// Source: GitHub docs, "Using secrets in GitHub Actions" and "Dependabot on GitHub Actions"
  /// (documented): neither forks nor Dependabot get the secrets of Actions.
  public enum Cause {
    FORK,
    DEPENDABOT,
    /// It was to come by the input `token` or by standard input, not by the environment.
    GIVEN_EMPTY,
    NONE_KNOWN
  }

  /// The absence of a token that was given otherwise than by a variable, and is empty.
  public static Absence ofGiven(boolean inJob) {
    return new Absence(Cause.GIVEN_EMPTY, false, List.of(), inJob);
  }

  /// The finding for a token that is absent.
  ///
  /// @param skip whether absence is to be passed over (`on-absent: skip`)
  public Finding finding(SourceFile file, TokenRequirements requirements, boolean skip) {
    String name = requirements.name().value();
    Finding finding =
        Finding.of(Rule.TOKEN_ABSENT, Verdict.UNMET, "present", message(name))
            .at(file.at(requirements.name().span()))
            .seen(seen(name))
            .help(help(name));
    return skip ? finding.as(Severity.NOTE) : finding;
  }

  private String message(String name) {
    return switch (cause) {
      case FORK -> "`" + name + "` is absent: pull requests from forks get no secrets";
      case DEPENDABOT -> "`" + name + "` is absent: Dependabot gets no secrets of Actions";
      case GIVEN_EMPTY -> "`" + name + "` is absent: what was given for it is empty";
      case NONE_KNOWN -> "`" + name + "` is absent";
    };
  }

  private String seen(String name) {
    if (cause == Cause.GIVEN_EMPTY) {
      return (inJob ? "the input `token`" : "standard input") + " held nothing";
    }
    return set
        ? "the environment variable " + Phrases.name(name) + " is there, but empty"
        : "the environment has no variable " + Phrases.name(name);
  }

  private String[] help(String name) {
    return switch (cause) {
      case FORK ->
          new String[] {
            "set `on-absent: skip`, or leave the step out: `if: ${{ !github.event.pull_request.head.repo.fork }}`"
          };
      case DEPENDABOT ->
          new String[] {
            "save it for Dependabot too: `gh secret set " + name + " --app dependabot`",
            "or set `on-absent: skip`"
          };
      case GIVEN_EMPTY ->
          new String[] {
            inJob
                ? "give the input `token` a secret: `token: ${{ secrets." + name + " }}`"
                : "pipe the token in: `gh auth token | token-preflight check --token-stdin "
                    + name
                    + "`"
          };
      case NONE_KNOWN -> unexplained(name);
    };
  }

  /// An empty variable has its own cause. A name that looks like it is named only when the file
  /// declares nothing under it: it may hold another token, which must not take its place.
  private String[] unexplained(String name) {
    if (set) {
      return inJob
          ? new String[] {
            "check the secret's name: GitHub passes an unknown secret as an empty text; `gh secret list` names those there are",
            "save it: `gh secret set " + name + "`"
          }
          : new String[] {"set it in the environment: `export " + name + "=...`"};
    }
    List<String> near =
        Nearest.to(name, names).stream().filter(other -> !other.equals(name)).toList();
    if (!near.isEmpty()) {
      return new String[] {"did you mean " + Phrases.anyOf(near) + ", which the environment has?"};
    }
    return inJob
        ? new String[] {"pass it to the step: `env: { " + name + ": ${{ secrets." + name + " }} }`"}
        : new String[] {"set it in the environment: `export " + name + "=...`"};
  }
}
