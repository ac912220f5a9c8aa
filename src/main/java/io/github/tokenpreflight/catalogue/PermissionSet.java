package io.github.tokenpreflight.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Permissions that are needed together; the empty set needs none.
///
/// @param levels the level needed of each permission, by API name, in the order of the names
public record PermissionSet(Map<String, Level> levels) {
  /// The word that stands for the empty set in the table.
  private static final String NOTHING = "none";

  public PermissionSet {
    levels = Collections.unmodifiableMap(new TreeMap<>(levels));
    if (levels.containsValue(Level.NONE)) {
      throw new IllegalArgumentException("a needed permission has a level above none");
    }
  }

  /// Any-of sets as the table writes them, which is the grammar of `X-Accepted-GitHub-Permissions`:
  /// `contents=write;contents=write,workflows=write`.
  static List<PermissionSet> anyOf(String cell) {
    if (cell.isEmpty()) {
      return List.of();
    }
    List<PermissionSet> sets = new ArrayList<>();
    for (String part : cell.split(";", -1)) {
      sets.add(allOf(part));
    }
    return List.copyOf(sets);
  }

  private static PermissionSet allOf(String text) {
    Map<String, Level> levels = new TreeMap<>();
    if (!text.equals(NOTHING)) {
      for (String entry : text.split(",", -1)) {
        int equals = entry.indexOf('=');
        levels.put(
            entry.substring(0, equals), Level.parse(entry.substring(equals + 1)).orElseThrow());
      }
    }
    return new PermissionSet(levels);
  }

  public boolean isEmpty() {
    return levels.isEmpty();
  }

  /// The level needed of a permission, [Level#NONE] where it is not needed.
  public Level level(String permission) {
    return levels.getOrDefault(permission, Level.NONE);
  }

  // By hand: the generated methods of a record cost milliseconds on their first call.
  @Override
  public boolean equals(Object other) {
    return other instanceof PermissionSet set && levels.equals(set.levels);
  }

  @Override
  public int hashCode() {
    return levels.hashCode();
  }

  /// As GitHub's header writes one set, `none` for the empty one.
  @Override
  public String toString() {
    if (levels.isEmpty()) {
      return NOTHING;
    }
    List<String> entries = new ArrayList<>();
    levels.forEach((name, level) -> entries.add(name + "=" + level.wireName()));
    return String.join(",", entries);
  }
}
