package io.github.tokenpreflight.render;

import io.github.tokenpreflight.finding.Report;

/// Tells a report in one voice. Decides nothing and touches nothing.
public interface Renderer {
  /// The text. Ends with a line end unless it is empty or a single line by nature.
  String rendered(Report report);
}
