package io.github.tokenpreflight.tree;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.source.SourceFile;
import java.io.IOException;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/// YAML without a second document; in requirements files also without anchors, aliases and tags.
///
/// The parser counts code points; the cursor turns its offsets into UTF-16 units, step by step.
final class YamlNotation implements Notation {
  private final SourceFile file;
  private final Ruler ruler;
  private final Dialect dialect;
  private final int points;
  private int cursorPoints;
  private int cursorUnits;

  YamlNotation(SourceFile file, Ruler ruler, Dialect dialect) {
    this.file = file;
    this.ruler = ruler;
    this.dialect = dialect;
    this.points = file.text().codePointCount(0, file.text().length());
  }

  @Override
  public JsonParser parser() throws IOException {
    return new YAMLFactory().createParser(file.text());
  }

  @Override
  public int start(JsonParser parser) {
    return units(parser.currentTokenLocation().getCharOffset());
  }

  @Override
  public int end(JsonParser parser, int start) {
    return units(parser.currentLocation().getCharOffset());
  }

  @Override
  public Optional<Finding> refusal(int start, int end) {
    return start == end || dialect == Dialect.WORKFLOW ? Optional.empty() : refusal(start);
  }

  /// Anchor and tag may stand in either order, each once, with blanks and line ends behind them.
  @Override
  public Properties properties(int start) {
    String anchor = "";
    int at = start;
    while (at < file.text().length() && "&!".indexOf(file.text().charAt(at)) >= 0) {
      int end = wordEnd(at);
      anchor = file.text().charAt(at) == '&' ? file.text().substring(at + 1, end) : anchor;
      at = pastBlanks(end);
    }
    boolean alias = at < file.text().length() && file.text().charAt(at) == '*';
    return new Properties(anchor, alias ? file.text().substring(at + 1, wordEnd(at)) : "", at);
  }

  private int pastBlanks(int from) {
    int at = from;
    while (at < file.text().length() && " \t\r\n#".indexOf(file.text().charAt(at)) >= 0) {
      at = file.text().charAt(at) == '#' ? lineEnd(at) : at + 1;
    }
    return at;
  }

  private int lineEnd(int from) {
    int at = file.text().indexOf('\n', from);
    return at < 0 ? file.text().length() : at;
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < file.text().length() && " \t\r\n,[]{}".indexOf(file.text().charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /// A node starts with its tag, anchor or alias where it has one; nothing else can start so.
  private Optional<Finding> refusal(int start) {
    return switch (file.text().charAt(start)) {
      case '&' ->
          unsupported(start, "an anchor names this value", "remove it, and write the value out");
      case '*' ->
          unsupported(start, "an alias stands for a value", "write the value out in its place");
      case '!' -> unsupported(start, "a tag changes the type of this value", "remove the tag");
      default -> Optional.empty();
    };
  }

  private Optional<Finding> unsupported(int start, String message, String help) {
    return Optional.of(
        Finding.error(Rule.UNSUPPORTED_YAML, message)
            .at(file.at(ruler.span(start, wordEnd(start))))
            .help(help));
  }

  @Override
  public Finding second(int start) {
    int mark = file.text().lastIndexOf("\n---", start);
    int from = mark < 0 ? start : mark + 1;
    return Finding.error(Rule.UNSUPPORTED_YAML, "a second document starts here")
        .at(file.at(ruler.span(from, from + 3)))
        .help("remove the `---` and what follows, or move it into the first document");
  }

  @Override
  public Finding problem(IOException failure, JsonParser parser) {
    if (failure.getCause() instanceof MarkedYAMLException marked) {
      YamlProblem problem = YamlProblem.of(marked);
      Mark mark = problem.mark(marked);
      int at = mark == null ? 0 : ruler.visible(units(mark.getIndex()));
      return problem.finding(marked, file.text().charAt(at)).at(file.at(ruler.span(at, at + 1)));
    }
    int at = ruler.visible(start(parser));
    return refusal(at)
        .orElseGet(() ->
            Finding.error(Rule.SYNTAX_ERROR, "a key must be a plain word")
                .at(file.at(ruler.span(at, at + 1)))
                .help("write `key: value`"));
  }

  private int units(long codePoints) {
    int wanted = Math.clamp(codePoints, 0, points);
    cursorUnits = file.text().offsetByCodePoints(cursorUnits, wanted - cursorPoints);
    cursorPoints = wanted;
    return cursorUnits;
  }
}
