package io.github.tokenpreflight.requirements;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/// Damages a text in ways that people, editors and malice do.
final class Mutator {
  private static final List<String> PIECES =
      List.of(
          "\t",
          "\n",
          "\r",
          "\r\n",
          " ",
          "  ",
          ":",
          ": ",
          "- ",
          "#",
          " #",
          "&a ",
          "*a",
          "!t ",
          "!!str ",
          "<<: *a\n",
          "---\n",
          "...\n",
          "%YAML 1.1\n",
          "{",
          "}",
          "[",
          "]",
          ",",
          "'",
          "\"",
          "|",
          ">",
          "\\",
          "\\u202e",
          "? ",
          "~",
          "null",
          "true",
          "0x1",
          "1e9",
          "-1",
          "1.0",
          "@",
          "`",
          "\u00e9",
          "\u2028",
          "\u0000",
          "\u001b",
          "\uFEFF",
          "\uD83D\uDE00",
          "\uD800",
          "version: 1\n",
          "tokens:",
          "scopes",
          "repo",
          "on",
          "level",
          "acme/site",
          "GET /user",
          "ghp" + "_0123456789abcdefABCDEF0123456789abcd",
          "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");

  private final RandomGenerator random;

  Mutator(RandomGenerator random) {
    this.random = random;
  }

  String damaged(String text) {
    String damaged = text;
    for (int times = 1 + random.nextInt(4); times > 0; times--) {
      damaged = once(damaged);
    }
    return damaged;
  }

  private String once(String text) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(8));
    return switch (random.nextInt(8)) {
      case 0 -> text.substring(0, from) + text.substring(to);
      case 1, 2 -> text.substring(0, from) + piece() + text.substring(from);
      case 3 -> text.substring(0, from) + piece() + text.substring(to);
      case 4 -> text.substring(0, from);
      case 5 -> text.substring(0, to) + text.substring(from);
      case 6 -> text.substring(0, from) + (char) random.nextInt(0x300) + text.substring(from);
      default -> lines(text);
    };
  }

  private String lines(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (lines.size() < 2) {
      return text;
    }
    int one = random.nextInt(lines.size());
    switch (random.nextInt(4)) {
      case 0 -> lines.add(one, lines.get(random.nextInt(lines.size())));
      case 1 -> lines.remove(one);
      case 2 -> Collections.swap(lines, one, random.nextInt(lines.size()));
      default -> lines.set(one, " ".repeat(random.nextInt(4)) + lines.get(one).strip());
    }
    return String.join("\n", lines) + "\n";
  }

  private String piece() {
    return PIECES.get(random.nextInt(PIECES.size()));
  }
}
