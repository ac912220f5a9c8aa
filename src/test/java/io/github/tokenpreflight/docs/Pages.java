package io.github.tokenpreflight.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What tests need of a page of documentation.
final class Pages {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```([^\\n]*)\\n(.*?)^```$");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `?([^`|]+?)`? \\| (.+) \\|$");

  private Pages() {}

  /// A fenced block.
  ///
  /// @param info what stands behind the fence, such as `yaml invalid`
  record Block(String info, String text) {}

  /// All fenced blocks of a page, from top to bottom.
  static List<Block> blocks(String page) {
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(page);
    while (matcher.find()) {
      blocks.add(new Block(matcher.group(1).strip(), matcher.group(2)));
    }
    return blocks;
  }

  /// The table below a heading: first cell to second, without the row of titles.
  static Map<String, String> table(String page, String heading) {
    int start = page.indexOf("\n" + heading + "\n");
    if (start < 0) {
      throw new IllegalArgumentException("no heading " + heading);
    }
    int end = page.indexOf("\n## ", start + 1);
    Map<String, String> rows = new LinkedHashMap<>();
    ROW.matcher(page.substring(start, end < 0 ? page.length() : end))
        .results()
        .skip(1)
        .forEach(row -> rows.put(row.group(1), row.group(2)));
    return rows;
  }

  /// Every file below a folder with one of these endings; none where there is no such folder.
  static List<Path> files(Path folder, String... endings) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
          .sorted()
          .toList();
    }
  }
}
