package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.source.Span;
import io.github.tokenpreflight.tree.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Collects everything that is wrong with one file while it is read.
final class Errors {
  private static final int MOST_SEARCHES = 200;

  /// Nobody reads more, and each costs an excerpt in the log, the summary and the reports.
  private static final int MOST = 100;

  private final SourceFile file;
  private final List<Finding> all;
  private final Set<String> taken = new HashSet<>();

  Errors(SourceFile file, Tree tree) {
    this.file = file;
    this.all = new ArrayList<>(tree.errors());
    all.forEach(error -> error.place().ifPresent(place -> taken.add(place.link())));
  }

  /// One cause, one error: where the notation is wrong, the value is not judged as well.
  void add(Rule rule, Span span, String message, String... help) {
    if (taken.isEmpty() || !taken.contains(file.at(span).link())) {
      all.add(Finding.error(rule, message).at(file.at(span)).help(help));
    }
  }

  /// As [#add], and nothing else is said about this place later.
  void alone(Rule rule, Span span, String message, String... help) {
    add(rule, span, message, help);
    taken.add(link(span));
  }

  /// Something that works, but hardly as meant.
  void warn(Rule rule, Span span, String message, String... help) {
    all.add(Finding.error(rule, message).at(file.at(span)).help(help).as(Severity.WARNING));
  }

  /// The place of something else that a sentence points at.
  String link(Span span) {
    return file.at(span).link();
  }

  /// The words that may have been meant, unless there are hundreds of errors already.
  ///
  /// A search takes up to a millisecond, and a large file has room for many thousand wrong words.
  List<String> near(Supplier<List<String>> search) {
    return all.size() < MOST_SEARCHES ? search.get() : List.of();
  }

  boolean isEmpty() {
    return all.stream().noneMatch(error -> error.severity() == Severity.ERROR);
  }

  /// The first hundred in the order of the text, and how many more there are.
  ///
  /// A file without errors is the usual one, and comparators cost milliseconds at start-up.
  List<Finding> sorted() {
    if (all.size() < 2) {
      return List.copyOf(all);
    }
    List<Finding> sorted =
        all.stream()
            .sorted(Comparator.comparingInt(Errors::line).thenComparingInt(Errors::column))
            .toList();
    return sorted.size() <= MOST ? sorted : first(sorted);
  }

  private static List<Finding> first(List<Finding> sorted) {
    List<Finding> first = new ArrayList<>(sorted.subList(0, MOST));
    String more = "there are " + (sorted.size() - MOST) + " more errors from here on";
    Finding rest = Finding.error(Rule.UNREADABLE_FILE, more).help("mend those above first");
    first.add(sorted.get(MOST).place().map(rest::at).orElse(rest));
    return first;
  }

  private static int line(Finding error) {
    return error.place().map(place -> place.span().line()).orElse(0);
  }

  private static int column(Finding error) {
    return error.place().map(place -> place.span().column()).orElse(0);
  }
}
