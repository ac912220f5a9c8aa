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

/// Collects everything that is wrong with one file while it is read.
final class Faults {
  private final SourceFile file;
  private final List<Finding> all;
  private final Set<String> taken = new HashSet<>();

  Faults(SourceFile file, Tree tree) {
    this.file = file;
    this.all = new ArrayList<>(tree.faults());
    all.forEach(fault -> fault.place().ifPresent(place -> taken.add(place.link())));
  }

  /// One cause, one fault: where the notation is at fault, the value is not judged as well.
  void add(Rule rule, Span span, String message, String... help) {
    if (taken.isEmpty() || !taken.contains(file.at(span).link())) {
      all.add(Finding.fault(rule, message).at(file.at(span)).help(help));
    }
  }

  /// As [#add], and nothing else is said about this place later.
  void alone(Rule rule, Span span, String message, String... help) {
    add(rule, span, message, help);
    taken.add(link(span));
  }

  /// Something that works, but hardly as meant.
  void warn(Rule rule, Span span, String message, String... help) {
    all.add(Finding.fault(rule, message).at(file.at(span)).help(help).as(Severity.WARNING));
  }

  /// The place of something else that a sentence points at.
  String link(Span span) {
    return file.at(span).link();
  }

  boolean isEmpty() {
    return all.stream().noneMatch(fault -> fault.severity() == Severity.ERROR);
  }

  /// All of them in the order of the text.
  List<Finding> sorted() {
    return all.stream()
        .sorted(Comparator.comparingInt(Faults::line).thenComparingInt(Faults::column))
        .toList();
  }

  private static int line(Finding fault) {
    return fault.place().map(place -> place.span().line()).orElse(0);
  }

  private static int column(Finding fault) {
    return fault.place().map(place -> place.span().column()).orElse(0);
  }
}
