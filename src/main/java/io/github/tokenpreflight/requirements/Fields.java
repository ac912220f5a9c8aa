package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.source.Nearest;
import io.github.tokenpreflight.source.Span;
import io.github.tokenpreflight.tree.Node.Entry;
import io.github.tokenpreflight.tree.Node.Mapping;
import io.github.tokenpreflight.tree.Quote;
import java.util.List;
import java.util.Optional;

/// One mapping, key by key.
///
/// @param owner where the mapping belongs, for the place of a key that is missing
record Fields(Mapping mapping, Span owner, Errors errors) {
  /// Every key with its value, in the order of the text.
  List<Field> all() {
    return mapping.entries().stream().map(entry -> new Field(entry, errors)).toList();
  }

  Optional<Field> find(String key) {
    for (Entry entry : mapping.entries()) {
      if (entry.key().text().equals(key)) {
        return Optional.of(new Field(entry, errors));
      }
    }
    return Optional.empty();
  }

  /// The key, or an error at the owner of the mapping.
  ///
  /// @param line what to write
  Optional<Field> required(String key, String line) {
    Optional<Field> found = find(key);
    if (found.isEmpty()) {
      errors.add(
          Rule.MISSING_KEY,
          owner,
          "the key " + Phrases.name(key) + " is missing",
          "add `" + line + "`");
    }
    return found;
  }

  /// Names every key that is not among these.
  ///
  /// @param home says of a key where it does belong, and is empty when nobody knows
  void only(List<String> known, Home home) {
    for (Field field : all()) {
      if (!known.contains(field.name())) {
        errors.add(
            Rule.UNKNOWN_KEY,
            field.at(),
            "the key " + Quote.of(field.name()) + " has no meaning here",
            advice(field.name(), known, home));
      }
    }
  }

  void only(List<String> known) {
    only(known, key -> "");
  }

  private String advice(String key, List<String> known, Home home) {
    List<String> near = errors.near(() -> Nearest.to(key, known));
    if (!near.isEmpty()) {
      return "did you mean " + Phrases.anyOf(near) + "?";
    }
    String elsewhere = home.of(key);
    return elsewhere.isEmpty() ? "remove it; known here: " + Phrases.names(known) : elsewhere;
  }

  /// Where a key belongs that stands in the wrong mapping.
  interface Home {
    String of(String key);
  }
}
