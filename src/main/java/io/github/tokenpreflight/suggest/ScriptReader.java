package io.github.tokenpreflight.suggest;

import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.source.Place;
import io.github.tokenpreflight.suggest.Commands.Command;
import io.github.tokenpreflight.suggest.Commands.Word;
import io.github.tokenpreflight.suggest.Demand.Certainty;
import io.github.tokenpreflight.tools.GhCommands;
import io.github.tokenpreflight.tools.KnownTools;
import io.github.tokenpreflight.tools.Needs;
import io.github.tokenpreflight.tools.Tool;
import io.github.tokenpreflight.workflow.Offsets;
import io.github.tokenpreflight.workflow.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the commands of a script demand: `gh`, `git`, `curl`, logins to registries, and known
/// tools.
final class ScriptReader {
  /// Words that may stand before the command itself.
  private static final Set<String> BEFORE =
      Set.of(
          "sudo", "env", "time", "npx", "bunx", "pnpx", "pnpm", "yarn", "npm", "dlx", "exec", "run",
          "-y", "--yes", "--", "if", "then", "else", "elif", "do", "while", "until", "!", "{");

  private static final Map<String, String> TOOLS =
      Map.of(
          "semantic-release", "semantic-release",
          "multi-semantic-release", "semantic-release",
          "goreleaser", "goreleaser",
          "release-please", "release-please",
          "renovate", "renovate",
          "changeset", "changesets",
          "release-plz", "release-plz",
          "reviewdog", "reviewdog",
          "terraform", "terraform-github",
          "tofu", "terraform-github");

  private final Scope scope;
  private final JobState state;

  ScriptReader(Scope scope, JobState state) {
    this.scope = scope;
    this.state = state;
  }

  List<Demand> demands(Text run) {
    List<Command> commands = Commands.of(run.text());
    Offsets offsets = new Offsets(run);
    List<Demand> demands = new ArrayList<>();
    for (Command command : commands) {
      int head = 0;
      while (head < command.words().size() && isBefore(command, head)) {
        head++;
      }
      if (head < command.words().size()) {
        demands.addAll(new Call(run, offsets, commands, command, head).demands());
      }
    }
    return demands;
  }

  private static boolean isBefore(Command command, int at) {
    String word = command.words().get(at).text();
    boolean publish =
        word.equals("npm")
            && at + 1 < command.words().size()
            && command.words().get(at + 1).text().equals("publish");
    return word.matches("(?s)[A-Za-z_]\\w*=.*") || (BEFORE.contains(word) && !publish);
  }

  /// One command of the script; its name stands at `head`, behind variables that are set for it.
  private final class Call {
    private final Text run;
    private final Offsets offsets;
    private final List<Command> all;
    private final Command command;
    private final int head;

    Call(Text run, Offsets offsets, List<Command> all, Command command, int head) {
      this.run = run;
      this.offsets = offsets;
      this.all = all;
      this.command = command;
      this.head = head;
    }

    List<Demand> demands() {
      String name = command.words().get(head).text().replaceFirst(".*/", "");
      return switch (name) {
        case "gh" -> gh();
        case "git" -> new GitReader(state, this::credentials).demands(words(), place("git"));
        case "curl", "wget" -> curl();
        case "docker", "podman", "helm", "oras", "crane" -> login();
        case "npm" -> publish();
        default -> Optional.ofNullable(TOOLS.get(name)).map(this::tool).orElse(List.of());
      };
    }

    private List<Word> words() {
      return command.words().subList(head + 1, command.words().size());
    }

    private Place place(String name) {
      Word word = command.words().get(head);
      return offsets.place(word.offset(), name);
    }

    private List<Demand> gh() {
      List<String> words = command.texts(head + 1);
      List<Credential> given = ghCredentials();
      if (words.size() > 1 && words.get(0).equals("auth")) {
        if (words.contains("--with-token")) {
          state.login(ofLine());
        }
        return List.of();
      }
      if (!words.isEmpty() && words.getFirst().equals("api")) {
        return RestCall.ofGh(words).demands("gh api", given, place("gh"), state.checkout());
      }
      return GhCommands.find(words)
          .filter(found -> !Telling.of(found.needs()).isEmpty())
          .map(found ->
              StepReader.demands(
                  given,
                  place("gh"),
                  "gh " + found.name(),
                  ofOrganization(found.needs(), words),
                  repository(words),
                  Certainty.GUESS,
                  List.of()))
          .orElse(List.of());
    }

