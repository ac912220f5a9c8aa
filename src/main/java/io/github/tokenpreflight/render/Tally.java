package io.github.tokenpreflight.render;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Report;
import io.github.tokenpreflight.finding.Result;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.source.Place;
import java.util.ArrayList;
import java.util.List;

/// The requirements of a run, counted, and the verdict in one line that every voice ends with.
///
/// What says nothing about a kind of token does not count as a requirement.
public final class Tally {
  private final Report report;
  private final long met;
  private final long unmet;
  private final long unproven;
  private final long inconclusive;

  private Tally(Report report) {
    this.report = report;
    this.met = count(Verdict.MET);
    this.unmet = count(Verdict.UNMET);
    this.unproven = count(Verdict.UNPROVEN);
    this.inconclusive = count(Verdict.INCONCLUSIVE);
  }

  public static Tally of(Report report) {
    return new Tally(report);
  }

  /// Such as `not met: 2 of 7 requirements, 1 could not be checked`.
  public String verdict() {
    Result result = report.result();
    if (result == Result.INVALID) {
      return "not checked: " + errors();
    }
    if (result == Result.INCONCLUSIVE) {
      return line("could not be checked", inconclusive, refuted() + unknown());
    }
    if (unmet > 0) {
      return line("not met", unmet, unanswered() + unknown());
    }
    if (result == Result.FAILED) {
      return line("unproven", unproven, unanswered());
    }
    if (inconclusive > 0) {
      return line("could not be checked", inconclusive, unknown());
    }
    if (report.tokens().isEmpty() && !report.errors().isEmpty()) {
      return "no error, " + Phrases.count(report.errors().size(), "warning");
    }
    return total() == 0 ? "met: nothing was required" : line("met", met, unknown());
  }

  /// Such as `5 met, 2 not applicable, 3 unproven`, without what is told at length.
  String counts() {
    List<String> counts = new ArrayList<>();
    for (Verdict verdict : List.of(Verdict.MET, Verdict.NOT_APPLICABLE, Verdict.UNPROVEN)) {
      long number =
          report.tokens().stream()
              .flatMap(token -> token.findings().stream())
              .filter(finding -> finding.verdict() == verdict && !Telling.atLength(finding))
              .count();
      if (number > 0) {
        counts.add(number + " " + verdict.word().replace('-', ' '));
      }
    }
    return String.join(", ", counts);
  }

  private String line(String verdict, long number, String rest) {
    return verdict
        + ": "
        + number
        + " of "
        + Phrases.count(total(), "requirement")
        + rest
        + (verdict.equals("met") ? "" : effect());
  }

  /// Why a verdict that is not good does not fail the job.
  private String effect() {
    return switch (report.result()) {
      case WARNED -> ", reported only";
      case PASSED -> ", passed over";
      case FAILED, INCONCLUSIVE, INVALID -> "";
    };
  }

  private String refuted() {
    return unmet == 0 ? "" : ", " + unmet + " not met";
  }

  private String unanswered() {
    return inconclusive == 0 ? "" : ", " + inconclusive + " could not be checked";
  }

  private String unknown() {
    return unproven == 0 ? "" : ", " + unproven + " unproven";
  }

  private String errors() {
    List<Finding> errors =
        report.errors().stream().filter(error -> error.severity() == Severity.ERROR).toList();
    List<String> files =
        errors.stream().flatMap(error -> error.place().stream()).map(Tally::path).toList();
    boolean oneFile = files.size() == errors.size() && files.stream().distinct().count() == 1;
    String count = Phrases.count(errors.size(), "error");
    return oneFile ? count + " in " + Printable.line(files.getFirst()) : count;
  }

  private static String path(Place place) {
    return place.file().path();
  }

  private long total() {
    return met + unmet + unproven + inconclusive;
  }

  private long count(Verdict verdict) {
    return report.tokens().stream().mapToLong(token -> token.count(verdict)).sum();
  }
}
