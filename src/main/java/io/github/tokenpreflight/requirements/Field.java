package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.source.Nearest;
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
import java.util.function.Function;

/// A key and its value, and where to complain about them.
record Field(Entry entry, Errors errors) {
  String name() {
    return entry.key().text();
  }

  /// The place of the key.
  Span at() {
    return entry.key().span();
  }

  Node value() {
    return entry.value();
  }

  boolean isNothing() {
    return value() instanceof Scalar scalar && scalar.isNothing();
  }

  boolean isEmptyList() {
    return value() instanceof Sequence sequence && sequence.items().isEmpty();
  }

  /// The mapping below the key.
  ///
  /// @param example what to write, such as `acme/site: push`
  Optional<Fields> fields(String example) {
    if (value() instanceof Mapping mapping) {
      return Optional.of(new Fields(mapping, at(), errors));
    }
    wrongType("a mapping", "write `" + name() + ": { " + example + " }`");
    return Optional.empty();
  }

  /// The one scalar below the key.
  ///
  /// @param example what to write, such as `14d`
  Optional<Scalar> scalar(String example) {
    if (value() instanceof Scalar scalar && !scalar.isNothing()) {
      return Optional.of(scalar);
    }
    wrongType("a text", "write `" + name() + ": " + example + "`");
    return Optional.empty();
  }

  /// The scalars of a list, or a single one in place of a list; each stands in it once.
  ///
  /// @param example an item
  List<Scalar> scalars(String example) {
    if (value() instanceof Sequence sequence) {
      List<Scalar> scalars = new ArrayList<>();
      sequence.items().forEach(item -> item(item, example).ifPresent(scalars::add));
      return scalars;
    }
    if (value() instanceof Scalar scalar && !scalar.isNothing()) {
      return List.of(scalar);
    }
    wrongType("a list", "write `" + name() + ": [" + example + "]`");
    return List.of();
  }

  private Optional<Scalar> item(Node item, String example) {
    if (item instanceof Scalar scalar && !scalar.isNothing()) {
      return Optional.of(scalar);
    }
    errors.add(
        Rule.WRONG_TYPE,
        item.span(),
        "an item of " + Quote.of(name()) + " must be a text, but is " + item.kind(),
        "write it like `" + example + "`");
    return Optional.empty();
  }

  /// The scalar as one of a few words.
  <T> Optional<Declared<T>> choice(Function<String, Optional<T>> parse, List<String> words) {
    Optional<Scalar> scalar = scalar(words.getFirst());
    if (scalar.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> parsed = parse.apply(scalar.get().text());
    if (parsed.isEmpty()) {
      unknownWord(scalar.get(), words);
    }
    return parsed.map(value -> new Declared<>(value, scalar.get().span()));
  }

  /// A value that cannot be used, at its place.
  void wrong(Span span, String message, String help) {
    errors.add(Rule.WRONG_VALUE, span, message, help);
  }

  /// Says that a scalar is none of the words that can stand there.
  void unknownWord(Scalar scalar, List<String> words) {
    List<String> near = errors.near(() -> Nearest.to(scalar.text(), words));
    errors.add(
        Rule.WRONG_VALUE,
        scalar.span(),
        Quote.of(scalar.text()) + " cannot be a value of " + Quote.brief(name()),
        near.isEmpty()
            ? "write " + Phrases.anyOf(words)
            : "did you mean " + Phrases.anyOf(near) + "?");
  }

  private void wrongType(String expected, String help) {
    errors.add(
        Rule.WRONG_TYPE,
        value().span(),
        Quote.of(name()) + " must be " + expected + ", but is " + value().kind(),
        help);
  }
}
