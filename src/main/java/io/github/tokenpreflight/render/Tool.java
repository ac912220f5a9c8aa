package io.github.tokenpreflight.render;

import io.github.tokenpreflight.finding.Rule;
import java.net.URI;

/// Which program speaks, for readers of a report that was stored.
///
/// @param home the page of the project, without a slash at its end
public record Tool(String name, String version, URI home) {
  /// The page that explains a rule.
  String page(Rule rule) {
    return home + "/blob/HEAD/" + rule.docs();
  }
}
