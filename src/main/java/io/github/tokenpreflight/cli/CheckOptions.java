package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.check.Strictness;
import io.github.tokenpreflight.check.Strictness.Unproven;
import io.github.tokenpreflight.evidence.ProbeLevel;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.requirements.Effect;
import io.github.tokenpreflight.source.Nearest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Everything that can be said about one check: by the inputs of the action or by options of the
/// command line, which have the same names.
///
/// @param only names of the tokens to check, empty for all
/// @param name which declared token the input `token` is
/// @param token the value of the input `token`, or what standard input held
/// @param maxWait how long to wait for a budget to fill up
/// @param timeout how long everything may take, waiting for budgets apart
/// @param report where the JSON report goes, `-` for the output stream
record CheckOptions(
    Optional<String> requirements,
    Optional<String> inlineRequirements,
    List<String> only,
    Optional<String> name,
    Optional<String> token,
    ProbeLevel probes,
    Strictness strictness,
    boolean skipAbsent,
    Details details,
    Duration maxWait,
    Duration timeout,
    Optional<String> report,
    Optional<String> sarif,
    Optional<String> apiUrl,
    Optional<String> caFile) {

  /// How much of a token's facts the log shows.
  enum Details {
    /// [#FULL], but [#MINIMAL] in the log of a repository that is not known to be private.
    AUTO,
    FULL,
    MINIMAL
  }

  static final Duration USUAL_TIMEOUT = Duration.ofMinutes(2);
  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(s|m|h)|0");

  /// Options, or everything that is wrong with them.
  record Reading(Optional<CheckOptions> options, List<Finding> errors) {}

  /// Reads all options at once.
  ///
  /// @param given the text of an option by its name, absent when it was not given
  static Reading read(Function<String, Optional<String>> given) {
    return new Reader(given).read();
  }

  private static final class Reader {
    private final Function<String, Optional<String>> given;
    private final List<Finding> errors = new ArrayList<>();

    Reader(Function<String, Optional<String>> given) {
      this.given = given;
    }

    Reading read() {
      CheckOptions options =
          new CheckOptions(
              given.apply("requirements"),
              given.apply("inline-requirements"),
              only(),
              given.apply("name"),
              given.apply("token"),
              ProbeLevel.parse(word("probes", ProbeLevel.words(), "read")).orElseThrow(),
              new Strictness(
                  Unproven.valueOf(
                      word("unproven", List.of("ignore", "note", "warn", "fail"), "note")
                          .toUpperCase(Locale.ROOT)),
                  Effect.parse(word("inconclusive", List.of("warn", "fail"), "fail"))
                      .orElseThrow()),
              word("on-absent", List.of("fail", "skip"), "fail").equals("skip"),
              Details.valueOf(
                  word("details", List.of("auto", "full", "minimal"), "auto")
                      .toUpperCase(Locale.ROOT)),
              duration("max-wait", Duration.ZERO),
              timeout(),
              given.apply("report"),
              given.apply("sarif"),
              given.apply("api-url"),
              given.apply("ca-file"));
      outputs();
      return new Reading(
          errors.isEmpty() ? Optional.of(options) : Optional.empty(), List.copyOf(errors));
    }

    /// Each report needs a place of its own, and only one can be told on the output stream.
    private void outputs() {
      Optional<String> sarif = given.apply("sarif");
      if (sarif.filter("-"::equals).isPresent()) {
        errors.add(wrong("sarif", "-").help("name a file; `report` alone takes `-`"));
      } else if (sarif.isPresent() && sarif.equals(given.apply("report"))) {
        errors.add(wrong("sarif", sarif.get()).help("name another file than `report` does"));
      }
    }

    /// One of a few words; the usual one when it was not given or is wrong.
    private String word(String name, List<String> words, String usual) {
      Optional<String> text = given.apply(name).map(value -> value.toLowerCase(Locale.ROOT));
      if (text.isEmpty() || words.contains(text.get())) {
        return text.orElse(usual);
      }
      List<String> near = Nearest.to(text.get(), words);
      errors.add(
          wrong(name, given.apply(name).orElseThrow())
              .help(
                  near.isEmpty()
                      ? "use " + Phrases.anyOf(words)
                      : "did you mean " + Phrases.anyOf(near) + "?"));
      return usual;
    }

    /// No time at all would leave everything unasked, so that nothing could be said.
    private Duration timeout() {
      Duration timeout = duration("timeout", USUAL_TIMEOUT);
      if (timeout.isPositive()) {
        return timeout;
      }
      errors.add(
          wrong("timeout", given.apply("timeout").orElse("0"))
              .help("give it a second at least, as in `30s`"));
      return USUAL_TIMEOUT;
    }

    private Duration duration(String name, Duration usual) {
      Optional<String> text = given.apply(name);
      if (text.isEmpty()) {
        return usual;
      }
      var form = DURATION.matcher(text.get());
      if (!form.matches()) {
        errors.add(
            wrong(name, text.get())
                .help("write seconds, minutes or hours, as in `90s`, `10m`, `1h`"));
        return usual;
      }
      return switch (form.group(2)) {
        case "s" -> Duration.ofSeconds(Long.parseLong(form.group(1)));
        case "m" -> Duration.ofMinutes(Long.parseLong(form.group(1)));
        case "h" -> Duration.ofHours(Long.parseLong(form.group(1)));
        case null, default -> Duration.ZERO;
      };
    }

    private static Finding wrong(String name, String text) {
      return Finding.error(Rule.WRONG_INPUT, "the value of `" + name + "` cannot be used")
          .seen("it is " + Phrases.name(text));
    }

    private List<String> only() {
      Optional<String> text = given.apply("only");
      List<String> names =
          text.stream()
              .flatMap(all -> Arrays.stream(all.split("[,\\s]+")))
              .filter(name -> !name.isEmpty())
              .toList();
      if (text.isPresent() && names.isEmpty()) {
        errors.add(wrong("only", text.get()).help("name a token, or leave it out to check all"));
      }
      return names;
    }
  }
}
