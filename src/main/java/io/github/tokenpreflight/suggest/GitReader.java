package io.github.tokenpreflight.suggest;

import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.source.Place;
import io.github.tokenpreflight.suggest.Commands.Word;
import io.github.tokenpreflight.suggest.Demand.Certainty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a `git` command demands.
final class GitReader {
  private static final String START = "https://";
  private static final String HOST = "@github.com";
  private static final String WORKFLOWS =
      "if files below .github/workflows change: also workflows: write or classic workflow";

  private final JobState state;
  private final Function<String, List<Credential>> credentials;

  GitReader(JobState state, Function<String, List<Credential>> credentials) {
    this.state = state;
    this.credentials = credentials;
  }

  private record Remote(List<Credential> given, String repository) {}

  List<Demand> demands(List<Word> words, Place place) {
    List<String> texts = texts(words);
    String command = texts.isEmpty() ? "" : texts.getFirst();
    Optional<Remote> remote = texts.stream().flatMap(text -> remote(text).stream()).findFirst();
    return switch (command) {
      case "push" -> push(texts, remote, place);
      case "clone", "fetch", "pull", "ls-remote", "submodule" -> read(command, remote, place);
      case "remote", "config" -> {
        boolean replaces = texts.stream().anyMatch(text -> text.contains("insteadOf"));
        yield replaces ? replaced(remote, place) : setUrl(remote);
      }
      default -> List.of();
    };
  }

  /// The words from the command on, without options of `git` itself.
  private static List<String> texts(List<Word> words) {
    List<String> texts = new ArrayList<>(words.stream().map(Word::text).toList());
    while (!texts.isEmpty() && texts.getFirst().startsWith("-")) {
      boolean takesValue = texts.getFirst().matches("-c|-C");
      texts.removeFirst();
      if (takesValue && !texts.isEmpty()) {
        texts.removeFirst();
      }
    }
    return texts;
  }

  private List<Demand> push(List<String> texts, Optional<Remote> remote, Place place) {
    if (texts.contains("--dry-run") || texts.contains("-n")) {
      return List.of();
    }
    Remote to = remote.orElseGet(() -> new Remote(state.push(), state.pushRepository()));
    return StepReader.demands(
        to.given(),
        place,
        "git push",
        StepReader.contents(Level.WRITE),
        to.repository(),
        Certainty.KNOWN,
        List.of(WORKFLOWS));
  }

  private List<Demand> read(String command, Optional<Remote> remote, Place place) {
    if (remote.isEmpty()) {
      return List.of();
    }
    if (command.equals("clone")) {
      state.origin(remote.get().given(), remote.get().repository());
    }
    return StepReader.demands(
        remote.get().given(),
        place,
        "git " + command,
        StepReader.contents(Level.READ),
        remote.get().repository(),
        Certainty.KNOWN,
        List.of());
  }

  private List<Demand> setUrl(Optional<Remote> remote) {
    remote.ifPresent(to -> state.origin(to.given(), to.repository()));
    return List.of();
  }

  /// Every fetch from GitHub goes through it, of modules and submodules for instance.
  private List<Demand> replaced(Optional<Remote> remote, Place place) {
    return remote
        .map(to ->
            StepReader.demands(
                to.given(),
                place,
                "git with a token for all of GitHub",
                StepReader.contents(Level.READ),
                Demand.UNKNOWN,
                Certainty.GUESS,
                List.of()))
        .orElse(List.of());
  }

  private Optional<Remote> remote(String text) {
    int start = text.indexOf(START);
    int host = text.indexOf(HOST, Math.max(start, 0));
    if (start < 0 || host < 0) {
      return Optional.empty();
    }
    String login = text.substring(start + START.length(), host);
    String path = text.substring(host + HOST.length()).replaceFirst("^[/:]", "");
    int end = path.indexOf(".git");
    path = (end < 0 ? path : path.substring(0, end)).replaceFirst("/$", "");
    String repository =
        state.checkout().isCurrent(path)
            ? ""
            : path.matches("[\\w.-]+/[\\w.-]+") ? path : Demand.UNKNOWN;
    return Optional.of(new Remote(credentials.apply(login), repository));
  }
}
