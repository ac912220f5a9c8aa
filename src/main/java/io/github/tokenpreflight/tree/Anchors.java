package io.github.tokenpreflight.tree;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The values that a YAML text has named so far, and how large the text becomes with every alias in
/// place.
///
/// An alias is the very node that its anchor names, so a text full of aliases needs no memory; the
/// count keeps whoever walks the tree from walking for hours.
final class Anchors {
  /// The most nodes that one text may stand for.
  static final int MOST = 100_000;

  private final Map<String, Named> named = new HashMap<>();
  private int nodes;

  private record Named(Node node, int size) {}

  /// How many nodes the text stands for so far.
  int nodes() {
    return nodes;
  }

  void count() {
    nodes++;
  }

  /// Remembers a value; a later anchor of the same name takes the place of an earlier one.
  ///
  /// @param before the count when the value began
  void name(String name, Node node, int before) {
    named.put(name, new Named(node, nodes - before));
  }

  /// The value of an alias, if an anchor above it names one.
  Optional<Node> resolve(String name) {
    Named found = named.get(name);
    if (found == null) {
      return Optional.empty();
    }
    nodes = Math.min(nodes + found.size, MOST + 1);
    return Optional.of(found.node);
  }

  boolean areTooMany() {
    return nodes > MOST;
  }
}
