package io.github.tokenpreflight.render;

import io.github.tokenpreflight.source.Place;
import io.github.tokenpreflight.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The line of a file that a finding is about, with the span underlined.
///
/// A long line is shown as the stretch around the span only, with dots where it goes on.
final class Excerpt {
  private static final int WIDTH = 100;
  private static final String DOTS = "...";

  private final Place place;
  private final String label;

  /// @param label what the underline says, may be empty
  Excerpt(Place place, String label) {
    this.place = place;
    this.label = label;
  }

  /// Blanks as wide as the line numbers, so that what follows stands below the bar.
  static String margin(Optional<Place> place) {
    int digits = place.map(it -> Integer.toString(it.span().line()).length()).orElse(1);
    return " ".repeat(digits + 2);
  }

  /// The place, and the line unless the file ends before it.
  List<String> lines() {
    String margin = margin(Optional.of(place));
    List<String> lines = new ArrayList<>();
    lines.add(margin.substring(1) + "--> " + Printable.line(place.link()));
    Optional<String> line = place.file().line(place.span().line());
    if (line.isPresent()) {
      lines.add(margin + "|");
      underlined(line.get(), margin, lines);
      lines.add(margin + "|");
    }
    return lines;
  }

  private void underlined(String line, String margin, List<String> lines) {
    Span span = place.span();
    String shown = shown(line);
    int start = Cells.of(shown(line.substring(0, Math.min(span.column() - 1, line.length()))));
    int end = Cells.of(shown(line.substring(0, Math.min(span.endColumn(), line.length()))));
    int from = 0;
    String before = "";
    String after = "";
    if (Cells.of(shown) > WIDTH) {
      from = windowStart(start, end, Cells.of(shown));
      before = from > 0 ? DOTS : "";
      after = from + WIDTH < Cells.of(shown) ? DOTS : "";
      shown = Cells.window(shown, from, from + WIDTH);
    }
    int indent = before.length() + start - from;
    int carets = Math.max(1, Math.min(end, from + WIDTH) - start);
    lines.add((" " + span.line() + " | " + before + shown + after).stripTrailing());
    lines.add(
        (margin + "| " + " ".repeat(indent) + "^".repeat(carets) + " " + label).stripTrailing());
  }

  /// The span in the middle where it fits, its start where it does not.
  private static int windowStart(int start, int end, int width) {
    int room = Math.max(0, WIDTH - (end - start));
    return Math.clamp(start - room / 2, 0, Math.max(0, width - WIDTH));
  }

  private static String shown(String line) {
    return Cells.expanded(Printable.visible(line));
  }
}
