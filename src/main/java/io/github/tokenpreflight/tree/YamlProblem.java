package io.github.tokenpreflight.tree;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/// The errors of the YAML scanner, in words that say what to do.
///
/// @param sign what the parser's own words contain
/// @param atContext whether the cause stands where the parser began, not where it gave up
/// @param message what is wrong; `?` stands for the character found there
/// @param help how to mend it
record YamlProblem(Rule rule, String sign, boolean atContext, String message, String help) {
  private static final List<YamlProblem> KNOWN =
      List.of(
          here("(TAB)", "a tab stands where YAML wants spaces", "indent with spaces"),
          here(
              "mapping values are not allowed",
              "a `:` cannot start a value here",
              "put a text with `: ` in it in quotes; if the line above lacks its `:`, add it"),
          before(
              "could not find expected ':'",
              "a key without `:`",
              "write `key: value`; put a long text in quotes"),
          here(
              "sequence entries are not allowed",
              "a list item cannot start here",
              "start the list on the next line, or write `[a, b]`"),
          here(
              "expected <block end>, but found '<scalar>'",
              "text follows the end of a value",
              "put the whole value in quotes; inside single quotes write `'` twice"),
          here(
              "expected <block end>",
              "the indentation does not fit the lines above",
              "indent the keys of one mapping, and the items of one list, alike"),
          before("unexpected end of stream", "a quotation mark is never closed", "close it"),
          before("unexpected document separator", "a quotation mark is never closed", "close it"),
          before(
              "expected ',' or ']'",
              "this list is not closed in time",
              "add `]` or a comma; inside `[...]` a text with `{`, `}` or `?` needs quotes"),
          before("expected ',' or '}'", "this mapping is not closed in time", "add `}` or a comma"),
          here(
              "escape",
              "an unknown escape in a text in double quotes",
              "write `\\\\` for a backslash, or use single quotes"),
          here(
              "cannot start any token",
              "a plain text cannot start with ?",
              "put the text in quotes"),
          new YamlProblem(
              Rule.UNSUPPORTED_YAML,
              "expected '<document start>'",
              false,
              "a second document starts here",
              "remove it, or move it into the first document"),
          tag("undefined tag handle"),
          tag("while scanning a tag"),
          new YamlProblem(
              Rule.UNSUPPORTED_YAML,
              "while scanning an a",
              true,
              "an anchor or alias without a name",
              "put a text that starts with `*` or `&` in quotes"),
          here(
              "incompatible YAML document",
              "a version of YAML that is not known",
              "remove the line"),
          here("directive", "a directive that cannot be read", "remove the line"),
          here("expected the node content", "a value is missing here", "add it"),
          here(
              "block scalar",
              "what follows `|` or `>` cannot be read",
              "start the text on the next line"));

  private static final YamlProblem OTHER = here("", "the text is not YAML from here on", "");

  private static YamlProblem here(String sign, String message, String help) {
    return new YamlProblem(Rule.SYNTAX_ERROR, sign, false, message, help);
  }

  private static YamlProblem before(String sign, String message, String help) {
    return new YamlProblem(Rule.SYNTAX_ERROR, sign, true, message, help);
  }

  private static YamlProblem tag(String sign) {
    return new YamlProblem(
        Rule.UNSUPPORTED_YAML,
        sign,
        true,
        "a tag that cannot be read",
        "remove the tag, or put a text that starts with `!` in quotes");
  }

  static YamlProblem of(MarkedYAMLException failure) {
    String words = failure.getProblem() + " " + failure.getContext();
    for (YamlProblem known : KNOWN) {
      if (words.contains(known.sign)) {
        return known;
      }
    }
    return OTHER;
  }

  @Nullable Mark mark(MarkedYAMLException failure) {
    return atContext && failure.getContextMark() != null
        ? failure.getContextMark()
        : failure.getProblemMark();
  }

  Finding finding(MarkedYAMLException failure, char found) {
    String named = found == '`' ? "a backtick" : "`" + found + "`";
    Finding finding = Finding.error(rule, message.replace("?", named));
    return help.isEmpty()
        ? finding.why("the YAML parser says: " + failure.getProblem())
        : finding.help(help);
  }
}
