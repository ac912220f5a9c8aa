package io.github.tokenpreflight.tree;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.source.Place;
import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.source.Span;
import io.github.tokenpreflight.tree.Node.Entry;
import io.github.tokenpreflight.tree.Node.Mapping;
import io.github.tokenpreflight.tree.Node.Scalar;
import io.github.tokenpreflight.tree.Node.Sequence;
import io.github.tokenpreflight.tree.Node.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads YAML or JSON tokens into a tree; refuses duplicate keys, a second document, and what the
/// dialect leaves out.
///
/// Nothing is copied and nothing is coerced, so a small text never becomes a large tree.
public final class TreeReader {
  private final SourceFile file;
  private final Ruler ruler;
  private final Notation notation;
  private final JsonParser parser;
  private final Dialect dialect;
  private final Anchors anchors = new Anchors();
  private final List<Finding> errors;
  private boolean tooDeep;

  private TreeReader(Opened opened, JsonParser parser) {
    this.file = opened.file;
    this.ruler = opened.ruler;
    this.notation = opened.notation;
    this.dialect = opened.dialect;
    this.errors = opened.errors;
    this.parser = parser;
  }

  /// A text made ready to be read.
  private record Opened(
      SourceFile file, Ruler ruler, Notation notation, Dialect dialect, List<Finding> errors) {}

  /// Reads a requirements file, as JSON if the path ends in `.json`, as YAML otherwise.
  public static Tree read(SourceFile file) {
    return read(file, Dialect.REQUIREMENTS);
  }

  /// Reads the text as JSON if the path ends in `.json`, otherwise as that dialect of YAML.
  public static Tree read(SourceFile file, Dialect dialect) {
    Ruler ruler = new Ruler(file.text());
    Notation notation =
        file.path().endsWith(".json")
            ? new JsonNotation(file, ruler)
            : new YamlNotation(file, ruler, dialect);
    List<Finding> errors = new ArrayList<>();
    try (JsonParser parser = notation.parser()) {
      return new TreeReader(new Opened(file, ruler, notation, dialect, errors), parser).whole();
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory cannot fail to open or close", e);
    }
  }

  private Tree whole() {
    try {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return new Tree(Optional.empty(), errors);
      }
      Node root = node(first, Optional.empty(), 0);
      if (!tooDeep && parser.nextToken() != null) {
        add(notation.second(notation.start(parser)));
      }
      return new Tree(Optional.of(root), errors);
    } catch (IOException e) {
      if (!tooDeep) {
        add(notation.problem(e, parser));
      }
      return new Tree(Optional.empty(), errors);
    }
  }

  private Node node(JsonToken token, Optional<Span> key, int depth) throws IOException {
    int before = anchors.nodes();
    int start = notation.start(parser);
    Notation.Properties properties = notation.properties(start);
    if (!properties.alias().isEmpty() && dialect == Dialect.WORKFLOW) {
      return aliased(properties);
    }
    anchors.count();
    Node node = token.isStructStart() ? structure(token, start, depth) : scalar(key);
    if (!properties.anchor().isEmpty()) {
      anchors.name(properties.anchor(), node, before);
    }
    return node;
  }

  private Node structure(JsonToken token, int start, int depth) throws IOException {
    notation.refusal(start, start + 1).ifPresent(this::add);
    if (depth == dialect.deepest()) {
      return tooDeep(start);
    }
    int content = notation.properties(start).content();
    return token == JsonToken.START_OBJECT ? mapping(content, depth) : sequence(content, depth);
  }

  private Node aliased(Notation.Properties alias) throws IOException {
    Span span = ruler.span(alias.content(), alias.content() + 1 + alias.alias().length());
    Optional<Node> node = anchors.resolve(alias.alias());
    if (node.isPresent() && !anchors.areTooMany()) {
      return node.get();
    }
    add(
        anchors.areTooMany()
            ? Finding.error(
                    Rule.UNSUPPORTED_YAML,
                    "the aliases make more than " + Anchors.MOST + " values of this text")
                .at(file.at(span))
                .help("write the values out")
            : Finding.error(
                    Rule.SYNTAX_ERROR,
                    "no anchor above this alias is named " + Quote.of(alias.alias()))
                .at(file.at(span))
                .help("name the value with `&` above this line"));
    return new Scalar("", Style.PLAIN, span);
  }

  private Node mapping(int start, int depth) throws IOException {
    List<Entry> entries = new ArrayList<>();
    Map<String, Span> seen = new HashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      Scalar key = scalar(Optional.empty());
      int before = errors.size();
      Node value = node(parser.nextToken(), Optional.of(key.span()), depth + 1);
      Span first = seen.putIfAbsent(key.text(), key.span());
      if (key.style() == Style.PLAIN && key.text().equals("<<")) {
        errors.subList(before, errors.size()).clear();
        add(merge(key));
      } else if (first != null) {
        add(duplicate(key, first));
      } else {
        entries.add(new Entry(key, value));
      }
    }
    Span span =
        file.text().charAt(start) == '{' || entries.isEmpty()
            ? ruler.span(start, notation.end(parser, start))
            : entries.getFirst().key().span();
    return new Mapping(entries, span);
  }

  private Node sequence(int start, int depth) throws IOException {
    List<Node> items = new ArrayList<>();
    for (var token = parser.nextToken(); !token.isStructEnd(); token = parser.nextToken()) {
      items.add(node(token, Optional.empty(), depth + 1));
    }
    boolean flow = file.text().charAt(start) == '[';
    return new Sequence(items, ruler.span(start, flow ? notation.end(parser, start) : start + 1));
  }

  private Scalar scalar(Optional<Span> key) throws IOException {
    int start = notation.start(parser);
    int end = notation.end(parser, start);
    notation.refusal(start, end).ifPresent(this::add);
    if (start == end) {
      return new Scalar("", Style.PLAIN, key.orElseGet(() -> ruler.span(start - 1, start)));
    }
    int content = Math.min(notation.properties(start).content(), end - 1);
    Style style =
        switch (file.text().charAt(content)) {
          case '"', '\'' -> Style.QUOTED;
          case '|', '>' -> Style.BLOCK;
          default -> Style.PLAIN;
        };
    Span span = ruler.span(content, style == Style.BLOCK ? content + 1 : end);
    return new Scalar(parser.getText(), style, span);
  }

  private Node tooDeep(int start) throws IOException {
    Span span = ruler.span(start, start + 1);
    String message = "more than " + dialect.deepest() + " levels inside one another";
    add(Finding.error(Rule.SYNTAX_ERROR, message).at(file.at(span)).help(dialect.help()));
    tooDeep = true;
    parser.skipChildren();
    return new Scalar("", Style.PLAIN, span);
  }

  private Finding merge(Scalar key) {
    return Finding.error(Rule.UNSUPPORTED_YAML, "a merge key takes over another mapping")
        .at(file.at(key.span()))
        .help("remove the line, and write the keys out");
  }

  private Finding duplicate(Scalar key, Span first) {
    return Finding.error(Rule.DUPLICATE_KEY, Quote.of(key.text()) + " stands twice in this mapping")
        .at(file.at(key.span()))
        .help("remove it here or at " + file.at(first).link());
  }

  /// One place, one error: an anchor on a mapping's first key is seen with the mapping and the key.
  private void add(Finding error) {
    if (errors.isEmpty() || !start(errors.getLast()).equals(start(error))) {
      errors.add(error);
    }
  }

  private static String start(Finding error) {
    return error.place().map(Place::link).orElse("");
  }
}
