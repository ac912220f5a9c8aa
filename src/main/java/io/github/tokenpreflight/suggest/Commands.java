package io.github.tokenpreflight.suggest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The commands of a shell script, as far as one can tell without running it.
///
/// Commands end at line ends, `;`, `&`, `|` and around `$(...)` and backticks, also inside double
/// quotes. A quoted word keeps its text without the quotes. Comments are left out; an expression
/// `${{ }}` is one word.
final class Commands {
  private static final Pattern HEREDOC = Pattern.compile("<<-?[ \\t]*[\"']?(\\w+)[\"']?");

  private final String script;
  private final List<Command> commands = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private List<Word> words = new ArrayList<>();
  private int wordStart = -1;
  private final Deque<Character> outer = new ArrayDeque<>();
  private String heredoc = "";
  private char quote;
  private int line;

  /// A word and where it starts in the script.
  record Word(String text, int offset) {}

  /// One command.
  ///
  /// @param line commands of one line, pipes for instance, have the same
  record Command(List<Word> words, int line) {
    Command {
      words = List.copyOf(words);
    }

    /// The words from one on.
    List<String> texts(int from) {
      return words.stream().skip(from).map(Word::text).toList();
    }
  }

  private Commands(String script) {
    this.script = script;
  }

  static List<Command> of(String script) {
    Commands reader = new Commands(script);
    int at = 0;
    while (at < script.length()) {
      at = reader.next(at);
    }
    reader.endCommand();
    return reader.commands;
  }

  private int next(int at) {
    if (script.startsWith("${{", at)) {
      int end = script.indexOf("}}", at);
      int until = end < 0 ? script.length() : end + 2;
      add(script.substring(at, until), at);
      return until;
    }
    char c = script.charAt(at);
    if (quote == '\'') {
      return quoted(c, at);
    }
    if (c == '\\' && at + 1 < script.length()) {
      return escaped(at);
    }
    if (script.startsWith("$(", at) || c == '`' || (c == ')' && quote == 0)) {
      return substitution(at);
    }
    if (c == '"' || (c == '\'' && quote == 0)) {
      quote = quote == c ? 0 : c;
      wordStart = wordStart < 0 ? at : wordStart;
      return at + 1;
    }
    return quote == 0 ? plain(c, at) : quoted(c, at);
  }

  /// A command inside a command: what stands around it is quoted as before when it ends.
  private int substitution(int at) {
    endCommand();
    boolean opens = script.charAt(at) == '$' || (script.charAt(at) == '`' && !outer.contains('`'));
    if (opens) {
      outer.push(quote);
      if (script.charAt(at) == '`') {
        outer.push('`');
      }
      quote = 0;
    } else if (!outer.isEmpty()) {
      char last = outer.pop();
      quote = last == '`' ? outer.pop() : last;
    }
    return at + (script.charAt(at) == '$' ? 2 : 1);
  }

  private int quoted(char c, int at) {
    if (c == quote) {
      quote = 0;
    } else {
      add(String.valueOf(c), at);
    }
    return at + 1;
  }

  private int escaped(int at) {
    char c = script.charAt(at + 1);
    if (c == '\n') {
      endWord();
    } else {
      add(String.valueOf(c), at);
    }
    return at + 2;
  }

  private int plain(char c, int at) {
    if (c == '#' && wordStart < 0) {
      int end = script.indexOf('\n', at);
      return end < 0 ? script.length() : end;
    }
    if (script.startsWith("<<", at) && !script.startsWith("<<<", at)) {
      Matcher start = HEREDOC.matcher(script).region(at, script.length());
      heredoc = start.lookingAt() ? start.group(1) : "";
      return at + (heredoc.isEmpty() ? 2 : start.end() - at);
    }
    switch (c) {
      case '\n' -> {
        endCommand();
        line++;
        return pastHeredoc(at + 1);
      }
      case ';', '&', '|', '(' -> endCommand();
      case ' ', '\t', '\r' -> endWord();
      default -> add(String.valueOf(c), at);
    }
    return at + 1;
  }

  /// A text for the command above is no command.
  private int pastHeredoc(int at) {
    if (heredoc.isEmpty()) {
      return at;
    }
    Matcher end = Pattern.compile("(?m)^[ \\t]*" + heredoc + "[ \\t]*$").matcher(script);
    heredoc = "";
    return end.find(at) ? end.end() : script.length();
  }

  private void add(String text, int at) {
    wordStart = wordStart < 0 ? at : wordStart;
    word.append(text);
  }

  private void endWord() {
    if (wordStart >= 0) {
      words.add(new Word(word.toString(), wordStart));
      word.setLength(0);
      wordStart = -1;
    }
  }

  private void endCommand() {
    endWord();
    if (!words.isEmpty()) {
      commands.add(new Command(words, line));
      words = new ArrayList<>();
    }
  }
}
