package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.audit.Audit;
import io.github.tokenpreflight.audit.Scope;
import io.github.tokenpreflight.collect.Filter;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.source.Nearest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Everything that can be said about one audit, by options or by inputs of the same names.
///
/// @param failOn the least severity that fails the run; absent for none
/// @param shard this part of how many
/// @param given the text of any other option by its name
record AuditOptions(
    Scope scope,
    Optional<Severity> failOn,
    Shard shard,
    Filter filter,
    Times times,
    Function<String, Optional<String>> given) {
  static final List<String> EFFECTS = List.of("error", "warning", "note", "never");

  private static final Duration USUAL_TIMEOUT = Duration.ofMinutes(30);
  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})([smh])");
  private static final Pattern SHARD = Pattern.compile("([1-9]\\d{0,3})/([1-9]\\d{0,3})");

  /// How long to wait for rate limits, and how long everything else may take.
  record Times(Duration maxWait, Duration timeout) {}

  /// A part of the repositories: number `part` of `parts`, from 1.
  record Shard(int part, int parts) {
    static final Shard WHOLE = new Shard(1, 1);

    boolean takes(int index) {
      return index % parts == part - 1;
    }

    boolean isWhole() {
      return parts == 1;
    }

    @Override
    public String toString() {
      return part + "/" + parts;
    }
  }

  /// Options, or everything that is wrong with them, a line each.
  record Reading(Optional<AuditOptions> options, List<String> errors) {}

  /// Options of a merge, which audits nothing itself.
  static Reading merging(Function<String, Optional<String>> given) {
    return read(name -> name.equals("from") ? Optional.of(".") : given.apply(name));
  }

  Audit.Head head(Instant at, long listed) {
    return new Audit.Head(scope, at, shard.toString(), listed);
  }

  static Reading read(Function<String, Optional<String>> given) {
    List<String> errors = new ArrayList<>();
    Optional<Scope> scope = scope(given, errors);
    Optional<Severity> failOn = failOn(given.apply("fail-on").orElse("error"), errors);
    Shard shard = given.apply("shard").map(text -> shard(text, errors)).orElse(Shard.WHOLE);
    Filter filter = filter(given, errors);
    Times times =
        new Times(
            duration(given, "max-wait", Duration.ZERO, errors),
            duration(given, "timeout", USUAL_TIMEOUT, errors));
    given
        .apply("details")
        .ifPresent(word -> choice("details", word, List.of("auto", "full", "minimal"), errors));
    return errors.isEmpty() && scope.isPresent()
        ? new Reading(
            Optional.of(new AuditOptions(scope.get(), failOn, shard, filter, times, given)),
            List.of())
        : new Reading(Optional.empty(), errors);
  }

  Optional<String> text(String name) {
    return given.apply(name);
  }

  private static Optional<Scope> scope(
      Function<String, Optional<String>> given, List<String> errors) {
    List<Scope> scopes = new ArrayList<>();
    given.apply("org").ifPresent(name -> scopes.add(new Scope(Scope.Kind.ORGANIZATION, name)));
    given.apply("user").ifPresent(name -> scopes.add(new Scope(Scope.Kind.USER, name)));
    given.apply("from").ifPresent(name -> scopes.add(new Scope(Scope.Kind.CHECKOUTS, name)));
    if (scopes.size() != 1) {
      errors.add("name what to audit with one of `--org NAME`, `--user NAME` and `--from FOLDER`");
      return Optional.empty();
    }
    return Optional.of(scopes.getFirst());
  }

  private static Filter filter(Function<String, Optional<String>> given, List<String> errors) {
    List<String> names =
        given.apply("repos").map(text -> List.of(text.strip().split("[,\\s]+"))).orElse(List.of());
    Optional<String> visibility = given.apply("visibility").filter(word -> !word.equals("all"));
    visibility.ifPresent(word ->
        choice("visibility", word, List.of("all", "public", "private", "internal"), errors));
    String archived = given.apply("archived").orElse("leave-out");
    choice("archived", archived, List.of("leave-out", "include", "only"), errors);
    return new Filter(
        names,
        visibility,
        archived.equals("include") ? Optional.empty() : Optional.of(archived.equals("only")),
        given.apply("topic"));
  }

  private static Duration duration(
      Function<String, Optional<String>> given, String name, Duration usual, List<String> errors) {
    Optional<String> text = given.apply(name);
    if (text.isEmpty()) {
      return usual;
    }
    Matcher form = DURATION.matcher(text.get());
    if (!form.matches()) {
      errors.add(
          "`--" + name + "` cannot be `" + text.get() + "`: write it like `90s`, `20m` or `1h`");
      return usual;
    }
    long count = Long.parseLong(form.group(1));
    return switch (form.group(2)) {
      case "h" -> Duration.ofHours(count);
      case "m" -> Duration.ofMinutes(count);
      default -> Duration.ofSeconds(count);
    };
  }

  private static void choice(String name, String word, List<String> words, List<String> errors) {
    if (!words.contains(word)) {
      List<String> near = Nearest.to(word, words);
      errors.add(
          "`--"
              + name
              + "` cannot be `"
              + word
              + "`: "
              + (near.isEmpty()
                  ? "use " + Phrases.anyOf(words)
                  : "did you mean " + Phrases.anyOf(near) + "?"));
    }
  }

  private static Optional<Severity> failOn(String word, List<String> errors) {
    choice("fail-on", word, EFFECTS, errors);
    return Arrays.stream(Severity.values()).filter(it -> it.word().equals(word)).findFirst();
  }

  private static Shard shard(String text, List<String> errors) {
    Matcher form = SHARD.matcher(text);
    if (form.matches()) {
      int part = Integer.parseInt(form.group(1));
      int parts = Integer.parseInt(form.group(2));
      if (part <= parts) {
        return new Shard(part, parts);
      }
    }
    errors.add(
        "`--shard` cannot be `" + text + "`: write the part and the number of parts, as in `2/4`");
    return Shard.WHOLE;
  }
}
