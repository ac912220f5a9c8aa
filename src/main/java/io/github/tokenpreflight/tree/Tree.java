package io.github.tokenpreflight.tree;

import io.github.tokenpreflight.finding.Finding;
import java.util.List;
import java.util.Optional;

/// The root value of a text, and the errors of its notation.
///
/// @param root absent when the text holds nothing, or broke off at a syntax error
public record Tree(Optional<Node> root, List<Finding> errors) {
  public Tree {
    errors = List.copyOf(errors);
  }
}
