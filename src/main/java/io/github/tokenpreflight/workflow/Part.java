package io.github.tokenpreflight.workflow;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.source.Span;
import io.github.tokenpreflight.tree.Node;
import io.github.tokenpreflight.tree.Node.Entry;
import io.github.tokenpreflight.tree.Node.Mapping;
import io.github.tokenpreflight.tree.Node.Scalar;
import io.github.tokenpreflight.tree.Node.Sequence;
import io.github.tokenpreflight.tree.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One mapping of a workflow, read key by key, and where to say what is wrong with it.
record Part(SourceFile file, Mapping mapping, List<Finding> errors) {
  Optional<Node> node(String key) {
    return mapping.entries().stream()
        .filter(entry -> entry.key().text().equals(key))
        .map(Entry::value)
        .filter(value -> !isNothing(value))
        .findFirst();
  }

  boolean has(String key) {
    return mapping.entries().stream().anyMatch(entry -> entry.key().text().equals(key));
  }

  Span at(String key) {
    return mapping.entries().stream()
        .filter(entry -> entry.key().text().equals(key))
        .map(entry -> entry.key().span())
        .findFirst()
        .orElse(mapping.span());
  }

  Text text(Scalar scalar) {
    return new Text(file, scalar);
  }

  Optional<Text> text(String key) {
    Optional<Node> node = node(key);
    node.filter(found -> !(found instanceof Scalar))
        .ifPresent(found -> wrong(key, found, "a text"));
    return node.filter(Scalar.class::isInstance).map(found -> text((Scalar) found));
  }

  /// The text below a key, or nothing where another thing stands.
  String word(String key) {
    return node(key).filter(Scalar.class::isInstance).map(n -> ((Scalar) n).text()).orElse("");
  }

  Optional<Part> part(String key) {
    Optional<Node> node = node(key);
    node.filter(found -> !(found instanceof Mapping))
        .ifPresent(found -> wrong(key, found, "a mapping"));
    return node.filter(Mapping.class::isInstance).map(found -> of((Mapping) found));
  }

  Part of(Mapping inner) {
    return new Part(file, inner, errors);
  }

  /// The mapping below each key of this one; other values are errors.
  List<Named> parts() {
    List<Named> parts = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      if (entry.value() instanceof Mapping inner) {
        parts.add(new Named(text(entry.key()), of(inner)));
      } else {
        wrong(entry.key().text(), entry.value(), "a mapping");
      }
    }
    return parts;
  }

  /// A mapping and the key above it.
  record Named(Text name, Part part) {}

  List<Node> items(String key) {
    Optional<Node> node = node(key);
    node.filter(found -> !(found instanceof Sequence))
        .ifPresent(found -> wrong(key, found, "a list"));
    return node.filter(Sequence.class::isInstance)
        .map(found -> ((Sequence) found).items())
        .orElse(List.of());
  }

  /// Names and texts below a key; an expression in their place is known at run time only.
  List<Pair> pairs(String key) {
    Optional<Node> node = node(key);
    if (node.isEmpty() || (node.get() instanceof Scalar scalar && text(scalar).isComputed())) {
      return List.of();
    }
    return part(key).map(Part::pairs).orElse(List.of());
  }

  List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      if (entry.value() instanceof Scalar value) {
        pairs.add(new Pair(text(entry.key()), text(value)));
      } else {
        wrong(entry.key().text(), entry.value(), "a text");
      }
    }
    return pairs;
  }

  /// The references below every key but one.
  List<Reference> references(String without) {
    List<Reference> found = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      if (!entry.key().text().equals(without)) {
        collect(entry, found);
      }
    }
    return found;
  }

  private void collect(Entry entry, List<Reference> found) {
    if (entry.key().text().equals("if") && entry.value() instanceof Scalar condition) {
      found.addAll(References.inCondition(text(condition)));
    } else {
      collect(entry.value(), found);
    }
  }

  private void collect(Node node, List<Reference> found) {
    switch (node) {
      case Scalar scalar -> found.addAll(References.in(text(scalar)));
      case Sequence sequence -> sequence.items().forEach(item -> collect(item, found));
      case Mapping inner -> inner.entries().forEach(entry -> collect(entry, found));
    }
  }

  void wrong(String key, Node found, String wanted) {
    error(
        found.span(),
        Quote.of(key) + " must be " + wanted + ", but is " + found.kind(),
        "check the indentation");
  }

  void error(Span span, String message, String help) {
    errors.add(Finding.error(Rule.WRONG_TYPE, message).at(file.at(span)).help(help));
  }

  private static boolean isNothing(Node node) {
    return node instanceof Scalar scalar && scalar.isNothing();
  }
}
