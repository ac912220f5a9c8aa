package io.github.tokenpreflight.render;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Report;
import io.github.tokenpreflight.finding.Subject;
import io.github.tokenpreflight.finding.TokenReport;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.render.JsonRenderer.Omission;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The outputs of the action. Empty means that nothing is known.
///
/// With several tokens an output tells what a later step must reckon with: the earliest expiry and
/// the smallest budget. Kind and login are told only when all tokens have the same.
public final class Outputs {
  /// Well below GitHub's limit of 1 MB for all outputs of a job, which counts two bytes a letter.
  static final int REPORT_LIMIT_BYTES = 256 << 10;

  private Outputs() {}

  /// Names and values, in the order of `action.yml`.
  public static Map<String, String> of(Report report, Tool tool) {
    List<Subject> subjects = report.tokens().stream().map(TokenReport::subject).toList();
    Map<String, String> outputs = new LinkedHashMap<>();
    outputs.put("result", report.result().word());
    outputs.put("usable", Boolean.toString(report.usable()));
    outputs.put("missing", String.join("\n", listed(report, Verdict.UNMET)));
    outputs.put("unproven", unproven(report));
    outputs.put("token-kind", common(subjects.stream().map(Subject::kind).toList()));
    outputs.put("login", common(subjects.stream().map(Subject::login).toList()));
    Optional<Instant> expiry =
        subjects.stream().flatMap(it -> it.expiresAt().stream()).min(Instant::compareTo);
    outputs.put("expires-at", expiry.map(JsonText::instant).orElse(""));
    outputs.put("expires-in-days", daysLeft(report, subjects));
    outputs.put("rate-limit-remaining", remaining(subjects));
    outputs.put("report", compact(report, tool));
    return outputs;
  }

  /// How many there are, and below that each on a line of its own.
  private static String unproven(Report report) {
    List<String> listed = listed(report, Verdict.UNPROVEN);
    return Stream.concat(Stream.of(Integer.toString(listed.size())), listed.stream())
        .collect(Collectors.joining("\n"));
  }

  /// Requirements with a verdict, each after the name of its token.
  private static List<String> listed(Report report, Verdict verdict) {
    return report.tokens().stream()
        .flatMap(token ->
            token.findings().stream()
                .filter(finding -> finding.verdict() == verdict)
                .flatMap(Outputs::requirements)
                .map(requirement -> token.name() + ": " + requirement))
        .toList();
  }

  private static Stream<String> requirements(Finding finding) {
    return finding
        .parts()
        .map(it -> it.requirement().isEmpty() ? it.rule().id() : it.requirement())
        .map(Printable::line);
  }

  /// The one value that all tokens share.
  private static String common(List<Optional<String>> values) {
    return values.stream().distinct().count() == 1 ? values.getFirst().orElse("") : "";
  }

  /// Whole days until the first expiry, rounded down, by the server's clock.
  private static String daysLeft(Report report, List<Subject> subjects) {
    return subjects.stream()
        .filter(subject -> subject.expiresAt().isPresent())
        .map(subject -> {
          Instant clock = subject.checkedAt().orElse(report.at());
          Duration left = Duration.between(clock, subject.expiresAt().get());
          return Math.floorDiv(left.toSeconds(), Duration.ofDays(1).toSeconds());
        })
        .min(Long::compare)
        .map(days -> Long.toString(days))
        .orElse("");
  }

  private static String remaining(List<Subject> subjects) {
    return subjects.stream().flatMapToLong(subject -> subject.remaining().stream()).min().stream()
        .mapToObj(Long::toString)
        .findFirst()
        .orElse("");
  }

  private static String compact(Report report, Tool tool) {
    String text = JsonRenderer.compact(tool).rendered(report);
    for (Omission omission : List.of(Omission.PROOFS_AND_MET, Omission.FINDINGS)) {
      if (text.getBytes(StandardCharsets.UTF_8).length > REPORT_LIMIT_BYTES) {
        text = JsonRenderer.compact(tool, omission).rendered(report);
      }
    }
    return text;
  }
}
