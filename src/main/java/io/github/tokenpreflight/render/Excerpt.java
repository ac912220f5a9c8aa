package io.github.tokenpreflight.render;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.source.Place;
import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lines of a file that a finding is about, with the spans underlined.
///
/// A long line is shown as the stretch around its first span only, with dots where it goes on.
final class Excerpt {
  private static final int MOST_LINES = 4;
  private static final String DOTS = "...";

  private final List<Place> places;
  private final String label;
  private final int width;

  private Excerpt(List<Place> places, String label, int width) {
    this.places = places;
    this.label = label;
    this.width = width;
  }

  /// The places of a finding and of those that are told with it.
  ///
  /// @param width the cells that a line of the file may take
  static Excerpt of(Finding finding, int width) {
    return of(places(finding), Telling.label(finding), width);
  }

  /// @param label what the underline says, may be empty
  static Excerpt of(List<Place> places, String label, int width) {
    return new Excerpt(places, label, width);
  }

  /// Blanks as wide as the line numbers, so that what follows stands below the bar.
  String margin() {
    int last = places.stream().mapToInt(place -> place.span().line()).max().orElse(1);
    return " ".repeat(Integer.toString(last).length() + 2);
  }

  /// The first place, and the lines that the file has; nothing when there is no place.
  List<String> lines() {
    if (places.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(margin().substring(1) + "--> " + Printable.line(places.getFirst().link()));
    List<Integer> numbers =
        places.stream().map(place -> place.span().line()).distinct().limit(MOST_LINES).toList();
    SourceFile file = places.getFirst().file();
    int before = 0;
    for (int number : numbers) {
      Optional<String> line = file.line(number);
      if (line.isPresent()) {
        lines.add(before == 0 ? margin() + "|" : number > before + 1 ? DOTS : "");
        underlined(number, line.get(), lines);
        before = number;
      }
    }
    lines.removeIf(String::isEmpty);
    if (before > 0) {
      lines.add(margin() + "|");
    }
    return lines;
  }

  /// Those in the same file as the first one, in the order of its lines.
  private static List<Place> places(Finding finding) {
    List<Place> places = finding.parts().flatMap(part -> part.place().stream()).distinct().toList();
    return places.stream()
        .filter(place -> place.file().path().equals(places.getFirst().file().path()))
        .sorted((one, other) -> compare(one.span(), other.span()))
        .toList();
  }

  private static int compare(Span one, Span other) {
    int byLine = Integer.compare(one.line(), other.line());
    return byLine == 0 ? Integer.compare(one.column(), other.column()) : byLine;
  }

  /// Cut around the first span before anything else, for the line may be a megabyte long, with a
  /// thousand spans in it.
  private void underlined(int number, String whole, List<String> lines) {
    List<Span> spans =
        places.stream().map(Place::span).filter(span -> span.line() == number).toList();
    int first = Math.min(spans.getFirst().column() - 1, whole.length());
    int cut = whole(whole, Math.max(0, first - 4 * width));
    int last = whole(whole, Math.min(whole.length(), first + 5 * width));
    String line = whole.substring(cut, last);
    String shown = shown(line);
    int from = 0;
    String before = cut > 0 ? DOTS : "";
    String after = last < whole.length() ? DOTS : "";
    if (Cells.of(shown) > width) {
      int cells = Cells.of(shown);
      from =
          windowStart(at(first - cut, line), at(spans.getFirst().endColumn() - cut, line), cells);
      before = cut + from > 0 ? DOTS : "";
      after = from + width < cells || last < whole.length() ? DOTS : "";
      shown = Cells.window(shown, from, from + width);
    }
    String start = margin().substring(Integer.toString(number).length() + 1);
    lines.add((start + number + " | " + before + shown + after).stripTrailing());
    StringBuilder carets = new StringBuilder();
    for (Span span : spans) {
      int begin = at(span.column() - 1 - cut, line);
      int indent = before.length() + begin - from;
      int length = Math.max(1, Math.min(at(span.endColumn() - cut, line), from + width) - begin);
      if (indent >= carets.length() && indent <= before.length() + width) {
        carets.append(" ".repeat(indent - carets.length())).append("^".repeat(length));
      }
    }
    lines.add((margin() + "| " + carets + " " + label).stripTrailing());
  }

  /// The cells before an offset of the line.
  private static int at(int offset, String line) {
    return Cells.of(shown(line.substring(0, Math.clamp(offset, 0, line.length()))));
  }

  /// The offset, or the one before it where it would part the two halves of a character.
  private static int whole(String line, int offset) {
    boolean parts =
        offset > 0 && offset < line.length() && Character.isLowSurrogate(line.charAt(offset));
    return parts ? offset - 1 : offset;
  }

  /// The span in the middle where it fits, its start where it does not.
  private int windowStart(int start, int end, int cells) {
    int room = Math.max(0, width - (end - start));
    return Math.clamp(start - room / 2, 0, Math.max(0, cells - width));
  }

  private static String shown(String line) {
    return Cells.expanded(Printable.visible(line));
  }
}
