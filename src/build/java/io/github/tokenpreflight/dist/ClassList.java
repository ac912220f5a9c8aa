package io.github.tokenpreflight.dist;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What Java notes while the program runs (`-XX:DumpLoadedClassList`), of several runs put
/// together.
///
/// A line is a class, `@lambda-...`, or `@cp CLASS INDEX...`: which entries of a class's constant
/// pool were used. Numbers of classes differ from run to run, and only classes of odd loaders need
/// them.
final class ClassList {
  private ClassList() {}

  static List<String> merged(Collection<List<String>> lists) {
    Set<String> lines = new LinkedHashSet<>();
    Map<String, Set<String>> used = new LinkedHashMap<>();
    for (List<String> list : lists) {
      for (String line : list) {
        if (line.startsWith("@cp ")) {
          List<String> words = List.of(line.split(" "));
          used.computeIfAbsent(words.get(1), _ -> new LinkedHashSet<>())
              .addAll(words.subList(2, words.size()));
        } else if (!line.startsWith("#")) {
          lines.add(line.replaceFirst(" id: \\d+$", ""));
        }
      }
    }
    used.forEach((type, entries) -> lines.add("@cp " + type + " " + String.join(" ", entries)));
    return List.copyOf(lines);
  }
}
