package io.github.tokenpreflight.cli;

import java.util.List;

/// The difference between two texts, line by line: `-` was there, `+` would be new.
final class Comparison {
  private Comparison() {}

  static String of(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    StringBuilder out = new StringBuilder();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        out.append("  ").append(old.get(i++)).append('\n');
        j++;
      } else if (j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
        out.append("- ").append(old.get(i++)).append('\n');
      } else {
        out.append("+ ").append(now.get(j++)).append('\n');
      }
    }
    return out.toString();
  }
}
