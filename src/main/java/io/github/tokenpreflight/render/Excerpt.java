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

  /// Characters on either side of the span that are looked at; some take no cell.
  private static final int REACH = 4 * WIDTH;

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

  /// Cut around the span before anything else, for the line may be a megabyte long, with a thousand
  /// spans in it.
  private void underlined(String line, String margin, List<String> lines) {
    Span span = place.span();
    int first = Math.min(span.column() - 1, line.length());
    int cut = whole(line, Math.max(0, first - REACH));
    int last = whole(line, Math.min(line.length(), first + REACH + WIDTH));
    int behind = Math.min(span.endColumn(), last);
    String shown = shown(line.substring(cut, last));
    int start = Cells.of(shown(line.substring(cut, first)));
    int end = Cells.of(shown(line.substring(cut, behind)));
    int width = Cells.of(shown);
    int from = 0;
    String before = "";
    String after = "";
    if (width > WIDTH) {
      from = windowStart(start, end, width);
      before = cut + from > 0 ? DOTS : "";
      after = from + WIDTH < width || last < line.length() ? DOTS : "";
      shown = Cells.window(shown, from, from + WIDTH);
    }
    int indent = before.length() + start - from;
    int carets = Math.max(1, Math.min(end, from + WIDTH) - start);
    lines.add((" " + span.line() + " | " + before + shown + after).stripTrailing());
    lines.add(
        (margin + "| " + " ".repeat(indent) + "^".repeat(carets) + " " + label).stripTrailing());
  }

  /// The offset, or the one before it where it would part the two halves of a character.
  private static int whole(String line, int offset) {
    boolean parts =
        offset > 0 && offset < line.length() && Character.isLowSurrogate(line.charAt(offset));
    return parts ? offset - 1 : offset;
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
