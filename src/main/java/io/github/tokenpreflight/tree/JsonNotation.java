package io.github.tokenpreflight.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.source.SourceFile;
import java.io.IOException;
import java.util.Optional;

/// JSON as RFC 8259 has it: no comments, no trailing commas.
final class JsonNotation implements Notation {
  private final SourceFile file;
  private final Ruler ruler;

  JsonNotation(SourceFile file, Ruler ruler) {
    this.file = file;
    this.ruler = ruler;
  }

  @Override
  public JsonParser parser() throws IOException {
    return JsonFactory.builder()
        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
        .build()
        .createParser(file.text());
  }

  @Override
  public int start(JsonParser parser) {
    return offset(parser.currentTokenLocation());
  }

  /// The parser's own end is past the value of a key, or lazy, so texts are measured here.
  @Override
  public int end(JsonParser parser, int start) {
    JsonToken token = parser.currentToken();
    if (token != null && token.isStructEnd()) {
      return offset(parser.currentLocation());
    }
    String text = file.text();
    int end = start + 1;
    if (text.charAt(start) != '"') {
      while (end < text.length() && " \t\r\n,:]}".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      return end;
    }
    while (end < text.length() && text.charAt(end) != '"') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end + 1, text.length());
  }

  @Override
  public Properties properties(int start) {
    return new Properties("", "", start);
  }

  @Override
  public Optional<Finding> refusal(int start, int end) {
    return Optional.empty();
  }

  @Override
  public Finding second(int start) {
    return syntax(start, "text follows the end of the JSON value", "remove it");
  }

  @Override
  public Finding problem(IOException failure, JsonParser parser) {
    if (failure instanceof JsonEOFException) {
      int last = file.text().length();
      return syntax(last, "the JSON text ends too early", "close every `{`, `[` and `\"`");
    }
    JsonLocation location =
        failure instanceof JsonProcessingException named && named.getLocation() != null
            ? named.getLocation()
            : parser.currentLocation();
    int at = Math.min(offset(location), file.text().length() - 1);
    String word = String.valueOf(failure.getMessage());
    return word.startsWith("Unrecognized token") || word.startsWith("Non-standard token")
        ? syntax(wordStart(at), "an unknown word", "put a text in double quotes")
        : problem(at);
  }

  /// The parser gives up behind a word that it does not know.
  private int wordStart(int end) {
    int start = end;
    while (start > 0 && Character.isJavaIdentifierPart(file.text().charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private Finding problem(int at) {
    int comma = file.text().substring(0, at).stripTrailing().length() - 1;
    boolean afterComma = comma >= 0 && file.text().charAt(comma) == ',';
    char found = file.text().charAt(at);
    return switch (found) {
      case '/', '#' ->
          syntax(
              at,
              "a comment cannot stand in JSON",
              "remove it, or write the file in YAML as `.yml`");
      case '\'' -> syntax(at, "a JSON text stands in double quotes", "replace `'` with `\"`");
      case '}', ']' ->
          afterComma
              ? syntax(comma, "a comma stands before `" + found + "`", "remove the comma")
              : syntax(at, "`" + found + "` cannot stand here", "check what it should close");
      case '\n', '\r', '\t' ->
          syntax(at, "a JSON text cannot hold a tab or a line break", "write `\\t` or `\\n`");
      default ->
          syntax(
              at,
              "the text is not JSON from here on",
              "check for a missing comma, quotation mark or bracket");
    };
  }

  private Finding syntax(int at, String message, String help) {
    return Finding.error(Rule.SYNTAX_ERROR, message).at(file.at(ruler.span(at, at + 1))).help(help);
  }

  private int offset(JsonLocation location) {
    return Math.clamp(location.getCharOffset(), 0, file.text().length());
  }
}
