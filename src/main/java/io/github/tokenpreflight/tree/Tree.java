package io.github.tokenpreflight.tree;

import io.github.tokenpreflight.finding.Finding;
import java.util.List;
import java.util.Optional;

/// What a text holds, and what is wrong with its notation.
///
/// @param root absent when the text holds nothing, or broke off at a syntax error
public record Tree(Optional<Node> root, List<Finding> errors) {
  public Tree {
    errors = List.copyOf(errors);
  }
}
