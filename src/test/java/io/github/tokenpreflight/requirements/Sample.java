package io.github.tokenpreflight.requirements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.source.Place;
import java.util.List;

/// Small requirements files, and what comes of reading them.
final class Sample {
  private Sample() {}

  static Reading read(String text) {
    return RequirementsReader.read("t.yml", text.getBytes(UTF_8));
  }

  /// A file with one token `A` and these lines below it.
  static String token(String lines) {
    return "version: 1\ntokens:\n  A:\n" + lines.indent(4);
  }

  /// The one token of a file that is right.
  static TokenRequirements requirements(String lines) {
    Reading reading = read(token(lines));
    assertEquals(List.of(), findings(reading));
    return assertInstanceOf(Reading.Read.class, reading).requirements().tokens().getFirst();
  }

  static List<Finding> findings(Reading reading) {
    return switch (reading) {
      case Reading.Read right -> right.warnings();
      case Reading.Invalid invalid -> invalid.errors();
    };
  }

  /// Rule and underlined text of each error of a whole file, in their order.
  static List<String> errors(String text) {
    return findings(read(text)).stream()
        .map(error -> error.rule().id() + ": " + cut(error.place().orElseThrow()))
        .toList();
  }

  /// Message and first help of the only error below the token `A`.
  static String said(String lines) {
    List<Finding> errors = findings(read(token(lines)));
    assertEquals(1, errors.size(), errors::toString);
    return errors.getFirst().message() + " | " + errors.getFirst().help().getFirst();
  }

  static String cut(Place place) {
    String line = place.file().line(place.span().line()).orElseThrow();
    return line.substring(place.span().column() - 1, place.span().endColumn());
  }
}
