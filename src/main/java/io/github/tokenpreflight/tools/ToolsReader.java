package io.github.tokenpreflight.tools;

import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.tools.Tool.Case;
import io.github.tokenpreflight.tools.Tool.Certainty;
import io.github.tokenpreflight.tools.Tool.Intake;
import io.github.tokenpreflight.tools.Tool.Want;
import io.github.tokenpreflight.tree.Node;
import io.github.tokenpreflight.tree.Node.Entry;
import io.github.tokenpreflight.tree.Node.Mapping;
import io.github.tokenpreflight.tree.Node.Scalar;
import io.github.tokenpreflight.tree.Node.Sequence;
import io.github.tokenpreflight.tree.Tree;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the table of tools, which ships with the program: what is wrong with it is a bug.
final class ToolsReader {
  private ToolsReader() {}

  static List<Tool> read(Tree tree) {
    if (!tree.errors().isEmpty() || !(tree.root().orElseThrow() instanceof Mapping root)) {
      throw new IllegalStateException("the table of tools cannot be read: " + tree.errors());
    }
    return items(root, "tools").stream().map(ToolsReader::tool).toList();
  }

  private static Tool tool(Node node) {
    Mapping tool = (Mapping) node;
    return new Tool(
        word(tool, "name"),
        word(tool, "uses"),
        intake(tool),
        needs(tool),
        items(tool, "cases").stream().map(ToolsReader::oneCase).toList(),
        source(tool));
  }

  private static Intake intake(Mapping tool) {
    return new Intake(
        words(tool, "inputs"),
        words(tool, "env"),
        word(tool, "checkout").equals("true"),
        word(tool, "default").equals("job"),
        word(tool, "elsewhere").equals("true"),
        Want.of(word(tool, "token")));
  }

  private static Needs needs(Mapping mapping) {
    List<Set<String>> scopes =
        items(mapping, "scopes").stream()
            .map(set -> (Set<String>) new LinkedHashSet<>(words((Sequence) set)))
            .toList();
    return new Needs(
        levels(mapping, "job"), levels(mapping, "permissions"), scopes, words(mapping, "calls"));
  }

  private static Case oneCase(Node node) {
    Mapping one = (Mapping) node;
    return new Case(
        word(one, "id"),
        word(one, "when"),
        word(one, "instead").equals("true"),
        needs(one),
        word(one, "note"),
        certainty(one));
  }

  private static Tool.Source source(Mapping tool) {
    return new Tool.Source(
        word(tool, "note"),
        word(tool, "setting"),
        word(tool, "source"),
        word(tool, "commit"),
        word(tool, "date"),
        certainty(tool));
  }

  private static Certainty certainty(Mapping mapping) {
    return Certainty.valueOf(word(mapping, "certainty").toUpperCase(Locale.ROOT));
  }

  private static Map<String, Level> levels(Mapping mapping, String key) {
    Map<String, Level> levels = new LinkedHashMap<>();
    value(mapping, key).map(Mapping.class::cast).stream()
        .flatMap(found -> found.entries().stream())
        .forEach(entry -> levels.put(entry.key().text(), level(entry.value())));
    return levels;
  }

  private static Level level(Node node) {
    return Level.parse(((Scalar) node).text()).orElseThrow();
  }

  private static List<String> words(Mapping mapping, String key) {
    return value(mapping, key).map(list -> words((Sequence) list)).orElse(List.of());
  }

  private static List<String> words(Sequence list) {
    return list.items().stream().map(item -> ((Scalar) item).text()).toList();
  }

  private static List<Node> items(Mapping mapping, String key) {
    return value(mapping, key).map(list -> ((Sequence) list).items()).orElse(List.of());
  }

  /// The text of a key, or an empty one.
  private static String word(Mapping mapping, String key) {
    return value(mapping, key).map(scalar -> ((Scalar) scalar).text()).orElse("");
  }

  private static Optional<Node> value(Mapping mapping, String key) {
    return mapping.entries().stream()
        .filter(entry -> entry.key().text().equals(key))
        .map(Entry::value)
        .findFirst();
  }
}
