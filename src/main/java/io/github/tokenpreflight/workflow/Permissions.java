package io.github.tokenpreflight.workflow;

import io.github.tokenpreflight.source.Place;
import java.util.List;
import java.util.Locale;

/// A `permissions:` block: what the job's own token may do.
public sealed interface Permissions {
  /// Where the block stands.
  Place place();

  /// The level of a permission: `none`, `read` or `write`.
  ///
  /// @param name as in the block; `-` and `_` are the same
  String level(String name);

  /// `read-all` or `write-all`.
  ///
  /// @param level `read` or `write`
  record All(String level, Place place) implements Permissions {
    @Override
    public String level(String name) {
      return level;
    }
  }

  /// Named permissions; every one that is not named is `none`.
  ///
  /// @param granted name and level, in the order of the file
  record Each(List<Pair> granted, Place place) implements Permissions {
    public Each {
      granted = List.copyOf(granted);
    }

    @Override
    public String level(String name) {
      return granted.stream()
          .filter(pair -> folded(pair.name().text()).equals(folded(name)))
          .map(pair -> pair.value().text().toLowerCase(Locale.ROOT))
          .findFirst()
          .orElse("none");
    }

    private static String folded(String name) {
      return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
