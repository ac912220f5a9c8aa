package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.source.Nearest;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// A command line that cannot be read, in our own words.
///
/// @param words what is wrong
/// @param advice what it may have been meant to be
record Mistake(String words, String advice) {
  private static final List<String> FILES = List.of(".yml", ".yaml", ".json");

  static Mistake of(ParameterException wrong) {
    CommandSpec command = wrong.getCommandLine().getCommandSpec();
    String help = "`" + command.qualifiedName() + " --help` shows what it takes";
    return switch (wrong) {
      case UnmatchedArgumentException unmatched ->
          unmatched(command, unmatched.getUnmatched(), help);
      case MissingParameterException missing ->
          new Mistake(missing(command, missing.getMissing()), help);
      case OverwrittenOptionException twice ->
          new Mistake(
              "`" + name(twice.getOverwritten()) + "` stands twice", "leave one of them out");
      default -> new Mistake(String.valueOf(wrong.getMessage()), help);
    };
  }

  private static Mistake unmatched(CommandSpec command, List<String> unmatched, String help) {
    String first = unmatched.isEmpty() ? "" : unmatched.getFirst();
    if (first.startsWith("-")) {
      String name = first.replaceFirst("=.*", "");
      return new Mistake(
          "`" + command.qualifiedName() + "` has no option " + Phrases.name(name),
          meant(name, command.optionsMap().keySet(), help));
    }
    if (command.parent() == null) {
      return new Mistake(
          "there is no command " + Phrases.name(first),
          meant(first, command.subcommands().keySet(), help));
    }
    String words = "`" + command.qualifiedName() + "` takes no " + Phrases.name(first);
    return new Mistake(
        words,
        FILES.stream().anyMatch(first::endsWith)
            ? "name the file with an option: `"
                + command.qualifiedName()
                + " --requirements "
                + first
                + "`"
            : help);
  }

  /// The known words that start with it or are close to it.
  private static String meant(String word, Collection<String> known, String help) {
    List<String> longer =
        known.stream().filter(it -> word.length() > 2 && it.startsWith(word)).sorted().toList();
    List<String> near = longer.isEmpty() ? Nearest.to(word, known) : longer;
    return near.isEmpty() ? help : "did you mean " + Phrases.anyOf(near) + "?";
  }

  private static String missing(CommandSpec command, List<ArgSpec> missing) {
    ArgSpec first = missing.getFirst();
    return first.isOption()
        ? "`" + name(first) + "` needs a value, " + first.paramLabel()
        : "`" + command.qualifiedName() + "` needs a " + first.paramLabel();
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
