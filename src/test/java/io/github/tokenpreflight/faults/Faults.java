package io.github.tokenpreflight.faults;

import static io.github.tokenpreflight.faults.Fault.lasting;
import static io.github.tokenpreflight.faults.Fault.mended;
import static io.github.tokenpreflight.faults.Fault.passing;
import static io.github.tokenpreflight.faults.Fault.slow;
import static io.github.tokenpreflight.faults.Replies.answer;
import static io.github.tokenpreflight.faults.Replies.fine;
import static io.github.tokenpreflight.faults.Replies.headers;
import static io.github.tokenpreflight.faults.Replies.refusal;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The rows: what a server can do to an answer.
final class Faults {
  private static final byte[] GARBAGE = {31, -117, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
  private static final String BAD = "Bad credentials";
  private static final String LATE = "did not answer (within|in time)";
  private static final String SLOW_DOWN = "You have exceeded a secondary rate limit.";

  /// Headers that are read of a success; the scopes and the type of the content decide it.
  private static final List<String> HEADERS =
      List.of(
          "Date",
          "Deprecation",
          "GitHub-Authentication-Token-Expiration",
          "Location",
          "Retry-After",
          "Sunset",
          "X-Accepted-GitHub-Permissions",
          "X-Accepted-OAuth-Scopes",
          "X-GitHub-OTP",
          "X-GitHub-SSO",
          "X-RateLimit-Limit",
          "X-RateLimit-Remaining",
          "X-RateLimit-Reset",
          "X-RateLimit-Used");

  private Faults() {}

  static List<Fault> connection() {
    return List.of(
        passing("reset before the answer", "closed|broke", Wire::reset).most(6),
        passing("reset within the headers", "closed the connection|broke|HTTP", Faults::halfHead),
        passing(
            "reset within the body",
            "closed the connection|broke",
            wire -> {
              wire.head(200, headers(100));
              wire.body(new byte[] {'{'});
              wire.reset();
            }),
        passing("the connection is closed in good order", "closed|broke", Wire::leave).most(6),
        passing(
            "not HTTP",
            "closed|broke",
            wire -> {
              wire.raw("SSH-2.0-OpenSSH_9.9\r\n\r\n".getBytes(UTF_8));
              wire.leave();
            }),
        slow("no answer", LATE, Faults::pause),
        slow(
            "the body does not end",
            LATE,
            wire -> {
              wire.head(200, headers(100));
              pause(wire);
            }),
        slow(
            "a byte now and then",
            LATE,
            wire -> {
              wire.head(200, headers(100));
              for (int i = 0; i < 40; i++) {
                wire.body(new byte[] {' '});
                sleep(100);
              }
            }),
        passing(
            "a flood of 1xx",
            "closed|broke",
            wire -> {
              for (int i = 0; i < 2_000; i++) {
                wire.head(103, List.of("Link: </style.css>"));
              }
              fine().answer(wire);
            }));
  }

  static List<Fault> content() {
    String deep = "[".repeat(100_000);
    return List.of(
        mended("204 where a body is due, with GitHub's headers", 1, answer(204, "")),
        lasting("an empty body", "no answer of the API", answer(200, "")),
        lasting("JSON cut", "no answer of the API", answer(200, "{\"resources\":{\"core\":")),
        lasting("JSON broken", "no answer of the API", answer(200, "{resources}")),
        lasting("JSON as deep as a well", "no answer of the API", answer(200, deep)),
        lasting("HTML with 200", "text/html", answer(200, "<html>", "Content-Type: text/html")),
        passing("HTML with 502", "HTTP 502", answer(502, "<html>", "Content-Type: text/html")),
        lasting("text with 200", "text/plain", answer(200, "ok", "Content-Type: text/plain")),
        lasting(
            "gzip nobody asked for",
            "no answer of the API",
            answer(200, GARBAGE, "Content-Encoding: gzip")),
        lasting(
            "something else that answers",
            "something other than GitHub",
            wire -> {
              wire.head(200, List.of("Content-Type: application/json", "Content-Length: 2"));
              wire.body("{}".getBytes(UTF_8));
              wire.end();
            }),
        mended("JSON of another shape, with GitHub's headers", 1, answer(200, "[]")),
        mended("a gigabyte", 1, Faults::gigabyte).only("HTTP/1.1"),
        passing(
            "a header of a megabyte",
            "closed|broke|header",
            wire -> fine("X-Long: " + "x".repeat(1 << 20)).answer(wire)),
        passing("ten thousand headers", "broke|header", wire -> fine(many()).answer(wire)));
  }

  static List<Fault> refusals() {
    return List.of(
        mended("500, then fine", 2, answer(500, ""), fine()),
        mended("503 that asks to wait, then fine", 2, answer(503, "", "Retry-After: 2"), fine()),
        passing("500 for ever", "HTTP 500", answer(500, "")),
        mended("a passing 401", 2, refusal(401, BAD), fine()),
        passing("401 for ever", "does not accept", refusal(401, BAD)).failed(),
        passing("401 in odd words", "HTTP 401", refusal(401, "Computer says no")),
        lasting(
            "too many logins",
            "for a while",
            refusal(403, "Max number of login attempts exceeded")),
        lasting(
                "the account is suspended",
                "suspended",
                refusal(403, "Sorry. Your account was suspended."))
            .failed(),
        lasting(
            "the limit is used up",
            "rate limit",
            refusal(403, "API rate limit exceeded", "X-RateLimit-Remaining: 0")),
        mended(
            "a secondary limit, then fine", 2, refusal(403, SLOW_DOWN, "Retry-After: 1"), fine()),
        lasting(
            "a secondary limit longer than the time",
            "slows",
            refusal(429, SLOW_DOWN, "Retry-After: 3600")),
        mended("429 for no time, then fine", 2, refusal(429, "Slow", "Retry-After: 0"), fine()),
        mended(
            "429 until a date that is past, then fine",
            2,
            refusal(429, "Slow", "Retry-After: Tue, 10 Feb 2026 20:14:50 GMT"),
            fine()),
        lasting(
            "429 until a date far away",
            "slows",
            refusal(429, "Slow", "Retry-After: Tue, 10 Feb 2099 20:14:50 GMT")),
        lasting(
            "429 for more seconds than a number holds",
            "slows",
            refusal(429, "Slow", "Retry-After: 99999999999999999999")),
        lasting("429 for a negative time", "slows", refusal(429, "Slow", "Retry-After: -1")),
        lasting("429 without a word", "slows", refusal(429, "Slow")),
        mended("a clock a day ahead", 1, fine("Date: Sat, 21 Nov 2026 12:00:00 GMT")),
        mended("a clock a day behind", 1, fine("Date: Thu, 19 Nov 2026 12:00:00 GMT")));
  }

  /// Every header that is read, malformed, doubled, empty, long: nothing of it ends in a bug.
  static List<Fault> malformed() {
    List<Fault> faults = new ArrayList<>();
    for (String name : HEADERS) {
      for (String value : List.of("", "?", "-1", "9".repeat(40), "a=b;c,d", "x".repeat(9_000))) {
        String header = name + ": " + value;
        String title = value.length() > 20 ? name + ": a long value" : header;
        faults.add(mended(title, 1, fine(header)).only("HTTP/1.1"));
        faults.add(mended(title + ", twice", 1, fine(header, header)).only("HTTP/2"));
      }
    }
    return faults;
  }

  private static void halfHead(Wire wire) throws IOException {
    wire.raw("HTTP/1.1 200 OK\r\nContent-Le".getBytes(UTF_8));
    wire.reset();
  }

  /// As many as a reader takes, a gigabyte at the most.
  private static void gigabyte(Wire wire) throws IOException {
    wire.head(200, headers(1 << 30));
    byte[] part = " ".repeat(1 << 16).getBytes(UTF_8);
    for (int i = 0; i < 1 << 14; i++) {
      wire.body(part);
    }
    wire.end();
  }

  private static String[] many() {
    String[] many = new String[10_000];
    java.util.Arrays.setAll(many, i -> "X-" + i + ": " + i);
    return many;
  }

  private static void pause(Wire wire) {
    sleep(4_000);
  }

  private static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }
}
