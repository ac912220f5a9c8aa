package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.tree.Node.Scalar;
import io.github.tokenpreflight.tree.Quote;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// How long a token must, and may, still live.
final class ExpiryReader {
  static final List<String> KEYS = List.of("fail-within", "warn-within", "at-most", "never");
  static final int LONGEST_DAYS = 3650;

  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,4})([hdw])");
  private static final Pattern NEAR =
      Pattern.compile("([1-9][0-9]{0,4}) ?(?i:(h|d|w)(?:ours?|ays?|eeks?)?)");

  private ExpiryReader() {}

  static ExpiryRequirement read(Field field) {
    Optional<Fields> fields = field.fields("fail-within: 1d");
    if (fields.isEmpty()) {
      return ExpiryRequirement.NONE;
    }
    fields.get().only(KEYS, ExpiryReader::home);
    ExpiryRequirement expiry =
        new ExpiryRequirement(
            duration(fields.get(), "fail-within"),
            duration(fields.get(), "warn-within"),
            duration(fields.get(), "at-most"),
            fields
                .get()
                .find("never")
                .flatMap(never -> never.choice(Effect::parse, Effect.words())));
    contradictions(expiry, field.errors());
    return expiry;
  }

  private static String home(String key) {
    return switch (key) {
      case "max", "maximum", "longest" -> "write `at-most: 366d`";
      case "min", "minimum", "fail", "within" -> "write `fail-within: 1d`";
      case "warn" -> "write `warn-within: 14d`";
      default -> "";
    };
  }

  private static Optional<Declared<Duration>> duration(Fields fields, String key) {
    return fields
        .find(key)
        .flatMap(field -> field.scalar("14d").flatMap(scalar -> duration(field, scalar)));
  }

  private static Optional<Declared<Duration>> duration(Field field, Scalar scalar) {
    Optional<Duration> duration = parse(scalar.text());
    if (duration.isEmpty()) {
      wrong(field, scalar, "is not a span of time", nearest(scalar.text()));
    } else if (duration.get().toDays() > LONGEST_DAYS - 1
        && !duration.get().equals(Duration.ofDays(LONGEST_DAYS))) {
      wrong(field, scalar, "is longer than ten years", "write `3650d` at most");
      return Optional.empty();
    }
    return duration.map(value -> new Declared<>(value, scalar.span()));
  }

  private static void wrong(Field field, Scalar scalar, String complaint, String help) {
    field.wrong(scalar.span(), Quote.of(scalar.text()) + " " + complaint, help);
  }

  static Optional<Duration> parse(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(form.group(1));
    return Optional.of(
        switch (form.group(2)) {
          case "h" -> Duration.ofHours(count);
          case "w" -> Duration.ofDays(7 * count);
          default -> Duration.ofDays(count);
        });
  }

  private static String nearest(String text) {
    var near = NEAR.matcher(text);
    if (near.matches()) {
      return "replace with `"
          + near.group(1)
          + near.group(2).toLowerCase(java.util.Locale.ROOT)
          + "`";
    }
    return text.matches("[1-9][0-9]{0,3}")
        ? "add the unit: `" + text + "d` for days, `h` for hours, `w` for weeks"
        : "write a whole number above 0 and `h`, `d` or `w`, such as `14d`";
  }

  private static void contradictions(ExpiryRequirement expiry, Errors errors) {
    expiry.failWithin().ifPresent(fail -> contradictions(fail, expiry, errors));
    expiry
        .atMost()
        .filter(most -> expiry.warnWithin().filter(warn -> !isLonger(most, warn)).isPresent())
        .filter(most -> expiry.failWithin().filter(fail -> !isLonger(most, fail)).isEmpty())
        .ifPresent(most ->
            errors.warn(
                Rule.CONTRADICTION,
                most.span(),
                "`at-most` is within `warn-within`, so there will always be a warning",
                "raise `at-most`, or lower `warn-within`"));
  }

  private static void contradictions(
      Declared<Duration> fail, ExpiryRequirement expiry, Errors errors) {
    expiry
        .warnWithin()
        .filter(warn -> isLonger(fail, warn))
        .ifPresent(warn ->
            errors.add(
                Rule.CONTRADICTION,
                warn.span(),
                "`warn-within` is shorter than `fail-within`, so it never warns",
                "raise `warn-within`, or lower `fail-within`"));
    expiry
        .atMost()
        .filter(most -> !isLonger(most, fail))
        .ifPresent(most ->
            errors.add(
                Rule.CONTRADICTION,
                most.span(),
                "`at-most` is within `fail-within`, so no token can meet both",
                "raise `at-most`, or lower `fail-within`"));
  }

  private static boolean isLonger(Declared<Duration> one, Declared<Duration> other) {
    return one.value().compareTo(other.value()) > 0;
  }
}
