package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.runner.Input;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The words of the command line. Loaded only when there are words.
final class CommandLineCommands {
  private static final int USUAL_WIDTH = 100;

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
            .addSubcommand(InputOptions.command(InputOptions.all(), new CheckWords(io, outgoing)))
            .addSubcommand(new Validate(io, outgoing))
            .addSubcommand(InputOptions.command(PlanWords.INPUTS, new PlanWords(io, outgoing)))
            .addSubcommand(new Explain(io, outgoing))
            .addSubcommand(new InitWords(io, outgoing))
            .addSubcommand(new Demo(io, outgoing))
            .addSubcommand(new CommandLine.HelpCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(error))
            .setColorScheme(
                CommandLine.Help.defaultColorScheme(Looks.coloured(io) ? Ansi.ON : Ansi.OFF))
            .setUsageHelpWidth(Looks.columns(io) == 0 ? USUAL_WIDTH : Looks.columns(io))
            .setParameterExceptionHandler((wrong, _) -> {
              Mistake mistake = Mistake.of(wrong);
              outgoing.complain(mistake.words());
              outgoing.complain(mistake.advice());
              return ExitCode.INVALID.number();
            })
            .setExecutionExceptionHandler((bug, _, _) -> {
              bugs.add(bug);
              return ExitCode.BUG.number();
            });
    if (arguments.length == 0 || !arguments[0].equals("check")) {
      // Its many words take time to read, which a check does not have.
      line.addSubcommand(new AuditWords(io, outgoing));
    }
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

    @Spec CommandSpec spec = CommandSpec.create();

    @Option(
        names = {"-h", "--help"},
        usageHelp = true,
        description = "Show this help and exit.")
    boolean help;

    @Option(
        names = "--color",
        paramLabel = "WHEN",
        description = "Whether to send colours: auto (default), always or never.")
    String color = "auto";

    Words(Io io, Outgoing outgoing) {
      this.io = io;
      this.outgoing = outgoing;
    }

    @Override
    public Integer call() {
      if (!Looks.WORDS.contains(color)) {
        outgoing.complain("`--color` is one of " + Phrases.anyOf(Looks.WORDS));
        return ExitCode.INVALID.number();
      }
      return run(Looks.chosen(io, color), InputOptions.given(spec)).number();
    }

    /// @param io with the colours that were chosen
    /// @param given the text of an option by the name of its input
    abstract ExitCode run(Io io, Function<String, Optional<String>> given);
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
    ExitCode run(Io io, Function<String, Optional<String>> given) {
      return new ValidateCommand(io, outgoing).run(files);
    }
  }

  @Command(
      name = "plan",
      description = "Lists every request that a check would send, without a token and a network.")
  static final class PlanWords extends Words {
    static final List<Input> INPUTS =
        List.of(Input.REQUIREMENTS, Input.ONLY, Input.PROBES, Input.API_URL);

    @Option(
        names = "--kind",
        paramLabel = "KIND",
        description = "The kind of token to plan for (default: each kind that the file allows).")
    @Nullable String kind;

    PlanWords(Io io, Outgoing outgoing) {
      super(io, outgoing);
    }

    @Override
    ExitCode run(Io io, Function<String, Optional<String>> given) {
      return new PlanCommand(io, outgoing).run(given, Optional.ofNullable(kind));
    }
  }

  @Command(
      name = "explain",
      description =
          "Explains a rule, a tool, an endpoint, a permission, a scope, a key, a status or a sentence of GitHub's, offline.")
  static final class Explain extends Words {
    @Parameters(
        arity = "1..*",
        paramLabel = "WORD",
        description =
            "missing-scope, \"POST /repos/{owner}/{repo}/releases\", contents:write, repo ...")
    List<String> words = List.of();

    @Option(names = "--all", description = "List every call, not only the first ones.")
    boolean all;

    Explain(Io io, Outgoing outgoing) {
      super(io, outgoing);
    }

    @Override
    ExitCode run(Io io, Function<String, Optional<String>> given) {
      return new ExplainCommand(io, outgoing).run(String.join(" ", words), all);
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
    ExitCode run(Io io, Function<String, Optional<String>> given) {
      return new DemoCommand(io, outgoing).run();
    }
  }
}
