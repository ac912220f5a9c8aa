package io.github.tokenpreflight.present;

import io.github.tokenpreflight.audit.Audit;
import java.util.function.Consumer;

/// Tells an audit in one form, piece by piece, so that no form of it stands in memory as a whole.
@FunctionalInterface
public interface Presenter {
  /// Tells all of it once.
  ///
  /// @param out takes the pieces in order; each ends at the end of a line
  void present(Audit audit, Consumer<String> out);
}
