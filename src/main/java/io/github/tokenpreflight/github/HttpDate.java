package io.github.tokenpreflight.github;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The dates that stand in HTTP headers, read by hand because a zoned formatter is slow to start.
///
/// - Source: RFC 9110, section 5.6.7, for the date (the two obsolete forms are not read); recorded
///   GitHub answers of 2024 to 2026 for the two forms of the token's expiry.
/// - Errors: anything else is absent, never guessed.
final class HttpDate {
  private static final Pattern FIXED =
      Pattern.compile(
          "[A-Z][a-z]{2}, (\\d\\d) ([A-Z][a-z]{2}) (\\d{4}) (\\d\\d):(\\d\\d):(\\d\\d) GMT");
  private static final Pattern EXPIRY =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d) (?:UTC|([+-]\\d\\d)(\\d\\d))");
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private HttpDate() {}

  /// `Tue, 10 Feb 2026 20:14:50 GMT`.
  static Optional<Instant> parse(String text) {
    Matcher date = FIXED.matcher(text.strip());
    if (!date.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              number(date, 3),
              MONTHS.indexOf(date.group(2)) + 1,
              number(date, 1),
              number(date, 4),
              number(date, 5),
              number(date, 6));
      return Optional.of(local.toInstant(ZoneOffset.UTC));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /// `2026-10-03 11:43:41 UTC` (classic tokens) and `2024-06-17 10:06:09 +0100` (fine-grained
  /// ones).
  static Optional<Instant> parseExpiry(String text) {
    Matcher date = EXPIRY.matcher(text.strip());
    if (!date.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime local = LocalDateTime.parse(date.group(1) + "T" + date.group(2));
      boolean utc = date.group(3) == null;
      ZoneOffset offset = utc ? ZoneOffset.UTC : ZoneOffset.of(date.group(3) + ":" + date.group(4));
      return Optional.of(local.toInstant(offset));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
