package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.finding.Phrases;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;

/// The words of the command line. Loaded only when there are words.
final class CommandLineCommands {
  private final Io io;
  private final Outgoing outgoing;

  CommandLineCommands(Io io, Outgoing outgoing) {
    this.io = io;
    this.outgoing = outgoing;
  }

  ExitCode run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter error = new StringWriter();
    List<Exception> bugs = new ArrayList<>();
    CommandLine line =
        new CommandLine(new Root())
            .addSubcommand(new CheckWords(io, outgoing))
            .addSubcommand(new Validate(io, outgoing))
            .addSubcommand(new PlanWords(io, outgoing))
            .addSubcommand(new Explain(io, outgoing))
            .addSubcommand(new Demo(io, outgoing))
            .addSubcommand(new CommandLine.HelpCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(error))
            .setColorScheme(
                CommandLine.Help.defaultColorScheme(
                    io.terminal() && io.variable("NO_COLOR").isEmpty() ? Ansi.ON : Ansi.OFF))
            .setUsageHelpWidth(100)
            .setParameterExceptionHandler((wrong, _) -> {
              outgoing.complain(String.valueOf(wrong.getMessage()));
              outgoing.complain(advice(wrong));
              return ExitCode.INVALID.number();
            })
            .setExecutionExceptionHandler((bug, _, _) -> {
              bugs.add(bug);
              return ExitCode.BUG.number();
            });
    int exit = line.execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
    if (!bugs.isEmpty()) {
      throw new IllegalStateException("a command failed", bugs.getFirst());
    }
    outgoing.print(out.toString());
    error.toString().lines().forEach(outgoing::complain);
    return Arrays.stream(ExitCode.values())
        .filter(code -> code.number() == exit)
        .findFirst()
        .orElse(ExitCode.INVALID);
  }

  /// What a wrong command line may have been meant to be.
  private static String advice(CommandLine.ParameterException wrong) {
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().isEmpty() ? "" : unmatched.getUnmatched().getFirst();
      if (first.matches(".+\\.(ya?ml|json)")) {
        return "name the file with an option: `" + command + " --requirements " + first + "`";
      }
      if (!unmatched.getSuggestions().isEmpty()) {
        return "did you mean " + Phrases.anyOf(unmatched.getSuggestions()) + "?";
      }
    }
    return "`" + command + " --help` shows what it takes";
  }

  @Command(
      name = "token-preflight",
      description = "Declares, checks and explains what GitHub tokens may do.",
      mixinStandardHelpOptions = true,
      versionProvider = VersionWords.class,
      footer = {
        "",
        "Exit codes: 0 passed or warned, 1 a requirement is unmet, 2 the file or an argument is wrong,",
        "3 something could not be asked, 70 a bug.",
        "Tokens are read from environment variables or standard input, never from arguments."
      })
  static final class Root {}

  static final class VersionWords implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"token-preflight " + Version.BUILD};
    }
  }

  /// What every command has in common.
  abstract static class Words implements Callable<Integer> {
    final Io io;
    final Outgoing outgoing;

    @Option(
        names = {"-h", "--help"},
        usageHelp = true,
        description = "Show this help and exit.")
    boolean help;

    Words(Io io, Outgoing outgoing) {
      this.io = io;
      this.outgoing = outgoing;
    }
  }

  @Command(
      name = "validate",
      description = "Checks requirements files alone, without a token and without a network.")
  static final class Validate extends Words {
    @Parameters(paramLabel = "FILE", description = "Files to validate (default: the usual one).")
    List<String> files = List.of();

    Validate(Io io, Outgoing outgoing) {
      super(io, outgoing);
    }

    @Override
    public Integer call() {
      return new ValidateCommand(io, outgoing).run(files).number();
    }
  }

  @Command(
      name = "plan",
      description = "Lists every request that a check would send, without a token and a network.")
  static final class PlanWords extends Words {
    @Option(
        names = "--requirements",
        paramLabel = "FILE",
        description = "The requirements file (default: the usual one).")
    @Nullable String requirements;

    @Option(
        names = "--only",
        paramLabel = "NAMES",
        description = "Plan for these declared tokens only, separated by commas.")
    @Nullable String only;

    @Option(
        names = "--api-url",
        paramLabel = "URL",
        description = "The REST API (default: GITHUB_API_URL, else https://api.github.com).")
    @Nullable String apiUrl;

    @Option(
        names = "--kind",
        paramLabel = "KIND",
        description = "The kind of token to plan for (default: each kind that the file allows).")
    @Nullable String kind;

    @Option(
        names = "--probes",
        paramLabel = "LEVEL",
        description = "How far to ask: headers, read (default) or writes.")
    @Nullable String probes;

    PlanWords(Io io, Outgoing outgoing) {
      super(io, outgoing);
    }

    @Override
    public Integer call() {
      return new PlanCommand(io, outgoing)
          .run(
              new PlanCommand.Words(
                  Optional.ofNullable(requirements),
                  Optional.ofNullable(only),
                  Optional.ofNullable(kind),
                  Optional.ofNullable(probes),
                  Optional.ofNullable(apiUrl)))
          .number();
    }
  }

  @Command(
      name = "explain",
      description = "Explains a rule, an endpoint, a permission or a scope, offline.")
  static final class Explain extends Words {
    @Parameters(
        arity = "1..*",
        paramLabel = "WORD",
        description =
            "missing-scope, \"POST /repos/{owner}/{repo}/releases\", contents:write, repo ...")
    List<String> words = List.of();

    Explain(Io io, Outgoing outgoing) {
      super(io, outgoing);
    }

    @Override
    public Integer call() {
      return new ExplainCommand(outgoing).run(String.join(" ", words)).number();
    }
  }

  @Command(
      name = "demo",
      description =
          "Shows real checks against a stand-in for GitHub; needs no token and no network.")
  static final class Demo extends Words {
    Demo(Io io, Outgoing outgoing) {
      super(io, outgoing);
    }

    @Override
    public Integer call() {
      return new DemoCommand(io, outgoing).run().number();
    }
  }
}