    /// Secrets and variables may be those of an organization.
    private Needs ofOrganization(Needs needs, List<String> words) {
      if (words.stream().noneMatch(word -> word.matches("--org(=.*)?|-o"))) {
        return needs;
      }
      Map<String, Level> moved = new LinkedHashMap<>();
      needs
          .permissions()
          .forEach((name, level) ->
              moved.put(
                  name.equals("secrets") || name.equals("actions_variables")
                      ? "organization_" + name
                      : name,
                  level));
      return new Needs(needs.job(), moved, needs.scopes(), needs.calls());
    }

    private List<Credential> ghCredentials() {
      for (String name : List.of("GH_TOKEN", "GITHUB_TOKEN")) {
        for (int at = 0; at < head; at++) {
          if (command.words().get(at).text().startsWith(name + "=")) {
            return credentials(command.words().get(at).text());
          }
        }
        if (scope.variable(name).isPresent()) {
          return scope.ofVariable(name);
        }
      }
      return state.login();
    }

    private String repository(List<String> words) {
      String named = scope.variable("GH_REPO").map(Text::text).orElse("");
      for (int at = 0; at < words.size(); at++) {
        String word = words.get(at);
        if ((word.equals("-R") || word.equals("--repo")) && at + 1 < words.size()) {
          named = words.get(at + 1);
        } else if (word.startsWith("--repo=")) {
          named = word.substring("--repo=".length());
        } else if (at == 2 && words.getFirst().equals("repo") && word.contains("/")) {
          named = word;
        }
      }
      if (state.checkout().isCurrent(named)) {
        return "";
      }
      return named.matches("[\\w.-]+/[\\w.-]+") ? named : Demand.UNKNOWN;
    }

    private List<Demand> curl() {
      List<String> words = command.texts(head + 1);
      return RestCall.ofCurl(words)
          .map(call ->
              call.demands(
                  "curl", credentials(String.join(" ", words)), place("curl"), state.checkout()))
          .orElse(List.of());
    }

    private List<Demand> login() {
      List<String> words = command.texts(head + 1);
      boolean here = words.contains("login") && words.stream().anyMatch(w -> w.contains("ghcr.io"));
      return here
          ? StepReader.demands(
              ofLine(),
              place(command.words().get(head).text()),
              "login to ghcr.io",
              KnownTools.standard().find("docker-login").orElseThrow().needs(),
              "",
              Certainty.KNOWN,
              List.of())
          : List.of();
    }

    private List<Demand> publish() {
      return state.isGitHubRegistry()
          ? StepReader.demands(
              scope.ofVariable("NODE_AUTH_TOKEN"),
              place("npm"),
              "npm publish to GitHub Packages",
              KnownTools.standard().find("docker-login").orElseThrow().needs(),
              "",
              Certainty.GUESS,
              List.of())
          : List.of();
    }

    private List<Demand> tool(String name) {
      Tool tool = KnownTools.standard().find(name).orElseThrow();
      String word = command.words().get(head).text();
      boolean terraform = name.equals("terraform-github");
      if (terraform
          && command.texts(head + 1).stream().noneMatch(w -> w.matches("apply|plan|destroy"))) {
        return List.of();
      }
      List<Credential> given =
          Stream.concat(
                  tool.intake().env().stream(),
                  tool.intake().inputs().isEmpty()
                      ? Stream.of()
                      : Stream.of("GITHUB_TOKEN", "RENOVATE_TOKEN"))
              .map(scope::ofVariable)
              .filter(found -> !found.isEmpty())
              .findFirst()
              .orElse(List.of());
      boolean secret = given.stream().anyMatch(Credential.Secret.class::isInstance);
      return terraform && !secret ? List.of() : StepReader.of(tool, given, place(word), "");
    }

    /// The credentials in all commands of the same line, as in `echo $TOKEN | gh auth login`.
    private List<Credential> ofLine() {
      Set<Credential> found = new LinkedHashSet<>();
      for (Command other : all) {
        if (other.line() == command.line()) {
          other.words().forEach(word -> found.addAll(credentials(word.text())));
        }
      }
      return List.copyOf(found);
    }

    private List<Credential> credentials(String words) {
      return Variables.credentials(words, run, scope);
    }
  }
}
