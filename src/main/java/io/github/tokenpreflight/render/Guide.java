package io.github.tokenpreflight.render;

import io.github.tokenpreflight.finding.Rule;
import java.util.Optional;

/// Where a reader is sent for more about a rule: to a command, or, where nobody has a command line,
/// to a page.
///
/// @param pages whose pages; absent for the command
public record Guide(Optional<Tool> pages) {
  /// For people at a terminal.
  public static final Guide COMMAND = new Guide(Optional.empty());

  /// For readers of a job.
  public static Guide pages(Tool tool) {
    return new Guide(Optional.of(tool));
  }

  String to(Rule rule) {
    return pages.map(tool -> tool.page(rule)).orElseGet(() -> command(rule));
  }

  /// The command that explains a rule.
  static String command(Rule rule) {
    return "token-preflight explain " + rule.id();
  }
}
