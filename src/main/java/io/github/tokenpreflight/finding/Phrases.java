package io.github.tokenpreflight.finding;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Lists, spans of time and instants in the words of every report.
public final class Phrases {
  private static final int MOST = 8;
  private static final String NOW = "now";

  private Phrases() {}

  /// Names in backticks, eight at most, then how many more there are; "nothing" for an empty list.
  public static String names(Collection<String> names) {
    if (names.isEmpty()) {
      return "nothing";
    }
    String shown = names.stream().limit(MOST).map(Phrases::name).collect(Collectors.joining(", "));
    int more = names.size() - MOST;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  /// Names in backticks, all of which are meant: "`a`, `b` and `c`"; eight at most.
  public static String allOf(List<String> names) {
    return names.size() > MOST ? names(names) : list(names.stream().map(Phrases::name).toList());
  }

  /// Words in a row: "a, b and c".
  public static String list(List<String> words) {
    return words.size() < 2
        ? String.join("", words)
        : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
  }

  /// Names of which any one will do: "`a`, `b` or `c`".
  public static String anyOf(List<String> names) {
    if (names.size() < 2) {
      return names(names);
    }
    return names(names.subList(0, names.size() - 1)) + " or " + name(names.getLast());
  }

  /// One name in backticks.
  public static String name(String name) {
    return "`" + name + "`";
  }

  /// A number with its noun, "1 request" or "2 requests".
  public static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /// The largest whole unit of a duration: "3 days", "5 hours", "2 minutes", "now" below a second.
  public static String roughly(Duration duration) {
    Duration size = duration.abs();
    if (size.toDays() >= 2) {
      return count(size.toDays(), "day");
    }
    if (size.toHours() >= 2) {
      return count(size.toHours(), "hour");
    }
    if (size.toMinutes() >= 2) {
      return count(size.toMinutes(), "minute");
    }
    return size.toSeconds() == 0 ? NOW : count(size.toSeconds(), "second");
  }

  /// ISO 8601 in UTC to the second, and how far away that is: "2026-10-03T11:43:41Z (in 2 days)".
  public static String moment(Instant instant, Instant now) {
    Duration distance = Duration.between(now, instant);
    String rough = roughly(distance);
    String date = instant.truncatedTo(ChronoUnit.SECONDS).toString();
    if (rough.equals(NOW)) {
      return date + " (now)";
    }
    return date + (distance.isNegative() ? " (" + rough + " ago)" : " (in " + rough + ")");
  }
}
