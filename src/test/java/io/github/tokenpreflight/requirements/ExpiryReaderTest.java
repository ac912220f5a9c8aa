package io.github.tokenpreflight.requirements;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryReaderTest {
  @Test
  void hoursDaysAndWeeksAreRead() {
    var expires =
        Sample.requirements(
                "expires: { fail-within: 36h, warn-within: 14d, at-most: 52w, never: warn }")
            .expires();

    assertEquals(Duration.ofHours(36), expires.failWithin().orElseThrow().value());
    assertEquals(Duration.ofDays(14), expires.warnWithin().orElseThrow().value());
    assertEquals(Duration.ofDays(364), expires.atMost().orElseThrow().value());
    assertEquals(Effect.WARN, expires.never().orElseThrow().value());
  }

  @ParameterizedTest
  @CsvSource({
    "14, 'add the unit: `14d` for days, `h` for hours, `w` for weeks'",
    "14 days, replace with `14d`",
    "14D, replace with `14d`",
    "2weeks, replace with `2w`",
    "1 hour, replace with `1h`",
    "0d, 'write a whole number above 0 and `h`, `d` or `w`, such as `14d`'",
    "01d, 'write a whole number above 0 and `h`, `d` or `w`, such as `14d`'",
    "-1d, 'write a whole number above 0 and `h`, `d` or `w`, such as `14d`'",
    "1.5d, 'write a whole number above 0 and `h`, `d` or `w`, such as `14d`'",
    "1m, 'write a whole number above 0 and `h`, `d` or `w`, such as `14d`'",
    "P14D, 'write a whole number above 0 and `h`, `d` or `w`, such as `14d`'",
  })
  void otherSpansAreRefusedWithTheSpanToWrite(String span, String help) {
    assertEquals(
        "`" + span + "` is not a span of time | " + help,
        Sample.said("expires: { fail-within: " + span + " }"));
  }

  @Test
  void tenYearsAreTheMost() {
    for (String span : List.of("3650d", "87600h", "521w")) {
      Sample.requirements("expires: { at-most: " + span + " }");
    }
    for (String span : List.of("3651d", "87601h", "522w", "99999w")) {
      assertEquals(
          "`" + span + "` is longer than ten years | write `3650d` at most",
          Sample.said("expires: { at-most: " + span + " }"));
    }
  }

  @Test
  void aWarningThatNeverComesIsAContradiction() {
    assertEquals(
        "`warn-within` is shorter than `fail-within`, so it never warns | raise `warn-within`, or"
            + " lower `fail-within`",
        Sample.said("expires: { fail-within: 14d, warn-within: 1w }"));
    Sample.requirements("expires: { fail-within: 14d, warn-within: 2w }");
  }

  @Test
  void aLimitThatNoTokenCanKeepIsAContradiction() {
    assertEquals(
        "`at-most` is within `fail-within`, so no token can meet both | raise `at-most`, or lower"
            + " `fail-within`",
        Sample.said("expires: { fail-within: 7d, at-most: 1w }"));
  }

  @Test
  void aWarningThatAlwaysComesIsOnlyWarnedOf() {
    assertEquals(
        "`at-most` is within `warn-within`, so there will always be a warning | raise `at-most`,"
            + " or lower `warn-within`",
        Sample.said("expires: { warn-within: 14d, at-most: 7d }"));
  }

  @Test
  void unknownKeysAndWordsAreRefused() {
    assertEquals(
        "the key `fail_within` has no meaning here | did you mean `fail-within` or"
            + " `warn-within`?",
        Sample.said("expires: { fail_within: 1d }"));
    assertEquals(
        "`no` cannot be a value of `never` | write `allow`, `warn` or `fail`",
        Sample.said("expires: { never: no }"));
  }
}
